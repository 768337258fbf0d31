namespace Earshot.Masking.Finding;

/// <summary>
/// Settles candidates that overlap. No token that any recogniser claimed is given back: the winner keeps its range, and
/// the loser keeps what the winner leaves of it.
/// </summary>
internal static class ResolveOverlaps
{
    // One token more is worth this much confidence.
    private const float LengthWeight = 0.02f;

    /// <summary>Leaves candidates that are sorted by position and do not overlap.</summary>
    public static void In(CandidateList found)
    {
        var items = found.Items;
        if (items.Length < 2)
        {
            return;
        }

        items.Sort(static (a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.Last.CompareTo(a.Last));
        var kept = 0;
        for (var i = 1; i < items.Length; i++)
        {
            kept = Settle(items, kept, items[i]);
        }

        found.Truncate(kept + 1);
    }

    private static int Settle(Span<Candidate> items, int kept, Candidate next)
    {
        // What the one before the last has won stays won.
        if (kept > 0 && next.First <= items[kept - 1].Last)
        {
            next = next with { First = items[kept - 1].Last + 1, Value = null };
        }

        var previous = items[kept];
        if (next.First > next.Last)
        {
            return kept;
        }

        if (next.First > previous.Last)
        {
            items[kept + 1] = next;
            return kept + 1;
        }

        if (Wins(previous, next))
        {
            return next.Last <= previous.Last ? kept : Append(items, kept, next with { First = previous.Last + 1, Value = null });
        }

        return Replace(items, kept, previous, next);
    }

    private static int Replace(Span<Candidate> items, int kept, Candidate previous, Candidate next)
    {
        // The winner lies inside: what is left of it and right of it would be two pieces of one value, so it takes all.
        if (previous.Last > next.Last)
        {
            items[kept] = next with { First = previous.First, Last = previous.Last, Value = null };
            return kept;
        }

        if (next.First == previous.First)
        {
            items[kept] = next;
            return kept;
        }

        items[kept] = previous with { Last = next.First - 1, Value = null };
        return Append(items, kept, next);
    }

    private static int Append(Span<Candidate> items, int kept, Candidate next)
    {
        items[kept + 1] = next;
        return kept + 1;
    }

    private static bool Wins(in Candidate a, in Candidate b) => Weight(a) >= Weight(b);

    private static float Weight(in Candidate candidate) =>
        candidate.Confidence + Math.Min(0.2f, LengthWeight * (candidate.Last - candidate.First));
}
