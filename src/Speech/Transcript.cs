namespace Earshot.Speech;

/// <summary>A recognised word.</summary>
/// <param name="Text">Verbatim, without inverse normalisation.</param>
/// <param name="Start">Offset from the start of the recording.</param>
/// <param name="End">Offset of its end.</param>
/// <param name="Confidence">0 to 1; null when the engine gives none.</param>
public sealed record SpokenWord(string Text, TimeSpan Start, TimeSpan End, double? Confidence = null);

/// <summary>One uninterrupted utterance of one speaker.</summary>
/// <param name="Speaker"><c>agent</c>, <c>agent2</c> (a colleague whom the call was handed to), <c>customer</c>, or <c>speaker1</c> … when roles are not known.</param>
/// <param name="Channel">Channel of the recording, from 0.</param>
/// <param name="Start">Offset from the start of the recording.</param>
/// <param name="End">Offset of its end.</param>
/// <param name="Text">The words, separated by spaces.</param>
/// <param name="Words">The words with their times.</param>
/// <param name="Doubtful">True when guards suspect invented text (speech recognised where there was silence, loops).</param>
public sealed record SpokenTurn(
    string Speaker, int Channel, TimeSpan Start, TimeSpan End, string Text, IReadOnlyList<SpokenWord> Words, bool Doubtful = false);

/// <summary>Something in a recording that is not speech.</summary>
/// <param name="Kind"><see cref="Music"/> or <see cref="Silence"/>.</param>
/// <param name="Channel">Channel of the recording, from 0.</param>
/// <param name="Start">Offset from the start of the recording.</param>
/// <param name="End">Offset of its end.</param>
public sealed record AudioEvent(string Kind, int Channel, TimeSpan Start, TimeSpan End)
{
    /// <summary>Hold music.</summary>
    public const string Music = "music";

    /// <summary>A long silence.</summary>
    public const string Silence = "silence";
}

/// <summary>What was said in a recording.</summary>
/// <param name="Language">ISO 639-1 code.</param>
/// <param name="Engine">Name and version of the engine and model.</param>
/// <param name="Duration">Duration of the recording.</param>
/// <param name="Turns">Utterances by start time; overlapping ones are kept apart by channel or speaker.</param>
public sealed record Transcript(string Language, string Engine, TimeSpan Duration, IReadOnlyList<SpokenTurn> Turns)
{
    /// <summary>Hold music and long silences, by start time.</summary>
    public IReadOnlyList<AudioEvent> Events { get; init; } = [];

    /// <summary>Number of channels that carry a voice of their own; 1 for a mono recording and for one whose channels are copies.</summary>
    public int Channels { get; init; } = 1;

    /// <summary>Whether the words agree with the setting that names the agent's channel; see <see cref="Earshot.Speech.AgentCheck"/>.</summary>
    public string AgentCheck { get; init; } = Earshot.Speech.AgentCheck.Unknown;
}

/// <summary>What was heard compared with the setting that names the agent's channel.</summary>
public static class AgentCheck
{
    /// <summary>The named channel greets for the company.</summary>
    public const string Confirmed = "confirmed";

    /// <summary>Another channel greets for the company: the setting should be looked at. The setting was followed all the same.</summary>
    public const string Contradicted = "contradicted";

    /// <summary>Nothing tells, or no channel was named.</summary>
    public const string Unknown = "unknown";
}
