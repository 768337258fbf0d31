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
    [InlineData("المهندس سيف الدين على الخط", "سيف الدين")]
    [InlineData("الاسم الكامل\nيوسف أنور بن الشيخ", "يوسف أنور بن الشيخ")]
    [InlineData("الحجز باسم والدتي سعاد الحلبي", "سعاد الحلبي")]
    [InlineData("كلمت عيد بالمحل", "عيد")]
    public void A_name_after_a_role_or_a_request_is_masked(string text, string name)
    {
        var masked = Masker.Mask(text, "ar").Value;

        Assert.Contains(masked.Spans, span => span.Type == PersonalDataType.Person && text.Substring(span.Start, span.Length) == name);
    }

    // None of these is in a list of names.
    [Theory]
    [InlineData("الفني روهيت ركب المكيف", "روهيت")]
    [InlineData("حكيت مع جومانة من المرتجعات", "جومانة")]
    public void A_name_of_no_list_is_masked_where_one_may_stand(string text, string name)
    {
        var masked = Masker.Mask(text, "ar").Value;

        Assert.Contains(masked.Spans, span => span.Type == PersonalDataType.Person && text.Substring(span.Start, span.Length) == name);
    }

    [Theory]
    [InlineData("شكرا على صبرك")]
    [InlineData("الموظف قال كلامك صح")]
    [InlineData("شوكولاتة جلاكسي")]
    [InlineData("كم سعر الدولار اليوم")]
    [InlineData("والله ما ادري وش صار")]
    [InlineData("بكرة نرسل الباقي")]
    public void A_word_of_no_list_of_names_survives_where_no_name_stands(string text) => Assert.Empty(Masker.Mask(text, "ar").Value.Spans);

    [Theory]
    [InlineData("مطعم فيروز مفتوح")]
    [InlineData("رمضان كريم متى دوامكم")]
    [InlineData("امل انكم تردون بسرعة")]
    [InlineData("اسمه ورقم الاقامة")]
    [InlineData("ايميلي ما يفتح")]
    [InlineData("نازل مطر قوي من الصبح")]
    [InlineData("يا هلا والله تفضل")]
    [InlineData("سيدي الفاتورة غلط")]
    [InlineData("الدفع من فوري اسهل")]
    [InlineData("الباقة بستين والكبيرة بسبعين")]
    [InlineData("الباص بيمشي كل ساعة")]
    [InlineData("سألوني عن الضمان")]
    [InlineData("بدي بطاقة عيد مع تطريز")]
    [InlineData("الباسورد مش راضي يمشي")]
    [InlineData("شكرا جزيلا العفو نشوفك الخميس")]
    [InlineData("الخميس")]
    [InlineData("محدش بيرد عليا")]
    public void An_ordinary_word_survives(string text) => Assert.Empty(Masker.Mask(text, "ar").Value.Spans);
}
