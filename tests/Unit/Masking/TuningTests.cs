using Earshot.Masking;

namespace Earshot.Unit.Masking;

public sealed class TuningTests
{
    [Fact]
    public void A_denied_phrase_is_masked_in_any_case() =>
        Assert.Equal("это [OTHER_1] вот", new Masker(new MaskingOptions { Deny = ["проект Заря*"] }).Mask("это проект зарядка вот", "ru").Value.Value);

    [Fact]
    public void An_allowed_name_stays() =>
        Assert.Equal("иван слушает", new Masker(new MaskingOptions { Allow = ["Иван"] }).Mask("иван слушает", "ru").Value.Value);

    [Fact]
    public void A_type_that_was_switched_off_stays() =>
        Assert.Equal("карта 4539 5787 6362 1486", new Masker(new MaskingOptions { Types = new HashSet<PersonalDataType>() }).Mask("карта 4539 5787 6362 1486", "ru").Value.Value);

    [Fact]
    public void A_custom_pattern_is_masked_with_its_type()
    {
        var pattern = CustomPattern.TryCreate("contract", "кд-[а-я]{2}", PersonalDataType.Document, out _);

        var masker = new Masker(new MaskingOptions { Patterns = [pattern ?? throw new InvalidOperationException()] });

        Assert.Equal("номер [DOCUMENT_1] да", masker.Mask("номер КД-аб да", "ru").Value.Value);
    }

    [Fact]
    public void What_an_organization_denies_is_masked_whichever_types_it_leaves_in_the_text()
    {
        var pattern = CustomPattern.TryCreate("badge", "иван-[0-9]", PersonalDataType.Person, out _) ?? throw new InvalidOperationException();

        var masker = new Masker(new MaskingOptions { Types = new HashSet<PersonalDataType>(), Deny = ["заря"], Patterns = [pattern], Allow = ["иван*"] });

        Assert.Equal("[OTHER_1] и [PERSON_1] вот", masker.Mask("Заря и иван-5 вот", "ru").Value.Value);
    }

    [Theory]
    [InlineData("восемь девятьсот шестнадцать двести тридцать четыре пятьдесят шесть семьдесят восемь", "восемь")]
    [InlineData("8 916 234 56 78", "8 916 234 56 78")]
    [InlineData("улица ленина дом пять квартира три", "ленина")]
    public void An_allowed_word_lets_no_number_and_no_address_through(string text, string allowed) =>
        Assert.DoesNotContain(
            allowed, new Masker(new MaskingOptions { Allow = [allowed, .. allowed.Split(' ')] }).Mask(text, "ru").Value.Value, StringComparison.Ordinal);

    [Theory]
    [InlineData("Анна", true)]
    [InlineData("саша", true)]
    [InlineData("иван*", true)]
    [InlineData("мари*", true)]
    [InlineData("John", true)]
    [InlineData("Ромашка", false)]
    [InlineData("эршот*", false)]
    [InlineData("", false)]
    public void A_given_name_is_known_as_one(string word, bool isName) => Assert.Equal(isName, GivenNames.Contains(word));

    [Theory]
    [InlineData("(a)\\1", PatternProblemKind.Unlimited, null)]
    [InlineData("(\\w{1,900}){1,900}", PatternProblemKind.Unlimited, null)]
    [InlineData("a*", PatternProblemKind.MatchesNothing, null)]
    [InlineData("ab(", PatternProblemKind.Syntax, 3)]
    [InlineData("", PatternProblemKind.Length, null)]
    public void A_refused_pattern_says_why_and_where(string pattern, PatternProblemKind kind, int? position)
    {
        Assert.Null(CustomPattern.TryCreate("unsafe", pattern, PersonalDataType.Other, out var problem));
        Assert.Equal((kind, position), (problem?.Kind, problem?.Position));
    }

    [Theory]
    [InlineData("(a)\\1")]
    [InlineData("(?=a)b")]
    [InlineData("a*")]
    [InlineData("(")]
    [InlineData("")]
    public void An_unsafe_pattern_is_refused_with_a_reason(string pattern)
    {
        Assert.Null(CustomPattern.TryCreate("unsafe", pattern, PersonalDataType.Other, out var problem));
        Assert.NotEmpty(problem?.Message ?? string.Empty);
    }
}
