using Earshot.Masking.Tokens;

namespace Earshot.Masking.Tuning;

/// <summary>
/// An organization's own words and phrases, matched without regard to case. A word may end in <c>*</c>: "ромашк*" is the
/// brand in every case.
/// </summary>
internal sealed class WordList
{
    private readonly Dictionary<string, List<string[]>> phrases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string[]>>.AlternateLookup<ReadOnlySpan<char>> byWord;
    private readonly List<string[]> stems = [];

    public WordList(IReadOnlyCollection<string> entries)
    {
        byWord = phrases.GetAlternateLookup<ReadOnlySpan<char>>();
        var cut = new TokenisedCall(MaskingRules.Lexicon);
        foreach (var entry in entries)
        {
            Add([.. entry.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Tokens(cut, word))]);
        }
    }

    public bool IsEmpty => phrases.Count == 0 && stems.Count == 0;

    /// <summary>How many tokens from here match the longest entry; 0 when none does.</summary>
    public int MatchAt(TokenisedCall call, int token)
    {
        var longest = byWord.TryGetValue(call.Folded(token), out var found) ? Longest(call, token, found) : 0;
        return Math.Max(longest, Longest(call, token, stems));
    }

    private void Add(string[] folded)
    {
        if (folded.Length == 0)
        {
            return;
        }

        if (folded[0].EndsWith('*'))
        {
            stems.Add(folded);
            return;
        }

        if (!phrases.TryGetValue(folded[0], out var sameStart))
        {
            phrases.Add(folded[0], sameStart = []);
        }

        sameStart.Add(folded);
    }

    // The same cutting as in a call, so that "X-5" is matched token by token.
    private static string[] Tokens(TokenisedCall cut, string word)
    {
        if (!Tokenise.Turns(cut, [new Turn(string.Empty, word.TrimEnd('*'))]))
        {
            return [];
        }

        var tokens = Enumerable.Range(0, cut.Tokens.Length).Select(i => cut.Folded(i).ToString()).ToArray();
        if (tokens.Length > 0 && word.EndsWith('*'))
        {
            tokens[^1] += "*";
        }

        return tokens;
    }

    private static int Longest(TokenisedCall call, int token, List<string[]> candidates)
    {
        var longest = 0;
        foreach (var words in candidates)
        {
            longest = words.Length > longest && Matches(call, token, words) ? words.Length : longest;
        }

        return longest;
    }

    private static bool Matches(TokenisedCall call, int token, string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (token + i >= call.Tokens.Length || call.Tokens[token + i].Turn != call.Tokens[token].Turn || !MatchesWord(call.Folded(token + i), words[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool MatchesWord(ReadOnlySpan<char> folded, string word) =>
        word.EndsWith('*') ? folded.StartsWith(word.AsSpan(0, word.Length - 1)) : folded.SequenceEqual(word);
}
