namespace Earshot.Analysis.Text;

/// <summary>Cuts text into words: letters and digits with inner apostrophes; a placeholder such as <c>[CARD_1]</c> is one word, <c>[card]</c>.</summary>
internal static class Tokenizer
{
    private const int LongestWord = 64;

    // Latin, Greek, Cyrillic and Arabic letters in lower case, worked out once; two values that no letter has mark the rest.
    private const char Known = '\u0700';
    private const char Outside = '\0';
    private const char Skipped = '\u0001';

    private static readonly char[] Folded = FoldKnown();

    public static void Read(string text, int turn, Vocabulary vocabulary, List<Token> tokens)
    {
        Span<char> buffer = stackalloc char[LongestWord];
        for (var i = 0; i < text.Length;)
        {
            if (!IsStart(text[i]))
            {
                i++;
                continue;
            }

            var end = text[i] == '[' ? EndOfPlaceholder(text, i) : EndOfWord(text, i);
            if (end > i)
            {
                var form = Normalize(text.AsSpan(i, end - i), buffer);
                foreach (var word in vocabulary.Find(form))
                {
                    tokens.Add(new Token(word, turn, i, end - i));
                }
            }

            i = Math.Max(end, i + 1);
        }
    }

    /// <summary>The words of a phrase as rules name them.</summary>
    public static List<string> Split(string text)
    {
        Span<char> buffer = stackalloc char[LongestWord];
        var words = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            var end = !IsStart(text[i]) ? i : text[i] == '[' ? EndOfPlaceholder(text, i) : EndOfWord(text, i);
            if (end > i)
            {
                words.AddRange(Contractions.Split(Normalize(text.AsSpan(i, end - i), buffer).ToString()));
            }

            i = Math.Max(end, i + 1);
        }

        return words;
    }

    private static bool IsStart(char letter) => letter == '[' || (letter < Known ? Folded[letter] > Skipped : char.IsLetterOrDigit(letter));

    private static int EndOfWord(string text, int from)
    {
        var i = from + 1;
        while (i < text.Length && (IsInner(text[i]) || (IsApostrophe(text[i]) && i + 1 < text.Length && char.IsLetter(text[i + 1]))))
        {
            i++;
        }

        return i;
    }

    private static bool IsInner(char letter) => letter < Known ? Folded[letter] > Outside : char.IsLetterOrDigit(letter);

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

    // A placeholder is [UPPER_CASE] or [UPPER_CASE_1]; anything else after a bracket is plain text.
    private static int EndOfPlaceholder(string text, int from)
    {
        var i = from + 1;
        while (i < text.Length && i - from < LongestWord && (char.IsAsciiLetter(text[i]) || char.IsAsciiDigit(text[i]) || text[i] == '_'))
        {
            i++;
        }

        return i < text.Length && text[i] == ']' && i > from + 1 ? i + 1 : from;
    }

    private static ReadOnlySpan<char> Normalize(ReadOnlySpan<char> form, Span<char> buffer)
    {
        var length = 0;
        foreach (var letter in form[..Math.Min(form.Length, LongestWord)])
        {
            var folded = letter < Known && Folded[letter] != Outside ? Folded[letter] : Fold(letter);
            if (folded != Skipped)
            {
                buffer[length++] = folded;
            }
        }

        return form[0] == '[' ? WithoutOrdinal(buffer[..length]) : buffer[..length];
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

    private static ReadOnlySpan<char> WithoutOrdinal(Span<char> form)
    {
        var end = form.Length - 1;
        while (end > 1 && char.IsAsciiDigit(form[end - 1]))
        {
            end--;
        }

        if (end > 1 && end < form.Length - 1 && form[end - 1] == '_')
        {
            form[end - 1] = ']';
            return form[..end];
        }

        return form;
    }
}
