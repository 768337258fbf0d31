using Earshot.Masking;

namespace Earshot.Unit.Masking.Names;

public sealed class ArabicPersonTests
{
    private static readonly Masker Masker = new();

    [Theory]
    [InlineData("المحامي صالح العبيد بيراجعكم", "صالح العبيد")]
    [InlineData("بدي احكي مع رندة خوري", "رندة خوري")]
    [InlineData("الموظفة كريستينا وعدتني", "كريستينا")]
    [InlineData("مع حضرتك بسنت تحت امرك", "بسنت")]
    public void A_name_after_a_role_or_a_request_is_masked(string text, string name)
    {
        var masked = Masker.Mask(text, "ar").Value;

        Assert.Contains(masked.Spans, span => span.Type == PersonalDataType.Person && text.Substring(span.Start, span.Length) == name);
    }

    [Theory]
    [InlineData("مطعم فيروز مفتوح")]
    [InlineData("رمضان كريم متى دوامكم")]
    [InlineData("امل انكم تردون بسرعة")]
    [InlineData("اسمه ورقم الاقامة")]
    [InlineData("ايميلي ما يفتح")]
    public void An_ordinary_word_survives(string text) => Assert.Empty(Masker.Mask(text, "ar").Value.Spans);
}
