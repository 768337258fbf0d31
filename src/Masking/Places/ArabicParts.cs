namespace Earshot.Masking.Places;

/// <summary>What a word of an Arabic address announces.</summary>
internal enum ArabicPart : byte
{
    None,
    Quarter,
    Street,
    Building,
    Floor,
    Flat,
    PostBox,
}

/// <summary>Words for the parts of an address in Egypt, the Levant, the Gulf and the Maghreb.</summary>
internal static class ArabicParts
{
    /// <summary>What the folded word announces, with "ب", "ل" or "و" written before it too.</summary>
    public static ArabicPart Of(ReadOnlySpan<char> word) =>
        Plain(word) is var part && part != ArabicPart.None ? part
        : word.Length >= 4 && word[0] is 'ب' or 'ل' or 'و' or 'ع' or 'ف' ? Plain(word[1..])
        : ArabicPart.None;

    /// <summary>"خلف الصيدلية", "مقابل البنك": a landmark follows.</summary>
    public static bool IsBeside(ReadOnlySpan<char> word) => word is "خلف" or "جنب" or "بجانب" or "قرب" or "بقرب" or "مقابل" or "امام" or "قدام" or "ورا" or "وراء" or "حد" or "بعد" or "فوق" or "تحت" or "عند";

    /// <summary>"الطابق الأرضي": a floor that is no number.</summary>
    public static bool IsFloorName(ReadOnlySpan<char> word) =>
        word is "الارضي" or "ارضي" or "الاخير" or "الاول" or "اول" or "التاني" or "الثاني" or "ثاني" or "تاني" or "التالت" or "الثالث" or "ثالث" or "تالت" or "الرابع" or "رابع" or "الخامس" or "خامس"
            or "السادس" or "سادس" or "السابع" or "سابع" or "التامن" or "الثامن" or "ثامن" or "تامن" or "التاسع" or "تاسع" or "العاشر" or "عاشر" or "العلوي" or "السفلي" or "التسويه" or "الميزانين";

    /// <summary>"شارع عبد العزيز", "شارع الملك حسين": the name goes on with the next word.</summary>
    public static bool OpensName(ReadOnlySpan<char> word) =>
        word is "ابن" or "بن" or "عبد" or "ابو" or "ابي" or "ام" or "الملك" or "الملكه" or "الامير" or "الاميره" or "الشيخ" or "السلطان" or "الشهيد" or "الامام" or "الرئيس" or "مدينه" or "دير" or "باب" or "عين" or "وادي" or "راس" or "بير";

    private static ArabicPart Plain(ReadOnlySpan<char> word) => word switch
    {
        "حي" or "منطقه" or "ضاحيه" or "مساكن" or "كمباوند" or "حاره" or "دوار" or "ميدان" or "حومه" or "اقامه" or "تجزيه" or "عزبه" or "قريه" or "اسكان" => ArabicPart.Quarter,
        "شارع" or "طريق" or "نهج" or "زنقه" or "سكه" or "جاده" or "درب" or "زقاق" or "ممر" => ArabicPart.Street,
        "عماره" or "العماره" or "بنايه" or "البنايه" or "مبني" or "المبني" or "برج" or "البرج" or "فيلا" or "الفيلا" or "بيت" or "البيت" or "منزل" or "المنزل" or "دار" or "مجمع" or "بلوك"
            or "قطعه" or "قسيمه" or "بلاطه" or "بنايت" or "عمارت" => ArabicPart.Building,
        "الدور" or "دور" or "الطابق" or "طابق" => ArabicPart.Floor,
        "شقه" or "الشقه" or "مكتب" or "باب" or "محل" => ArabicPart.Flat,
        "صندوق" or "الرمز" => ArabicPart.PostBox,
        _ => ArabicPart.None,
    };
}
