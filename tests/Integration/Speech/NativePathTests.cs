using Earshot.Speech;
using Earshot.Speech.Engines.Sherpa;

namespace Earshot.Integration.Speech;

public sealed class NativePathTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("earshot-tones-").FullName;
    private ISpeechEngine? engine;

    public Task InitializeAsync()
    {
        engine = SherpaEngine.Create(ToneModel.In(Path.Combine(folder, "tones")));
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await ((IAsyncDisposable?)engine)!.DisposeAsync(); // set before each test
        Directory.Delete(folder, recursive: true);
    }

    [NeedsFact("ffmpeg", "sherpa")]
    public async Task Words_of_a_mono_recording_come_in_order_with_their_times()
    {
        ToneWord[] spoken = [new("one", 1.0), new("two", 1.45), new("three", 4.0), new("three", 4.45), new("four", 9.5)];

        var transcript = await TranscribeAsync(ToneSignal.Wave(ToneSignal.Channel(11, spoken)));

        Assert.Equal(spoken.Select(word => word.Text), Words(transcript).Select(word => word.Text));
        Assert.All(Words(transcript).Zip(spoken), pair => Assert.InRange(pair.First.Start.TotalSeconds, pair.Second.Start - 0.06, pair.Second.Start + 0.06));
    }

    private async Task<Transcript> TranscribeAsync(byte[] recording, TranscriptionRequest? request = null)
    {
        var result = await new Transcriber(engine!).TranscribeAsync(new MemoryStream(recording), request ?? new TranscriptionRequest()); // set before each test
        Assert.True(result.IsOk, $"{result.Failure}: {result.Detail}");
        return result.Value;
    }

    private static IEnumerable<SpokenWord> Words(Transcript transcript) => transcript.Turns.SelectMany(turn => turn.Words).OrderBy(word => word.Start);
}
