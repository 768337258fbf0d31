namespace Earshot.Speech.Engines.Host;

/// <summary>How long a local recogniser may take before it counts as hung.</summary>
internal sealed record LocalEngineLimits
{
    /// <summary>To load its model.</summary>
    public TimeSpan Loading { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>For any piece.</summary>
    public TimeSpan Least { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Times the duration of the piece.</summary>
    public double TimesDuration { get; init; } = 20;

    public TimeSpan For(int samples, int sampleRate) => Least + TimeSpan.FromSeconds(TimesDuration * samples / sampleRate);
}
