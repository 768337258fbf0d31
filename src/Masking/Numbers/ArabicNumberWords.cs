using Earshot.Masking.Tokens;

namespace Earshot.Masking.Numbers;

/// <summary>
/// Arabic words that stand for digits: standard, Gulf, Egyptian and Levantine forms. With the conjunction "و" written
/// onto the word they join the number before: "خمسة وعشرين" is twenty-five.
/// </summary>
internal static class ArabicNumberWords
{
    private static readonly (int Value, string Forms)[] Table =
    [
        (0, "صفر زيرو اصفار"),
        (1, "واحد واحدة وحدة وحده احد احدى"),
        (2, "جوج اثنان اثنا اثني اثنتا اثنين اثنتان اثنتين اتنين تنين ثنين ثنتين"),
        (3, "ثلاثة ثلاث تلاتة تلات تلاته"),
        (4, "اربعة اربع"),
        (5, "خمسة خمس"),
        (6, "ستة ست"),
        (7, "سبعة سبع"),
        (8, "ثمانية ثماني ثمان تمانية تمان تماني تمنية ثمنية"),
        (9, "تسعة تسع تسعود"),
        (10, "عشرة عشر"),
        (11, "حداشر احداشر احدعشر حدعش احداعش حداعش احدعش هدعش حدعشر"),
        (12, "اتناشر اثنعشر اثناعشر اثنعش طنعش اطنعش"),
        (13, "تلتاشر ثلاثتعش ثلاثطعش تلطعش ثلطعش تلتعش تلاتاشر"),
        (14, "اربعتاشر اربعتعش اربعطعش"),
        (15, "خمستاشر خمستعش خمسطعش"),
        (16, "ستاشر ستعش سطعش ستطعش"),
        (17, "سبعتاشر سبعتعش سبعطعش"),
        (18, "تمنتاشر ثمنتعش ثمنطعش تمنطعش تمنتعش تمانتاشر"),
        (19, "تسعتاشر تسعتعش تسعطعش"),
        (20, "عشرون عشرين"), (30, "ثلاثون ثلاثين تلاتين"), (40, "اربعون اربعين"), (50, "خمسون خمسين"), (60, "ستون ستين"),
        (70, "سبعون سبعين"), (80, "ثمانون ثمانين تمانين تمنين"), (90, "تسعون تسعين"),
        (100, "مئة مائة مية ميه"),
        (200, "مئتان مئتين مائتان مائتين ميتين"),
        (300, "ثلاثمئة ثلاثمائة ثلاثمية تلتمية تلاتمية"),
        (400, "اربعمئة اربعمائة اربعمية ربعمية"),
        (500, "خمسمئة خمسمائة خمسمية"),
        (600, "ستمئة ستمائة ستمية"),
        (700, "سبعمئة سبعمائة سبعمية"),
        (800, "ثمانمئة ثمانمائة ثمانمية تمنمية"),
        (900, "تسعمئة تسعمائة تسعمية"),
        (1000, "الف الاف"),
        (2000, "الفين الفان"),
        (1_000_000, "مليون ملايين"),
    ];

    private static readonly (int Value, string Forms)[] Ordinals =
    [
        (1, "الاول الاولى"), (2, "الثاني الثانية التاني التانية"), (3, "الثالث الثالثة التالت التالتة"), (4, "الرابع الرابعة"), (5, "الخامس الخامسة"),
        (6, "السادس السادسة"), (7, "السابع السابعة"), (8, "الثامن الثامنة التامن التامنة"), (9, "التاسع التاسعة"), (10, "العاشر العاشرة"),
    ];

    public static void AddTo(LexiconBuilder lexicon)
    {
        foreach (var (value, forms) in Table)
        {
            foreach (var form in forms.Split(' '))
            {
                lexicon.AddNumber(form, NumberKinds.Of(value), value);
                lexicon.AddNumber("و" + form, NumberKinds.Of(value), value, WordTraits.Joiner);
            }
        }

        foreach (var (value, forms) in Ordinals)
        {
            foreach (var form in forms.Split(' '))
            {
                lexicon.AddNumber(form, NumberKinds.Of(value), value, WordTraits.Ordinal);
            }
        }

        foreach (var form in (string[])["دبل", "دوبل"])
        {
            lexicon.AddNumber(form, NumberKind.Repeat, 2);
        }
    }
}
