using Earshot.Masking.Tokens;

namespace Earshot.Masking.Context;

/// <summary>
/// Context phrases of all rules as one tree over entries of the lexicon. A phrase is words with spaces between, a word
/// may be a stem ("паспорт*"); phrases are parted by semicolons. The longest phrase at a place wins.
/// </summary>
internal sealed class PhraseTable
{
    private const int MaximumWords = 6;

    private readonly StepTable steps = new();
    private readonly List<int[]> topics = [[]];

    /// <summary>Adds the phrases of one topic; the words go to the lexicon.</summary>
    public void Add(LexiconBuilder lexicon, string phrases, int topic)
    {
        foreach (var phrase in phrases.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(WithConjunction))
        {
            var node = 0;
            foreach (var word in phrase.Split([' ', '\n', '\r', '\''], StringSplitOptions.RemoveEmptyEntries))
            {
                node = Step(node, lexicon.Add(word, node == 0 ? WordTraits.PhraseStart : WordTraits.None));
            }

            if (!topics[node].Contains(topic))
            {
                topics[node] = [.. topics[node], topic];
            }
        }
    }

    // "وتاريخ الانتهاء": Arabic writes "and" as one word with the next.
    private static string[] WithConjunction(string phrase) => phrase[0] is >= 'ء' and <= 'ي' and not 'و' ? [phrase, "و" + phrase] : [phrase];

    /// <summary>Finds all mentions in the call. Linear: a phrase is at most a few words.</summary>
    public void Find(TokenisedCall call, TopicList mentions)
    {
        var tokens = call.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Is(WordTraits.PhraseStart) && Longest(call, i, out var last) is { Length: > 0 } found)
            {
                foreach (var topic in found)
                {
                    mentions.Add(new TopicMention(i, last, topic));
                }

                i = last;
            }
        }
    }

    private int[] Longest(TokenisedCall call, int first, out int last)
    {
        int[] best = [];
        last = first;
        Walk(call, 0, first, 0, ref best, ref last);
        return best;
    }

    // A word may go on as itself and as any stem that it begins with: all ways are tried, a phrase is short.
    private void Walk(TokenisedCall call, int node, int token, int depth, ref int[] best, ref int last)
    {
        for (var word = call.Tokens[token].Word; word != 0; word = call.Lexicon[word].Stem)
        {
            if (steps.Next(node, word) is not (> 0 and var next))
            {
                continue;
            }

            if (topics[next].Length > 0 && (token > last || best.Length == 0))
            {
                best = topics[next];
                last = token;
            }

            var following = Following(call, token);
            if (following > 0 && depth + 1 < MaximumWords)
            {
                Walk(call, next, following, depth + 1, ref best, ref last);
            }
        }
    }

    // The next word of the turn, over a hyphen, an apostrophe or a glued stop; 0 when there is none.
    private static int Following(TokenisedCall call, int token)
    {
        var next = token + 1;
        while (next < call.Tokens.Length && next <= token + 2
            && (call.IsSign(next, '-') || call.IsSign(next, '\'') || call.IsSign(next, '_') || (call.IsSign(next, '.') && next + 1 < call.Tokens.Length && call.IsGlued(next + 1))))
        {
            next++;
        }

        return next < call.Tokens.Length && call.Tokens[next].Turn == call.Tokens[token].Turn ? next : 0;
    }

    private int Step(int node, int word)
    {
        var next = steps.Next(node, word);
        if (next == 0)
        {
            next = topics.Count;
            topics.Add([]);
            steps.Add(node, word, next);
        }

        return next;
    }
}
