namespace Earshot.Analysis.Text;

/// <summary>When the words of a turn were said, in seconds from the start of the call.</summary>
internal readonly record struct TurnClock(bool IsMeasured, int FirstToken, double Start, double PerToken, double End)
{
    /// <summary>Speech without times is placed by a usual rate of 150 words a minute, so that "first 20s" means something.</summary>
    public const double WordsPerSecond = 2.5;

    /// <summary>For a turn without times.</summary>
    public static readonly TurnClock Estimated = new(IsMeasured: false, 0, 0, 1 / WordsPerSecond, 0);

    /// <summary>The words of a turn that has times are spread over it evenly.</summary>
    public static TurnClock Measured(int firstToken, int words, TimeSpan start, TimeSpan end) =>
        new(true, firstToken, start.TotalSeconds, Math.Max(0, (end - start).TotalSeconds) / words, end.TotalSeconds);

    public double At(int token) => Start + ((token - FirstToken) * PerToken);
}
