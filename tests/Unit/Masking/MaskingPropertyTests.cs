using System.Globalization;
using Earshot.Masking;

namespace Earshot.Unit.Masking;

/// <summary>What must hold for any text. Texts are put together by a seeded generator, so a failure comes back.</summary>
public sealed class MaskingPropertyTests
{
    private static readonly Masker Masker = new();

    private static readonly string[] Pieces =
    [
        "меня зовут иван", "мой телефон", "восемь девятьсот шестнадцать", "двести тридцать четыре", "ну", "нет точнее", "пятьдесят шесть", "карта", "4539 5787 6362 1486",
        "ivan@example.com", "собака яндекс точка ру", "двадцать третьего марта", "тысяча рублей", "паспорт", "4510 123456", "код", "4821", "спасибо", "www.example.com",
        "a b c d e", "double five", "one", "oh", "+7", "(", ")", "[PERSON_3]", "[PHONE_1]", "1.2.3.4", "@handle_1", "😀", "\u200B", "улица", "логин", "ab12cd", "—", "\n", ".",
        "ник", "подчёркивание", "дом двенадцать", "квартира семь", "какой дом", "самара", "шестьсот двадцать тысяч сто два", "сайт", "точка ком", "слэш", "по", "на", "срок", "лена", "богданюк", "последние четыре",
    ];

    [Fact]
    public void Masking_masked_text_changes_nothing()
    {
        foreach (var text in Texts(400))
        {
            var once = Masker.Mask(text, "ru").Value.Value;

            Assert.Equal(once, Masker.Mask(once, "ru").Value.Value);
        }
    }

    [Fact]
    public void Spans_and_placeholders_tell_the_same_story()
    {
        foreach (var text in Texts(200))
        {
            var masked = Masker.Mask(text, "ru").Value;

            Assert.Equal(masked.Value, Rebuilt(text, masked));
        }
    }

    [Theory]
    [InlineData("телефон {0}", "8 916 234-56-78", "8 903 111-22-33")]
    [InlineData("почта {0} верно", "anna@example.com", "v.konstantinopolsky@example.org")]
    [InlineData("паспорт {0}", "4510 123456", "45 11 654321")]
    public void Different_values_give_the_same_text(string frame, string one, string other) =>
        Assert.Equal(Masked(frame, one), Masked(frame, other));

    [Theory]
    [InlineData("4539 5787 6362 1486")]
    [InlineData("8 916 234-56-78")]
    [InlineData("ivan.petrov@example.com")]
    public void No_part_of_the_value_is_left(string value)
    {
        var masked = Masked("вот {0} запишите", value);

        Assert.DoesNotContain(value.Split(' ', '-', '@', '.'), part => masked.Contains(part, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("телефон {0} записали", "восемь девятьсот шестнадцать двести тридцать четыре пятьдесят шесть семьдесят восемь")]
    [InlineData("карта {0} спасибо", "четыре два семь шесть тридцать восемь ноль ноль двенадцать тридцать четыре пятьдесят шесть семьдесят восемь")]
    [InlineData("адрес {0} да", "улица садовая дом двенадцать квартира сорок пять")]
    [InlineData("почта {0}", "иван точка петров девяносто собака яндекс точка ру")]
    public void No_word_of_a_dictated_value_is_left(string frame, string value)
    {
        var masked = Masked(frame, value);

        Assert.DoesNotContain(value.Split(' '), word => masked.Split(' ').Contains(word, StringComparer.Ordinal));
    }

    private static string Masked(string frame, string value) => Masker.Mask(string.Format(CultureInfo.InvariantCulture, frame, value), "ru").Value.Value;

    private static IEnumerable<string> Texts(int count)
    {
        var random = new Random(20261121);
        for (var i = 0; i < count; i++)
        {
            yield return string.Join(' ', Enumerable.Range(0, random.Next(3, 25)).Select(_ => Pieces[random.Next(Pieces.Length)]));
        }
    }

    private static string Rebuilt(string text, MaskedText masked)
    {
        var result = new System.Text.StringBuilder();
        var from = 0;
        foreach (var span in masked.Spans)
        {
            result.Append(text, from, span.Start - from).Append(CultureInfo.InvariantCulture, $"[{span.Type.Name()}_{span.Ordinal}]");
            from = span.Start + span.Length;
        }

        return result.Append(text, from, text.Length - from).ToString();
    }
}
