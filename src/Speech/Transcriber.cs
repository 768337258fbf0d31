using Earshot.Speech.Decoding;
using Earshot.Speech.Recognition;

namespace Earshot.Speech;

/// <summary>What is known of a recording before it is recognised.</summary>
/// <param name="Language">ISO 639-1 code; null means: the engine's first language, or found out where the engine can.</param>
/// <param name="AgentChannel">Channel of the agent, from 0; null when not known.</param>
/// <param name="MaxDuration">Longest recording to accept.</param>
public sealed record TranscriptionRequest(string? Language = null, int? AgentChannel = null, TimeSpan? MaxDuration = null)
{
    /// <summary>Region that may process the recording; null allows any. An engine on this machine is always allowed.</summary>
    public string? Region { get; init; }

    /// <summary>Names and terms to listen for, where the engine can.</summary>
    public IReadOnlyList<string> HotWords { get; init; } = [];

    /// <summary>Told the reference of each copy that a remote engine keeps, as soon as it is known, so that a crash leaves none behind.</summary>
    public Func<string, CancellationToken, Task>? CopyKept { get; init; }
}

/// <summary>Turns a recording into a transcript with one engine: decode, split, recognise, assemble, forget.</summary>
public sealed class Transcriber(ISpeechEngine engine)
{
    internal DecodingLimits Limits { get; init; } = new();

    private static readonly TimeSpan ForgetPatience = TimeSpan.FromSeconds(30);

    /// <summary>Recognises a recording.</summary>
    /// <param name="audio">The recording in any format that the decoder reads; read once, forward only.</param>
    /// <param name="request">What is known of it.</param>
    /// <param name="progress">Told the part of the recording that is done, 0 to 1.</param>
    /// <param name="ct">Stops the work; the engine's copy is forgotten all the same.</param>
    public async Task<SpeechResult> TranscribeAsync(
        Stream audio, TranscriptionRequest request, IProgress<double>? progress = null, CancellationToken ct = default)
    {
        if (ChooseEngine.Refusal(engine.Info, request.Region, request.Language) is { } refusal)
        {
            return SpeechResult.Failed(SpeechFailure.NoEngine, refusal);
        }

        var own = engine.ForRecording(request.CopyKept);
        var outcome = new Outcome();
        try
        {
            await RecognizeAsync(own, audio, request, progress, outcome, ct);
        }
        finally
        {
            outcome.Forget = await ForgetAsync(own);
        }

        return outcome.Failure is { } failure
            ? SpeechResult.Failed(failure, outcome.Detail, outcome.Forget)
            : SpeechResult.Ok(outcome.Transcript ?? throw new InvalidOperationException("Neither words nor a reason."), outcome.Forget);
    }

    private async Task RecognizeAsync(
        ISpeechEngine own, Stream audio, TranscriptionRequest request, IProgress<double>? progress, Outcome outcome, CancellationToken ct)
    {
        try
        {
            outcome.Transcript = await new RecognizeRecording(own, request, Limits, progress).RunAsync(audio, ct);
            if (outcome.Transcript.Turns.Count == 0)
            {
                outcome.Fail(SpeechFailure.NoSpeech, "Nobody speaks in the recording.");
            }
        }
        catch (DecodingException failed)
        {
            outcome.Fail(failed.Failure, failed.Message);
        }
        catch (SpeechEngineException failed)
        {
            outcome.Fail(failed.Failure, failed.Message);
        }
    }

    // Deleting must not be skipped because the caller lost patience with recognising.
    private static async Task<ForgetReceipt> ForgetAsync(ISpeechEngine own)
    {
        using var patience = new CancellationTokenSource(ForgetPatience);
        try
        {
            return await own.ForgetAsync(patience.Token);
        }
        catch (Exception failed) when (failed is SpeechEngineException or OperationCanceledException)
        {
            return new ForgetReceipt(own.Info.Name, ForgetReceipt.Failed);
        }
    }

    private sealed class Outcome
    {
        public Transcript? Transcript { get; set; }

        public SpeechFailure? Failure { get; private set; }

        public string Detail { get; private set; } = string.Empty;

        public ForgetReceipt Forget { get; set; } = new(string.Empty, ForgetReceipt.NothingKept);

        public void Fail(SpeechFailure failure, string detail) => (Failure, Detail) = (failure, detail);
    }
}
