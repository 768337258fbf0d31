namespace Earshot.Speech.Decoding;

/// <summary>With what to decode, and what it may cost.</summary>
internal sealed record DecodingLimits
{
    /// <summary>The decoder: ffmpeg, or another path to it from the environment.</summary>
    public string Program { get; init; } = Environment.GetEnvironmentVariable("EARSHOT_FFMPEG") ?? "ffmpeg";

    /// <summary>Longest recording to accept.</summary>
    public TimeSpan MaxDuration { get; init; } = TimeSpan.FromHours(4);

    /// <summary>How long the decoder may be silent while somebody waits for it.</summary>
    public TimeSpan Stall { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Address space of the decoder's process.</summary>
    public long MaxMemory { get; init; } = 1L << 30;

    /// <summary>Largest file of a kind that must be held in memory because its index may be at its end.</summary>
    public long MaxHeldFile { get; init; } = 512L << 20;

    /// <summary>Channels of the largest recording to accept.</summary>
    public int MaxChannels { get; init; } = 8;
}
