using Earshot.Analysis.Text;

namespace Earshot.Analysis.Phrases;

/// <summary>
/// Writes out what may be said for a phrase: <c>"(can|could) you ~refund me?"</c> becomes every sequence of terms that matches.
/// <c>*</c> is any one word, <c>refund*</c> and <c>*ing</c> a word that begins or ends so, <c>...</c> none to three words, <c>?</c> makes the part before it optional.
/// </summary>
internal sealed class PhrasePaths(Vocabulary vocabulary)
{
    /// <summary>The term that any word matches.</summary>
    public const int AnyWord = 0;

    // Alternatives of one word each become one term, so that long lists do not multiply.
    private const int SmallestClass = 3;
    private const int MostPaths = 2_000;

    public List<int[]> Expand(Lexeme phrase)
    {
        var text = phrase.Text;
        var offset = phrase.Position + (phrase.Length - text.Length > 1 ? phrase.Length - text.Length - 1 : phrase.Length - text.Length);
        var at = 0;
        var paths = Alternatives(text, ref at, offset, phrase.Mark, depth: 0);
        if (at < text.Length)
        {
            throw new PhraseSyntaxException(offset + at, 1, "This bracket closes nothing.");
        }

        return paths.TrueForAll(path => path is [not AnyWord, ..])
            ? paths
            : throw new PhraseSyntaxException(phrase.Position, phrase.Length, "A phrase begins with a word that must be said.");
    }

    private List<int[]> Alternatives(string text, ref int at, int offset, char mark, int depth)
    {
        var all = Sequence(text, ref at, offset, mark, depth);
        while (at < text.Length && text[at] == '|')
        {
            at++;
            all.AddRange(Sequence(text, ref at, offset, mark, depth));
        }

        return all;
    }

    private List<int[]> Sequence(string text, ref int at, int offset, char mark, int depth)
    {
        var paths = new List<int[]> { Array.Empty<int>() };
        while (at < text.Length && text[at] is not ('|' or ')'))
        {
            if (char.IsWhiteSpace(text[at]) || text[at] is ',' or '-' or '!')
            {
                at++;
                continue;
            }

            var place = at;
            var part = Part(text, ref at, offset, mark, depth);
            if (at < text.Length && text[at] == '?')
            {
                part.Add([]);
                at++;
            }

            paths = Join(paths, part);
            if (paths.Count > MostPaths)
            {
                throw new PhraseSyntaxException(offset + place, at - place, $"The phrase has more than {MostPaths} forms; split it into several.");
            }
        }

        return paths;
    }

    private List<int[]> Part(string text, ref int at, int offset, char mark, int depth)
    {
        if (text[at] == '(')
        {
            return Group(text, ref at, offset, mark, depth);
        }

        if (text[at] == '*' && (at + 1 >= text.Length || !char.IsLetter(text[at + 1])))
        {
            at++;
            return [[AnyWord]];
        }

        if (text.AsSpan(at).StartsWith("..."))
        {
            at += 3;
            return [[], [AnyWord], [AnyWord, AnyWord], [AnyWord, AnyWord, AnyWord]];
        }

        return [Word(text, ref at, offset, mark)];
    }

    private List<int[]> Group(string text, ref int at, int offset, char mark, int depth)
    {
        var open = at++;
        if (depth > 4)
        {
            throw new PhraseSyntaxException(offset + open, 1, "Brackets are nested too deeply.");
        }

        var inner = Alternatives(text, ref at, offset, mark, depth + 1);
        if (at >= text.Length)
        {
            throw new PhraseSyntaxException(offset + open, 1, "This bracket is not closed.");
        }

        at++;
        var single = inner.Where(path => path is [not AnyWord]).Select(path => path[0]).ToArray();
        return single.Length < SmallestClass ? inner : [[vocabulary.Class(single)], .. inner.Where(path => path is not [not AnyWord])];
    }

    private int[] Word(string text, ref int at, int offset, char mark)
    {
        if (text[at] == '*')
        {
            at++;
            return [vocabulary.Ending(Letters(text, ref at))];
        }

        var start = at;
        var own = text[at] is '~' or '%' ? text[at++] : mark;
        var from = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('|' or '(' or ')' or '?' or '*' or ','))
        {
            at++;
        }

        if (at < text.Length && text[at] == '*' && at > from)
        {
            return [vocabulary.Beginning(text[from..at++].ToLowerInvariant().Replace('ё', 'е'))];
        }

        var words = Tokenizer.Split(text[from..at]);
        return words.Count > 0
            ? [.. words.Select(word => Term(word, own))]
            : throw new PhraseSyntaxException(offset + start, Math.Max(1, at - start), "There is no word here.");
    }

    private static string Letters(string text, ref int at)
    {
        var from = at;
        while (at < text.Length && char.IsLetter(text[at]))
        {
            at++;
        }

        return text[from..at].ToLowerInvariant().Replace('ё', 'е');
    }

    private int Term(string word, char mark) => mark switch
    {
        '~' => vocabulary.Stem(word),
        '%' => vocabulary.Resembling(word),
        _ => vocabulary.Exact(word),
    };

    private static List<int[]> Join(List<int[]> left, List<int[]> right) =>
        [.. left.SelectMany(head => right.Select(tail => (int[])[.. head, .. tail]))];
}
