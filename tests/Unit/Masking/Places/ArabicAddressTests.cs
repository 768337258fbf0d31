using Earshot.Masking;

namespace Earshot.Unit.Masking.Places;

public sealed class ArabicAddressTests
{
    private static readonly Masker Masker = new();

    [Theory]
    [InlineData("وين نرسلها\nحي الياسمين، شارع ابن رشد، عمارة ٨، شقة ٥", "حي الياسمين، شارع ابن رشد، عمارة ٨، شقة ٥")]
    [InlineData("وصلوها على المهندسين شارع لبنان عمارة ١٧ الدور التالت", "المهندسين شارع لبنان عمارة ١٧ الدور التالت")]
    [InlineData("مكتبي في شارع الجامعة، مجمع الزيتونة، مكتب رقم ٢٠٤", "شارع الجامعة، مجمع الزيتونة، مكتب رقم ٢٠٤")]
    [InlineData("شارع الحرية عمارة سبعة وثلاثين الطابق الأرضي", "شارع الحرية عمارة سبعة وثلاثين الطابق الأرضي")]
    [InlineData("بيت ٦ سكة ٢٢ قبل شوي", "بيت ٦ سكة ٢٢")]
    [InlineData("وين ساكن\nشارع الحمرا بناية الأرز الطابق الخامس", "شارع الحمرا بناية الأرز الطابق الخامس")]
    [InlineData("ضاحية الأمير حسن شارع النهضة بناية تسعة", "ضاحية الأمير حسن شارع النهضة بناية تسعة")]
    [InlineData("إقامة الياسمين عمارة ٣ شقة ١٢", "إقامة الياسمين عمارة ٣ شقة ١٢")]
    [InlineData("زنقة الورد حي المحيط رقم ٧ شقة ٢", "زنقة الورد حي المحيط رقم ٧ شقة ٢")]
    [InlineData("طريق المطار خلف الصيدلية بناية أربعين", "طريق المطار خلف الصيدلية بناية أربعين")]
    [InlineData("صندوق بريد ٣٣١٠، الرمز البريدي ١١٨٤٤", "صندوق بريد ٣٣١٠، الرمز البريدي ١١٨٤٤")]
    [InlineData("ودوها لبلوك ٥ شارع ١٢ منزل ٩", "لبلوك ٥ شارع ١٢ منزل ٩")]
    public void An_address_from_quarter_or_street_to_flat_is_masked_whole(string text, string address)
    {
        var masked = Masker.Mask(text, "ar").Value;

        Assert.Contains(masked.Spans, span => span.Type == PersonalDataType.Address && text.Substring(span.Start, span.Length) == address);
    }

    [Theory]
    [InlineData("الزحمة على طريق المطار والشارع واقف")]
    [InlineData("كلموني عن طريق البرنامج الجديد")]
    [InlineData("الدور الرابع مقفول والمصعد خربان")]
    [InlineData("بيت كبير فيه مكتب وحديقة")]
    [InlineData("عندنا شقة ثلاث غرف وبيت بمسبح")]
    [InlineData("عنوان الراوتر تلقاه تحت الجهاز")]
    [InlineData("دور على المحل في المجمع")]
    [InlineData("الباص يعدي من شارع واسع قدام المجمع")]
    public void Talk_of_roads_and_houses_is_no_address(string text) =>
        Assert.DoesNotContain(Masker.Mask(text, "ar").Value.Spans, span => span.Type == PersonalDataType.Address);

    [Fact]
    public void A_question_for_her_number_after_an_address_is_no_address() =>
        Assert.DoesNotContain(Masker.Mask("وين ساكنة\nوتلفونها\nصفر سبعة سبعة", "ar").Value.Spans, span => span.Type == PersonalDataType.Address);
}
