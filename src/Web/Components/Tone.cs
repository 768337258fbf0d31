namespace Earshot.Web.Components;

/// <summary>What a colour says. The word beside it says the same: colour is never alone.</summary>
public enum Tone
{
    /// <summary>Says nothing.</summary>
    Quiet,

    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Worth a look.</summary>
    Warn,

    /// <summary>Wrong.</summary>
    Bad,

    /// <summary>Good to know.</summary>
    Info,

    /// <summary>Ours.</summary>
    Accent,
}

internal static class Tones
{
    public static string Name(this Tone tone) => tone switch
    {
        Tone.Good => "good",
        Tone.Warn => "warn",
        Tone.Bad => "bad",
        Tone.Info => "info",
        Tone.Accent => "accent",
        _ => "quiet",
    };

    /// <summary>Tone of a score from 0 to 100.</summary>
    public static Tone OfScore(double score) => score switch
    {
        >= 80 => Tone.Good,
        >= 60 => Tone.Warn,
        _ => Tone.Bad,
    };

    /// <summary>Tone of a sentiment from -1 to 1.</summary>
    public static Tone OfSentiment(double score) => score switch
    {
        > 0.15 => Tone.Good,
        < -0.15 => Tone.Bad,
        _ => Tone.Quiet,
    };
}
