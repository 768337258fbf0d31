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

    [Theory]
    [InlineData("(a)\\1")]
    [InlineData("(?=a)b")]
    [InlineData("a*")]
    [InlineData("(")]
    [InlineData("")]
    public void An_unsafe_pattern_is_refused_with_a_reason(string pattern)
    {
        Assert.Null(CustomPattern.TryCreate("unsafe", pattern, PersonalDataType.Other, out var problem));
        Assert.NotEmpty(problem);
    }
}
