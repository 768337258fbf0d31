using Earshot.Masking.Tokens;

namespace Earshot.Masking.Context;

/// <summary>
/// How strongly the talk around a place asks for each topic: what was named right before counts most, then what was
/// asked a turn or two earlier, then what is said right after.
/// </summary>
internal ref struct ReadContext
{
    private const int FarthestTokens = 60;
    private const int FarthestMentions = 12;
    private const int FarthestAfter = 7;

    private readonly TokenisedCall call;
    private readonly ReadOnlySpan<TopicMention> mentions;
    private int next;

    public ReadContext(TokenisedCall call)
    {
        this.call = call;
        mentions = call.Topics.Items;
    }

    /// <summary>Fills the strengths, by topic, for a run of tokens. Runs must be asked about in order.</summary>
    public void For(int first, int last, scoped Span<float> strengths)
    {
        strengths.Clear();
        while (next < mentions.Length && mentions[next].First < first)
        {
            next++;
        }

        LookBack(first, strengths);
        LookAhead(last, strengths);
    }

    private readonly void LookBack(int first, scoped Span<float> strengths)
    {
        var fading = 1f;
        var nearest = -1;
        var general = 0f;
        for (var i = next - 1; i >= 0 && i >= next - FarthestMentions; i--)
        {
            var strength = StrengthOf(mentions[i], first);
            if (strength <= 0)
            {
                return;
            }

            // "номер", "last four": of whatever was spoken about before.
            var topic = mentions[i].Topic;
            if (MaskingRules.IsGeneral(topic))
            {
                general = Math.Max(general, strength);
                Raise(ref strengths[topic], strength * fading);
                continue;
            }

            // A topic that another one has followed counts for less.
            if (nearest >= 0 && mentions[i].First != nearest)
            {
                fading *= 0.7f;
                general = 0;
            }

            nearest = mentions[i].First;
            Raise(ref strengths[topic], Math.Max(strength, general * 0.95f) * fading);
        }
    }

    private static void Raise(ref float kept, float strength) => kept = Math.Max(kept, strength);

    private readonly float StrengthOf(in TopicMention mention, int first)
    {
        var turns = call.Turns;
        var (asked, answered) = (call.Tokens[mention.Last].Turn, call.Tokens[first].Turn);
        if (asked == answered)
        {
            return ByDistance(first - mention.Last);
        }

        var passed = call.SubstanceBefore(answered) - call.SubstanceBefore(asked + 1);
        if (passed > 2 || answered - asked > 24)
        {
            return 0;
        }

        var toEnd = call.FirstToken(asked + 1) - mention.Last;
        var fromStart = first - call.FirstToken(answered);
        var same = string.Equals(turns[asked].Speaker, turns[answered].Speaker, StringComparison.Ordinal);
        return Math.Max(0.05f, (same ? 0.7f : 0.9f) - (0.15f * passed) - (0.012f * Math.Min(20, toEnd)) - (0.012f * Math.Min(30, fromStart)));
    }

    private static float ByDistance(int distance) => distance switch
    {
        <= 4 => 1,
        <= 8 => 0.92f,
        <= 12 => 0.8f,
        <= 18 => 0.66f,
        <= 28 => 0.5f,
        <= 40 => 0.36f,
        <= FarthestTokens => 0.2f,
        _ => 0,
    };

    private readonly void LookAhead(int last, scoped Span<float> strengths)
    {
        var turn = call.Tokens[last].Turn;
        for (var i = next; i < mentions.Length && mentions[i].First - last <= FarthestAfter; i++)
        {
            var distance = mentions[i].First - last;
            if (distance <= 0 || call.Tokens[mentions[i].First].Turn != turn || CrossesNumberOrSentence(last + 1, mentions[i].First) || CrossesLines(last + 1, mentions[i].First))
            {
                continue;
            }

            ref var kept = ref strengths[mentions[i].Topic];
            kept = Math.Max(kept, 0.75f - (0.05f * distance));
        }
    }

    // A line of a transcript is a turn: what the next but one names is about something else.
    private readonly bool CrossesLines(int from, int to)
    {
        var lines = 0;
        for (var i = from; i <= to; i++)
        {
            lines += call.Tokens[i].Is(TokenShape.LineStart) ? 1 : 0;
        }

        return lines > 1;
    }

    private readonly bool CrossesNumberOrSentence(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (call.Tokens[i].Kind is TokenKind.Number || (call.Tokens[i].Kind is TokenKind.Sign && call.Folded(i)[0] is '.' or ';' or '?' or '!'))
            {
                return true;
            }
        }

        return false;
    }
}
