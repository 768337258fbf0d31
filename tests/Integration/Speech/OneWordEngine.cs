using Earshot.Speech;

namespace Earshot.Integration.Speech;

/// <summary>An engine that hears one word in every piece, at once: for tests of everything around the engine.</summary>
internal sealed class OneWordEngine(SpeechEngineInfo? info = null) : ISpeechEngine
{
    public SpeechEngineInfo Info { get; } =
        info ?? new SpeechEngineInfo("one-word", SpeechEngineInfo.Local, ["en"], 16_000, TimeSpan.FromSeconds(25), HasWordTimes: true, KeepsCopy: false);

    public List<double> PieceSeconds { get; } = [];

    public Task<RecognizedSpeech> RecognizeAsync(ReadOnlyMemory<float> samples, SpeechHints hints, CancellationToken ct)
    {
        lock (PieceSeconds)
        {
            PieceSeconds.Add((double)samples.Length / Info.SampleRate);
        }

        return Task.FromResult(new RecognizedSpeech([new SpokenWord("word", TimeSpan.Zero, TimeSpan.FromSeconds(0.1), 0.9)]));
    }

    public Task<ForgetReceipt> ForgetAsync(CancellationToken ct) => Task.FromResult(new ForgetReceipt(Info.Name, ForgetReceipt.NothingKept));
}
