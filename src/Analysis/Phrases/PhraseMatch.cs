namespace Earshot.Analysis.Phrases;

/// <summary>Where a rule holds, with the matches that it was put together from.</summary>
internal sealed record PhraseMatch(int First, int Last, PhraseMatch? Left = null, PhraseMatch? Right = null)
{
    /// <summary>From the first word to the last.</summary>
    public PhraseSpan Span => new(First, Last);

    /// <summary>The single phrases that were said, in the order in which they were joined.</summary>
    public IEnumerable<PhraseMatch> Leaves() =>
        Left is null || Right is null ? [this] : Left.Leaves().Concat(Right.Leaves());

    public static PhraseMatch Join(PhraseMatch left, PhraseMatch right) =>
        new(Math.Min(left.First, right.First), Math.Max(left.Last, right.Last), left, right);
}

/// <summary>Whether a rule holds, and where. A rule about absence or number may hold nowhere in particular.</summary>
internal readonly record struct PhraseOutcome(bool Holds, IReadOnlyList<PhraseMatch> Matches)
{
    public static readonly PhraseOutcome No = new(false, []);

    public static PhraseOutcome Of(List<PhraseMatch> matches) => matches.Count == 0 ? No : new PhraseOutcome(true, matches);
}
