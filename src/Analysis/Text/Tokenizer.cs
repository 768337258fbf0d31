using System.Runtime.CompilerServices;

namespace Earshot.Analysis.Text;

/// <summary>Cuts text into words: letters and digits with inner apostrophes; a placeholder such as <c>[CARD_1]</c> is one word, <c>[card]</c>.</summary>
internal static class Tokenizer
{
    // Latin, Greek, Cyrillic and Arabic letters in lower case, worked out once; two values that no letter has mark the rest.
    private const char Known = '\u0700';
    private const char Outside = '\0';
    private const char Skipped = '\u0001';

    private static readonly char[] Folded = FoldKnown();

    public static void Read(string text, int turn, CallWords words)
    {
        // The end of the text once more with room behind it, so that blocks can be read there too.
        Span<char> tail = stackalloc char[PlainWord.Block * 2];
        text.AsSpan(Math.Max(0, text.Length - PlainWord.Block)).CopyTo(tail);
        Read(text, turn, words, tail, stackalloc char[WordForm.Room]);
    }

    // Apart from what lies on the stack: the runtime makes such a method once, before it knows what is constant.
    private static void Read(string text, int turn, CallWords words, ReadOnlySpan<char> tail, Span<char> buffer)
    {
        var tailStart = Math.Max(0, text.Length - PlainWord.Block);
        for (var i = 0; i < text.Length;)
        {
            if (!IsStart(text[i]))
            {
                i++;
                continue;
            }

            var block = i <= text.Length - PlainWord.Block ? text.AsSpan(i, PlainWord.Block) : tail.Slice(i - tailStart, PlainWord.Block);
            if (PlainWord.Read(block, out var form) is var letters and > 0 and < PlainWord.Block && Ends(block[letters]) && words.TryAdd(form, letters, turn, i))
            {
                i += block[letters] == ' ' ? letters + 1 : letters;
                continue;
            }

            var end = text[i] == '[' ? ReadPlaceholder(text, i, buffer, out var length) : ReadWord(text, i, buffer, out length);
            if (end > i)
            {
                words.Add(buffer, length, turn, i, end - i);
            }

            i = Math.Max(end, i + 1);
        }
    }

    /// <summary>The words of a phrase as rules name them.</summary>
    public static List<string> Split(string text)
    {
        Span<char> buffer = stackalloc char[WordForm.Room];
        var words = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            var length = 0;
            var end = !IsStart(text[i]) ? i : text[i] == '[' ? ReadPlaceholder(text, i, buffer, out length) : ReadWord(text, i, buffer, out length);
            if (end > i)
            {
                words.AddRange(Contractions.Split(buffer[..length].ToString()));
            }

            i = Math.Max(end, i + 1);
        }

        return words;
    }

    /// <summary>The written forms of a text, contractions whole.</summary>
    public static List<string> Forms(string text)
    {
        Span<char> buffer = stackalloc char[WordForm.Room];
        var forms = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            var length = 0;
            var end = !IsStart(text[i]) ? i : text[i] == '[' ? ReadPlaceholder(text, i, buffer, out length) : ReadWord(text, i, buffer, out length);
            if (end > i)
            {
                forms.Add(buffer[..length].ToString());
            }

            i = Math.Max(end, i + 1);
        }

        return forms;
    }

    /// <summary>Where each word of a text stands; the words of a contraction share a place.</summary>
    public static List<(int Start, int End)> Places(string text)
    {
        Span<char> buffer = stackalloc char[WordForm.Room];
        var places = new List<(int Start, int End)>();
        for (var i = 0; i < text.Length;)
        {
            var length = 0;
            var end = !IsStart(text[i]) ? i : text[i] == '[' ? ReadPlaceholder(text, i, buffer, out length) : ReadWord(text, i, buffer, out length);
            if (end > i)
            {
                places.AddRange(Enumerable.Repeat((i, end), Contractions.Split(buffer[..length].ToString()).Length));
            }

            i = Math.Max(end, i + 1);
        }

        return places;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsStart(char letter) => letter == '[' || (letter < Known ? Folded[letter] > Skipped : char.IsLetterOrDigit(letter));

    // True for what no word goes on with.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Ends(char after) => after < Known && Folded[after] == Outside && !IsApostrophe(after);

    // The form is folded on the way: one look at each letter.
    private static int ReadWord(string text, int from, Span<char> form, out int length)
    {
        length = 0;
        var i = from;
        for (; i < text.Length; i++)
        {
            var letter = text[i];
            var folded = letter < Known ? Folded[letter] : FoldRare(letter);
            if (folded == Outside)
            {
                if (i == from || !IsApostrophe(letter) || i + 1 >= text.Length || !char.IsLetter(text[i + 1]))
                {
                    break;
                }

                folded = '\'';
            }

            if (folded > Skipped && length < WordForm.Longest)
            {
                form[length++] = folded;
            }
        }

        return i;
    }

    private static char FoldRare(char letter) => char.IsLetterOrDigit(letter) ? Fold(letter) : Outside;

    private static bool IsMark(char letter) => letter is (>= '\u0300' and <= '\u036F') or (>= '\u064B' and <= '\u0652') or '\u0640';

    private static char[] FoldKnown()
    {
        var folded = new char[Known];
        for (var letter = '\0'; letter < Known; letter++)
        {
            folded[letter] = IsMark(letter) ? Skipped : char.IsLetterOrDigit(letter) ? Fold(letter) : Outside;
        }

        return folded;
    }

    private static bool IsApostrophe(char letter) => letter is '\'' or '’' or 'ʼ';

    private static int ReadPlaceholder(string text, int from, Span<char> form, out int length)
    {
        var end = EndOfPlaceholder(text, from);
        for (var i = from; i < end; i++)
        {
            form[i - from] = Fold(text[i]);
        }

        length = end > from ? WithoutOrdinal(form[..(end - from)]) : 0;
        return end;
    }

    // A placeholder is [UPPER_CASE] or [UPPER_CASE_1]; anything else after a bracket is plain text.
    private static int EndOfPlaceholder(string text, int from)
    {
        var i = from + 1;
        while (i < text.Length && i - from < WordForm.Longest - 1 && (char.IsAsciiLetter(text[i]) || char.IsAsciiDigit(text[i]) || text[i] == '_'))
        {
            i++;
        }

        return i < text.Length && text[i] == ']' && i > from + 1 ? i + 1 : from;
    }

    private static char Fold(char letter) => letter switch
    {
        < 'A' => letter,
        <= 'Z' => (char)(letter | 0x20),
        < '\u007F' => letter,
        '’' or 'ʼ' => '\'',
        'ё' or 'Ё' => 'е',
        _ => char.ToLowerInvariant(letter),
    };

    private static int WithoutOrdinal(Span<char> form)
    {
        var end = form.Length - 1;
        while (end > 1 && char.IsAsciiDigit(form[end - 1]))
        {
            end--;
        }

        if (end > 1 && end < form.Length - 1 && form[end - 1] == '_')
        {
            form[end - 1] = ']';
            return end;
        }

        return form.Length;
    }
}
