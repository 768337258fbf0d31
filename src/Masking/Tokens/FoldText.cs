using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Earshot.Masking.Tokens;

/// <summary>Coarse class of a character.</summary>
internal enum LetterClass : byte
{
    Sign,
    Space,
    Digit,
    Latin,
    Cyrillic,
    Arabic,
    OtherLetter,

    /// <summary>Leaves no trace: zero-width characters, accents, tatweel.</summary>
    Dropped,

    /// <summary>A surrogate, or a character whose folded form is longer than one.</summary>
    Complex,
}

/// <summary>
/// The form in which words are compared: NFKC, lower case, ё as е, Arabic letter variants as one, marks and zero-width
/// characters dropped. One table lookup per character; the rare characters that need more take a slow path.
/// </summary>
internal static class FoldText
{
    private const int PageLength = 256;
    private const int CapitalBit = 1 << 20;

    // One entry a character: the folded character, its class from bit 16, a bit for capitals. Pages are made when first needed.
    private static readonly int[]?[] Pages = new int[]?[(char.MaxValue + 1) / PageLength];

    /// <summary>All that is known of a source character, in one lookup.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Entry(char source) => (Pages[source >> 8] ?? MakePage(source >> 8))[source & 0xFF];

    /// <summary>What is known of all characters that share their upper half with this one, by the lower half.</summary>
    public static ReadOnlySpan<int> Page(char source) => (Pages[source >> 8] ?? MakePage(source >> 8)).AsSpan(0, PageLength);

    /// <summary>Folded form of the entry, where the class is neither dropped nor complex.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static char Fold(int entry) => (char)entry;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LetterClass ClassOf(int entry) => (LetterClass)((entry >> 16) & 0xF);

    /// <summary>1 for a capital letter, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Capital(int entry) => entry >> 20;

    /// <summary>Class of a source character.</summary>
    public static LetterClass Class(char source) => ClassOf(Entry(source));

    /// <summary>Folded form of a source character whose class is neither dropped nor complex.</summary>
    public static char Fold(char source) => Fold(Entry(source));

    /// <summary>Folds a text whose every character has a simple form of one character; false otherwise.</summary>
    public static bool TryFold(ReadOnlySpan<char> source, Span<char> folded)
    {
        for (var i = 0; i < source.Length; i++)
        {
            folded[i] = Fold(source[i]);
            if (Class(source[i]) is LetterClass.Dropped or LetterClass.Complex)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Folds any text.</summary>
    public static string Of(ReadOnlySpan<char> source)
    {
        var result = new StringBuilder(source.Length);
        foreach (var rune in source.EnumerateRunes())
        {
            if (!rune.IsBmp || Class((char)rune.Value) is LetterClass.Complex)
            {
                result.Append(Expand(rune));
            }
            else if (Class((char)rune.Value) is not LetterClass.Dropped)
            {
                result.Append(Fold((char)rune.Value));
            }
        }

        return result.ToString();
    }

    /// <summary>Folded form of a character whose compatibility form is longer, or which needs two UTF-16 units.</summary>
    public static string Expand(Rune rune)
    {
        var result = new StringBuilder(4);
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKC))
        {
            if (Class(part) is LetterClass.Complex)
            {
                result.Append(part);
            }
            else if (Class(part) is not LetterClass.Dropped)
            {
                result.Append(Fold(part));
            }
        }

        return result.ToString();
    }

    private static int[] MakePage(int page)
    {
        var entries = new int[PageLength];
        for (var i = 0; i < PageLength; i++)
        {
            var source = (char)((page * PageLength) + i);
            var found = Classify(source, out var folded);
            entries[i] = folded | ((int)found << 16) | (char.IsUpper(source) ? CapitalBit : 0);
        }

        return Pages[page] = entries;
    }

    private static LetterClass Classify(char source, out char folded)
    {
        folded = source;
        if (char.IsSurrogate(source))
        {
            return LetterClass.Complex;
        }

        if (source < 128)
        {
            folded = char.ToLowerInvariant(source);
            return ClassOfFolded(folded);
        }

        var category = CharUnicodeInfo.GetUnicodeCategory(source);
        if (category is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark || source == '\u0640')
        {
            return LetterClass.Dropped;
        }

        if (category is UnicodeCategory.DecimalDigitNumber)
        {
            folded = (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(source));
            return LetterClass.Digit;
        }

        return TryFoldOne(source, category, out folded) ? ClassOfFolded(folded) : LetterClass.Complex;
    }

    private static LetterClass ClassOfFolded(char folded) => folded switch
    {
        >= 'a' and <= 'z' => LetterClass.Latin,
        >= '0' and <= '9' => LetterClass.Digit,
        _ when char.IsWhiteSpace(folded) => LetterClass.Space,
        _ when !char.IsLetter(folded) => LetterClass.Sign,
        >= '\u00C0' and <= '\u024F' => LetterClass.Latin,
        >= '\u0400' and <= '\u052F' => LetterClass.Cyrillic,
        >= '\u0600' and <= '\u06FF' => LetterClass.Arabic,
        _ => LetterClass.OtherLetter,
    };

    private static bool TryFoldOne(char source, UnicodeCategory category, out char folded)
    {
        folded = Equivalent(source);
        if (folded != source)
        {
            return true;
        }

        // Raised digits belong to units; CJK and Hangul have nothing to fold.
        if (source is >= '\u0400' and <= '\u052F' or >= '\u3040' and <= '\u30FF' or >= '\u4E00' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3'
            or 'ß' or 'ł' or 'Ł' or '²' or '³' or '¹' || category is UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse)
        {
            folded = char.ToLowerInvariant(source);
            return true;
        }

        return TryFoldDecomposed(source, out folded);
    }

    private static char Equivalent(char source) => source switch
    {
        'Ё' or 'ё' => 'е',
        'أ' or 'إ' or 'آ' or 'ٱ' => 'ا',
        'ى' or 'ئ' => 'ي',
        'ة' => 'ه',
        'ؤ' => 'و',
        'Ł' or 'ł' => 'l',
        'Ø' or 'ø' => 'o',
        'Đ' or 'đ' => 'd',
        'ı' or 'İ' => 'i',
        '’' or '‘' or 'ʼ' or '´' => '\'',
        '‐' or '‑' or '‒' or '–' or '—' or '−' => '-',
        _ => source,
    };

    // Accents of Latin and Greek letters go: "müller" and "muller" are one name to a recogniser of speech.
    private static bool TryFoldDecomposed(char source, out char folded)
    {
        folded = '\0';
        foreach (var part in source.ToString().Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(part) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
            {
                continue;
            }

            if (folded != '\0')
            {
                return false;
            }

            folded = char.ToLowerInvariant(part);
        }

        folded = folded == '\0' ? ' ' : folded;
        return true;
    }
}
