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
    string Name, string Region, IReadOnlyCollection<string> Languages, int SampleRate, TimeSpan MaxSegment, bool HasWordTimes, bool KeepsCopy);

/// <summary>A recogniser. The two real implementations are a process or library on this machine and a remote service.</summary>
public interface ISpeechEngine
{
    /// <summary>What it is and promises.</summary>
    SpeechEngineInfo Info { get; }

    /// <summary>Recognises one piece of single-channel audio.</summary>
    /// <param name="samples">Samples from -1 to 1 at the engine's sample rate.</param>
    /// <param name="language">ISO 639-1 code.</param>
    /// <param name="ct">Stops the work.</param>
    /// <returns>Words with times from the start of the piece.</returns>
    /// <exception cref="SpeechEngineException">The engine failed, was busy or timed out.</exception>
    Task<IReadOnlyList<SpokenWord>> RecognizeAsync(ReadOnlyMemory<float> samples, string language, CancellationToken ct);

    /// <summary>Deletes whatever the engine kept of the recording.</summary>
    Task<ForgetReceipt> ForgetAsync(CancellationToken ct);
}

/// <summary>An engine failed in one of the named ways.</summary>
public sealed class SpeechEngineException(SpeechFailure failure, string message, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>Which way.</summary>
    public SpeechFailure Failure { get; } = failure;
}
