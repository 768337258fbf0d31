using Earshot.Masking.Tokens;

namespace Earshot.Masking.Numbers;

/// <summary>English words that stand for digits: cardinals, ordinals, "double", "oh".</summary>
internal static class EnglishNumberWords
{
    private static readonly (int Value, string Forms)[] Cardinals =
    [
        (0, "zero oh nought naught"), (1, "one"), (2, "two"), (3, "three"), (4, "four"), (5, "five"), (6, "six"), (7, "seven"), (8, "eight"),
        (9, "nine niner"), (10, "ten"), (11, "eleven"), (12, "twelve"), (13, "thirteen"), (14, "fourteen"), (15, "fifteen"),
        (16, "sixteen"), (17, "seventeen"), (18, "eighteen"), (19, "nineteen"), (20, "twenty"), (30, "thirty"), (40, "forty fourty"),
        (50, "fifty"), (60, "sixty"), (70, "seventy"), (80, "eighty"), (90, "ninety ninty"),
    ];

    private static readonly (int Value, string Forms)[] Ordinals =
    [
        (1, "first"), (2, "second"), (3, "third"), (4, "fourth"), (5, "fifth"), (6, "sixth"), (7, "seventh"), (8, "eighth"), (9, "ninth"),
        (10, "tenth"), (11, "eleventh"), (12, "twelfth"), (13, "thirteenth"), (14, "fourteenth"), (15, "fifteenth"), (16, "sixteenth"),
        (17, "seventeenth"), (18, "eighteenth"), (19, "nineteenth"), (20, "twentieth"), (30, "thirtieth"), (80, "eightieth"), (90, "ninetieth"),
    ];

    private static readonly (int Value, string Forms)[] Plurals =
    [
        (0, "zeros zeroes ohs noughts"), (1, "ones"), (2, "twos"), (3, "threes"), (4, "fours"), (5, "fives"), (6, "sixes"), (7, "sevens"),
        (8, "eights"), (9, "nines"),
    ];

    public static void AddTo(LexiconBuilder lexicon)
    {
        Add(lexicon, Cardinals, null, WordTraits.None);
        Add(lexicon, Ordinals, null, WordTraits.Ordinal);
        Add(lexicon, Plurals, NumberKind.Plural, WordTraits.None);
        Add(lexicon, [(100, "hundred"), (1000, "thousand"), (1_000_000, "million"), (1_000_000_000, "billion")], NumberKind.Scale, WordTraits.None);
        Add(lexicon, [(2, "double"), (3, "triple treble"), (4, "quadruple")], NumberKind.Repeat, WordTraits.None);
    }

    private static void Add(LexiconBuilder lexicon, (int Value, string Forms)[] table, NumberKind? kind, WordTraits traits)
    {
        foreach (var (value, forms) in table)
        {
            foreach (var form in forms.Split(' '))
            {
                lexicon.AddNumber(form, kind ?? NumberKinds.Of(value), value, traits);
            }
        }
    }
}
