using Earshot.Masking.Tokens;

namespace Earshot.Masking.Context;

/// <summary>
/// Context phrases of all rules as one tree over entries of the lexicon. A phrase is words with spaces between, a word
/// may be a stem ("паспорт*"); phrases are parted by semicolons. The longest phrase at a place wins.
/// </summary>
internal sealed class PhraseTable
{
    private const int MaximumWords = 6;

    private readonly Dictionary<long, int> steps = [];
    private readonly List<int[]> topics = [[]];

    /// <summary>Adds the phrases of one topic; the words go to the lexicon.</summary>
    public void Add(LexiconBuilder lexicon, string phrases, int topic)
    {
        foreach (var phrase in phrases.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var node = 0;
            foreach (var word in phrase.Split([' ', '\n', '\r', '\''], StringSplitOptions.RemoveEmptyEntries))
            {
                node = Step(node, lexicon.Add(word, node == 0 ? WordTraits.PhraseStart : WordTraits.None));
            }

            topics[node] = [.. topics[node].Append(topic).Distinct()];
        }
    }

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
        var tokens = call.Tokens;
        int[] best = [];
        last = first;
        var node = 0;
        for (var i = first; i < tokens.Length && i < first + (MaximumWords * 2) && tokens[i].Turn == tokens[first].Turn; i++)
        {
            if (call.IsSign(i, '-') || call.IsSign(i, '\'') || (call.IsSign(i, '.') && i + 1 < tokens.Length && call.IsGlued(i + 1)) || call.IsSign(i, '_'))
            {
                continue;
            }

            node = Follow(call.Lexicon, node, tokens[i].Word);
            if (node == 0)
            {
                break;
            }

            if (topics[node].Length > 0)
            {
                best = topics[node];
                last = i;
            }
        }

        return best;
    }

    private int Follow(Lexicon lexicon, int node, int word)
    {
        for (; word != 0; word = lexicon[word].Stem)
        {
            if (steps.TryGetValue(Key(node, word), out var next))
            {
                return next;
            }
        }

        return 0;
    }

    private static long Key(int node, int word) => ((long)node << 32) | (uint)word;

    private int Step(int node, int word)
    {
        if (!steps.TryGetValue(Key(node, word), out var next))
        {
            next = topics.Count;
            topics.Add([]);
            steps.Add(Key(node, word), next);
        }

        return next;
    }
}
