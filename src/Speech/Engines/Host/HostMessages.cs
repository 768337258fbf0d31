using System.Text.Json.Serialization;

namespace Earshot.Speech.Engines.Host;

/// <summary>What to load.</summary>
/// <param name="Recognizer">Kind of recogniser.</param>
/// <param name="Settings">Its settings.</param>
internal sealed record HostStart(string Recognizer, IReadOnlyDictionary<string, string> Settings);

/// <summary>Audio follows as a frame of its own.</summary>
internal sealed record HostTask(string Language, IReadOnlyList<string> HotWords);

/// <summary>Words, or why there are none.</summary>
internal sealed record HostReply(IReadOnlyList<HostWord>? Words, string? Error)
{
    public string? Language { get; init; }

    /// <summary>How likely it is that nobody speaks, 0 to 1; null where nothing looked.</summary>
    public double? NoSpeech { get; init; }
}

/// <summary>A word with times in seconds.</summary>
internal sealed record HostWord(string Text, double Start, double End, double? Confidence);

[JsonSerializable(typeof(HostStart))]
[JsonSerializable(typeof(HostTask))]
[JsonSerializable(typeof(HostReply))]
internal sealed partial class HostJson : JsonSerializerContext;
