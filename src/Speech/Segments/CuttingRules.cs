namespace Earshot.Speech.Segments;

/// <summary>How speech is cut into pieces.</summary>
/// <param name="Preferred">From this length on a piece ends at the next pause.</param>
/// <param name="Longest">No piece is longer.</param>
internal sealed record CuttingRules(TimeSpan Preferred, TimeSpan Longest)
{
    /// <summary>The shortest pause between two regions of speech.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(0.25);

    /// <summary>A pause that always ends a piece.</summary>
    public TimeSpan LongPause { get; init; } = TimeSpan.FromSeconds(0.8);

    /// <summary>What is kept around speech, so that soft sounds are not lost.</summary>
    public TimeSpan Margin { get; init; } = TimeSpan.FromSeconds(0.2);

    /// <summary>Less speech than this is a click.</summary>
    public TimeSpan Shortest { get; init; } = TimeSpan.FromSeconds(0.12);
}
