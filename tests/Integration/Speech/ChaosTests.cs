using System.Diagnostics;
using Earshot.Speech;
using Earshot.Speech.Decoding;
using Earshot.Speech.Engines.Host;
using Earshot.Speech.Engines.Sherpa;

namespace Earshot.Integration.Speech;

public sealed class ChaosTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("earshot-chaos-").FullName;
    private readonly float[] sound = ToneSignal.Channel(2, new ToneWord("one", 0.5));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [NeedsFact("sherpa")]
    public async Task An_engine_that_was_killed_is_started_again_and_the_piece_is_recognised()
    {
        await using var engine = Engine(new LocalEngineLimits());
        await engine.RecognizeAsync(sound, new SpeechHints("en"), default);
        await SignalAsync(Assert.Single(engine.Idle).Id, "-KILL");

        var speech = await engine.RecognizeAsync(sound, new SpeechHints("en"), default);

        Assert.Equal(["one"], speech.Words.Select(word => word.Text));
    }

    [NeedsFact("sherpa")]
    public async Task An_engine_that_hangs_is_stopped_and_replaced()
    {
        await using var engine = Engine(new LocalEngineLimits { Least = TimeSpan.FromSeconds(2), TimesDuration = 0 });
        await engine.RecognizeAsync(sound, new SpeechHints("en"), default);
        var hung = Assert.Single(engine.Idle).Id;
        await SignalAsync(hung, "-STOP");

        var failed = await Assert.ThrowsAsync<SpeechEngineException>(() => engine.RecognizeAsync(sound, new SpeechHints("en"), default));

        Assert.Equal((SpeechFailure.EngineTimedOut, false), (failed.Failure, Directory.Exists($"/proc/{hung}/cwd")));
        Assert.NotEmpty((await engine.RecognizeAsync(sound, new SpeechHints("en"), default)).Words);
    }

    [NeedsFact("sherpa")]
    public async Task A_model_that_makes_the_native_library_abort_is_a_named_failure()
    {
        await using var engine = Engine(new LocalEngineLimits());
        await File.WriteAllTextAsync(Path.Combine(folder, "tones", "model.onnx"), "this is no model");

        var failed = await Assert.ThrowsAsync<SpeechEngineException>(() => engine.RecognizeAsync(sound, new SpeechHints("en"), default));

        Assert.Equal(SpeechFailure.EngineFailed, failed.Failure);
    }

    [NeedsTheory("ffmpeg")]
    [InlineData(1.0)]
    [InlineData(0.5)]
    public async Task No_audio_is_left_in_files_memory_files_or_processes(double share)
    {
        var recording = await ToneSignal.ConvertAsync(ToneSignal.Wave(sound), "-f ipod");
        var before = Leftovers();

        await new Transcriber(new OneWordEngine()).TranscribeAsync(new MemoryStream(recording[..(int)(recording.Length * share)]), new TranscriptionRequest());

        Assert.Empty(Leftovers().Except(before));
    }

    [NeedsFact("ffmpeg")]
    public async Task A_cancelled_transcription_leaves_no_decoder_behind()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var endless = new EndlessStream(ToneSignal.Wave(sound));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new Transcriber(new OneWordEngine()).TranscribeAsync(endless, new TranscriptionRequest(), null, patience.Token));

        Assert.True(await EndsAsync(() => Children().Contains("ffmpeg")));
    }

    private LocalEngine Engine(LocalEngineLimits limits) => SherpaEngine.Create(ToneModel.In(Path.Combine(folder, "tones")), 1, limits);

    private static async Task SignalAsync(int process, string signal)
    {
        using var kill = Process.Start("kill", [signal, $"{process}"]);
        await kill.WaitForExitAsync();
        await Task.Delay(100);
    }

    // Other tests decode in this process too, so a decoder is only left behind when it stays.
    private static async Task<bool> EndsAsync(Func<bool> isThere)
    {
        for (var i = 0; i < 100 && isThere(); i++)
        {
            await Task.Delay(100);
        }

        return !isThere();
    }

    // Memory files of ours that are still open; the decoder may write no file at all, as its limits say.
    private static List<string> Leftovers() =>
        [.. Directory.EnumerateFiles("/proc/self/fd").Select(file => new FileInfo(file).LinkTarget ?? string.Empty).Where(target => target.Contains("memfd:recording", StringComparison.Ordinal))];

    private static List<string> Children()
    {
        var own = $"{Environment.ProcessId}";
        return [.. Directory.EnumerateDirectories("/proc").Select(place => Path.Combine(place, "stat")).Where(File.Exists).Select(Read).Where(stat => stat.Length > 3 && stat[3] == own && stat[2] != "Z").Select(stat => stat[1].Trim('(', ')'))];
    }

    private static string[] Read(string stat)
    {
        try
        {
            return File.ReadAllText(stat).Split(' ');
        }
        catch (IOException)
        {
            return [];
        }
    }

    /// <summary>A recording whose rest never arrives.</summary>
    private sealed class EndlessStream(byte[] start) : MemoryStream(start)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await base.ReadAsync(buffer, cancellationToken);
            await Task.Delay(read == 0 ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, cancellationToken);
            return read;
        }
    }
}
