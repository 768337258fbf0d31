using Earshot.Masking;

namespace Earshot.Unit.Masking;

public sealed class ArabicIdentifierTests
{
    private static readonly Masker Masker = new();

    // Lengths: Egypt 14, Emirates 15, Kuwait 12, Qatar 11, Saudi Arabia and Jordan 10.
    [Theory]
    [InlineData("الرقم القومي اتنين تسعة تمنية صفر تلاتة واحد أربعة صفر واحد تلاتة اتنين صفر ستة تسعة", "الرقم القومي [DOCUMENT_1]")]
    [InlineData("رقمي المدني اثنين ثمانية خمسة صفر واحد صفر ثلاثة صفر اربعة خمسة ستة سبعة", "رقمي المدني [DOCUMENT_1]")]
    [InlineData("البطاقة القطرية اثنين ثمانية خمسة ستة ثلاثة اربعة صفر واحد اثنين سبعة تسعة", "البطاقة القطرية [DOCUMENT_1]")]
    [InlineData("رقم الضمان الاجتماعي ثلاثة خمسة اثنين سبعة واحد تسعة صفر اربعة", "رقم الضمان الاجتماعي [DOCUMENT_1]")]
    [InlineData("ورقم الهوية واحد صفر ثلاثة سبعة ستة اثنين صفر تسعة اربعة ثمانية", "ورقم الهوية [DOCUMENT_1]")]
    [InlineData("وتاريخ الانتهاء صفر تسعة ستة وعشرين", "وتاريخ الانتهاء [CARD_1]")]
    [InlineData("والرمز اللي ورا ثلاثة واحد تسعة", "والرمز اللي ورا [CARD_1]")]
    [InlineData("بطاقتي تنتهي ب ثمانية صفر واحد اثنين", "بطاقتي تنتهي ب [CARD_1]")]
    [InlineData("على الرقم صفر عشرة واحد واحد صفر صفر تسعة تمنية سبعة ستة", "على الرقم [PHONE_1]")]
    [InlineData("تاريخ الميلاد الخامس من اغسطس الف وتسعمئة وتسعين", "تاريخ الميلاد [DATE_OF_BIRTH_1]")]
    public void A_number_that_was_named_is_masked(string text, string masked) => Assert.Equal(masked, Masker.Mask(text, "ar").Value.Value);

    [Theory]
    [InlineData("العرض ينتهي بعد تمنية ايام")]
    [InlineData("الطابق التاني مقفل اليوم")]
    [InlineData("وتاريخ الانتهاء مو واضح")]
    [InlineData("السعر تمنية وتلاتين ريال")]
    [InlineData("التوصيل الخامس من الشهر")]
    public void Other_numbers_stay(string text) => Assert.Empty(Masker.Mask(text, "ar").Value.Spans);
}
