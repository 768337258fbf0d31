namespace Earshot.Speech;

/// <summary>What an engine is and promises.</summary>
/// <param name="Name">Short name, for example <c>pocketsphinx</c>.</param>
/// <param name="Region">Region in which it processes: <c>local</c>, <c>ru</c>, <c>eu</c>, <c>ae</c> …</param>
/// <param name="Languages">ISO 639-1 codes that it recognises.</param>
/// <param name="SampleRate">Sample rate of the audio that it wants, in hertz.</param>
/// <param name="MaxSegment">Longest piece of audio that it takes at once.</param>
/// <param name="HasWordTimes">True when it gives a time for each word.</param>
/// <param name="KeepsCopy">True when the engine keeps a copy until it is told to forget it.</param>
public sealed record SpeechEngineInfo(
    string Name, string Region, IReadOnlyCollection<string> Languages, int SampleRate, TimeSpan MaxSegment, bool HasWordTimes, bool KeepsCopy)
{
    /// <summary>Region of an engine on this machine.</summary>
    public const string Local = "local";

    /// <summary>Name and version of the model, for the transcript; empty when the engine's name says all.</summary>
    public string Model { get; init; } = string.Empty;

    /// <summary>From this length on a piece ends at the next pause.</summary>
    public TimeSpan PreferredSegment { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>A longer pause always ends a piece; engines that are paid or limited by request want fewer, longer pieces.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(0.8);

    /// <summary>How many pieces it works on at once.</summary>
    public int Parallel { get; init; } = 1;

    /// <summary>True when it listens for given words.</summary>
    public bool HasHotWords { get; init; }
}

/// <summary>What an engine is told beside the audio.</summary>
/// <param name="Language">ISO 639-1 code.</param>
/// <param name="HotWords">Names and terms to listen for; engines that cannot do so ignore them.</param>
public sealed record SpeechHints(string Language, IReadOnlyList<string> HotWords)
{
    /// <summary>Only the language is known.</summary>
    public SpeechHints(string language)
        : this(language, [])
    {
    }
}

/// <summary>What an engine made of a piece of audio.</summary>
/// <param name="Words">Words with times from the start of the piece; empty when nothing was said.</param>
public sealed record RecognizedSpeech(IReadOnlyList<SpokenWord> Words)
{
    /// <summary>Language that the engine heard, ISO 639-1; null when it does not say.</summary>
    public string? Language { get; init; }

    /// <summary>How likely the engine thinks it that nobody spoke, 0 to 1; null when it does not say.</summary>
    public double? NoSpeechProbability { get; init; }
}

/// <summary>A recogniser: a process on this machine, or a remote service. Safe to call from several threads.</summary>
public interface ISpeechEngine
{
    /// <summary>What it is and promises.</summary>
    SpeechEngineInfo Info { get; }

    /// <summary>Recognises one piece of single-channel audio.</summary>
    /// <param name="samples">Samples from -1 to 1 at the engine's sample rate.</param>
    /// <param name="hints">Language and vocabulary.</param>
    /// <param name="ct">Stops the work.</param>
    /// <exception cref="SpeechEngineException">The engine failed, was busy or timed out.</exception>
    Task<RecognizedSpeech> RecognizeAsync(ReadOnlyMemory<float> samples, SpeechHints hints, CancellationToken ct);

    /// <summary>Deletes whatever the engine kept of the recording.</summary>
    Task<ForgetReceipt> ForgetAsync(CancellationToken ct);

    /// <summary>The engine for one recording, so that <see cref="ForgetAsync(CancellationToken)"/> forgets that recording and no other.</summary>
    /// <param name="copyKept">Told the reference of each copy that the engine keeps, before anything else happens.</param>
    ISpeechEngine ForRecording(Func<string, CancellationToken, Task>? copyKept) => this;

    /// <summary>Deletes a copy by its reference: for what a crash left behind.</summary>
    Task<ForgetReceipt> ForgetAsync(string reference, CancellationToken ct) => ForgetAsync(ct);
}

/// <summary>An engine failed in one of the named ways.</summary>
public sealed class SpeechEngineException(SpeechFailure failure, string message, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>Which way.</summary>
    public SpeechFailure Failure { get; } = failure;

    /// <summary>When to try again, where the engine said so.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
