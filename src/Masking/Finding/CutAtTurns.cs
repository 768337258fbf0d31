using Earshot.Masking.Tokens;

namespace Earshot.Masking.Finding;

/// <summary>Cuts candidates that reach over turns, and those around placeholders, into pieces that share their value.</summary>
internal static class CutAtTurns
{
    public static void In(TokenisedCall call, CandidateList found)
    {
        var count = found.Count;
        for (var i = 0; i < count; i++)
        {
            var candidate = found.Items[i];
            var first = candidate.First;
            var isCut = false;
            for (var at = candidate.First; at <= candidate.Last; at++)
            {
                var isEnd = at == candidate.Last || call.Tokens[at + 1].Turn != call.Tokens[at].Turn || IsBorder(call, at) || IsBorder(call, at + 1);
                if (!isEnd)
                {
                    continue;
                }

                if (first == candidate.First && at == candidate.Last)
                {
                    break;
                }

                Add(call, found, candidate, first, at, ref isCut, i);
                first = at + 1;
            }
        }

        if (found.Count > count)
        {
            found.Items.Sort(static (a, b) => a.First.CompareTo(b.First));
        }
    }

    /// <summary>True when there is something to mask: a word, a number, or what an earlier pass found.</summary>
    public static bool HasWords(TokenisedCall call, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (call.Tokens[i].Kind is TokenKind.Word or TokenKind.Number || (first == last && call.Tokens[i].Is(TokenShape.Found)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBorder(TokenisedCall call, int token) => call.Tokens[token].Kind is TokenKind.Placeholder && !call.Tokens[token].Is(TokenShape.Found);

    private static void Add(TokenisedCall call, CandidateList found, in Candidate whole, int first, int last, ref bool isCut, int index)
    {
        if (!HasWords(call, first, last))
        {
            return;
        }

        var value = whole.Value ?? call.Folded(whole.First, whole.Last).ToString();
        if (!isCut)
        {
            found.Items[index] = whole with { First = first, Last = last, Value = value };
            isCut = true;
            return;
        }

        found.Add(first, last, whole.Type, whole.Confidence, whole.Rule, value);
    }
}
