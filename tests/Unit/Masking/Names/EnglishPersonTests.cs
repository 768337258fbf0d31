using Earshot.Masking;

namespace Earshot.Unit.Masking.Names;

public sealed class EnglishPersonTests
{
    private static readonly Masker Masker = new();

    [Theory]
    [InlineData("you can put it under brisela okwuosogu", "brisela okwuosogu")]
    [InlineData("zolbrin kelbridge is picking her up today", "zolbrin kelbridge")]
    [InlineData("and that one is for oscar field", "oscar field")]
    [InlineData("the tenant's called oscar kowalski", "oscar kowalski")]
    [InlineData("i was talking with siobhan st john", "siobhan st john")]
    [InlineData("the full name\nharmony quill", "harmony quill")]
    [InlineData("is that temitope from accounts", "temitope")]
    [InlineData("everyone calls me tiggy", "tiggy")]
    [InlineData("parcel for gruffydd prosser", "gruffydd prosser")]
    public void A_name_in_small_letters_is_masked(string text, string name)
    {
        var masked = Masker.Mask(text, "en").Value;

        Assert.Contains(masked.Spans, span => span.Type == PersonalDataType.Person && text.Substring(span.Start, span.Length) == name);
    }

    [Theory]
    [InlineData("v for victor and o as in oscar")]
    [InlineData("it's ramadan so we close early")]
    [InlineData("do you speak vietnamese or cantonese")]
    [InlineData("we leave for bristol on friday")]
    [InlineData("it was done at saint thomas hospital")]
    [InlineData("i'm tired of this constant noise")]
    public void An_ordinary_word_survives(string text) => Assert.Empty(Masker.Mask(text, "en").Value.Spans);
}
