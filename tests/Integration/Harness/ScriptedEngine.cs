using Earshot.Speech;

namespace Earshot.Integration.Harness;

/// <summary>A recogniser that hears the same words in everything, or fails or hangs as it is told.</summary>
internal sealed class ScriptedEngine(string? script) : ISpeechEngine
{
    private int attempts;

    public SpeechEngineInfo Info { get; } = new("scripted", SpeechEngineInfo.Local, ["en"], 8000, TimeSpan.FromSeconds(30), HasWordTimes: true, KeepsCopy: false);

    public async Task<RecognizedSpeech> RecognizeAsync(ReadOnlyMemory<float> samples, SpeechHints hints, CancellationToken ct)
    {
        var attempt = Interlocked.Increment(ref attempts);
        switch (script)
        {
            case "hang":
                await Task.Delay(Timeout.Infinite, ct);
                break;
            case "fail":
            case "fail twice" when attempt <= 2:
                throw new SpeechEngineException(SpeechFailure.EngineFailed, "scripted to fail");
        }

        var words = "the refund never came".Split(' ');
        return new RecognizedSpeech([.. words.Select((word, i) => new SpokenWord(word, TimeSpan.FromMilliseconds(200 * i), TimeSpan.FromMilliseconds((200 * i) + 150), 1))]);
    }

    public Task<ForgetReceipt> ForgetAsync(CancellationToken ct) => Task.FromResult(new ForgetReceipt("scripted", ForgetReceipt.NothingKept));
}
