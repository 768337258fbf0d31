namespace Earshot.Masking.Names;

/// <summary>Tells ordinary Arabic words by what is written together with them.</summary>
internal static class ArabicWords
{
    /// <summary>With an article, a pronoun, or a small word before a word that calls use: "الصمام", "صبرك", "بالكراج". Hardly a name.</summary>
    public static bool IsInflected(ReadOnlySpan<char> folded) =>
        folded.StartsWith("ال", StringComparison.Ordinal) || (folded.Length >= 6 && folded[0] is 'و' or 'ب' or 'ع' or 'ه' or 'ف' or 'ك' && folded[1..].StartsWith("ال", StringComparison.Ordinal)) || EndsInPronoun(folded) || (folded.Length >= 4 && IsWordAfterPrefix(folded));

    /// <summary>"بيمشي", "بتوصل", "سألوني": shaped like what somebody does.</summary>
    public static bool IsVerb(ReadOnlySpan<char> folded) =>
        folded.Length >= 5 && (folded[..2] is "بي" or "بت" || (folded.Length >= 6 && folded.EndsWith("وني", StringComparison.Ordinal)));

    /// <summary>"مطر", "عيد", "الخميس": names that are said of the weather, of feasts and of Thursday far more often.</summary>
    public static bool IsOrdinary(ReadOnlySpan<char> folded) => folded is "مطر" or "عيد" or "الخميس" or "عليا" or "راضي" or "ثلج" or "صيف" or "خريف" or "ضيف" or "ضيوف" or "مبروك" or "مشكور" or "غالي" or "عاجل" or "سلامه";

    private static bool EndsInPronoun(ReadOnlySpan<char> folded) =>
        folded.Length >= 5 && (folded.EndsWith("كم", StringComparison.Ordinal) || folded.EndsWith("ها", StringComparison.Ordinal) || folded.EndsWith("هم", StringComparison.Ordinal)
            || IsWord(folded[..^2]))
        || (folded.Length >= 4 && folded[^1] is 'ك' or 'ه' or 'ي' or 'ت' or 'ا' && IsWord(folded[..^1]));

    private static bool IsWordAfterPrefix(ReadOnlySpan<char> folded) =>
        (folded[0] is 'و' or 'ب' or 'ل' or 'ف' or 'ك' or 'ه' or 'ع' or 'ي' or 'ت' or 'ن' or 'م' && IsWord(folded[1..]))
        || (folded.Length >= 5 && IsWord(folded[2..]) && folded[..2] is "بي" or "بت" or "بن" or "هي" or "هت" or "هن" or "حي" or "حت" or "ما" or "لل" or "وب" or "ول" or "وي" or "وت");

    /// <summary>A word that calls use and that is no name.</summary>
    public static bool IsWord(ReadOnlySpan<char> folded) =>
        folded.Length >= 3 && (NameTable.Shipped.Find(folded) & (NameTraits.ArabicWord | NameTraits.GivenName | NameTraits.Surname)) == NameTraits.ArabicWord;
}
