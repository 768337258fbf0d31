using System.Diagnostics;
using System.Globalization;
using Earshot.Speech;
using Earshot.Speech.Engines.Pocketsphinx;

namespace Earshot.Bench.Speech;

/// <summary>
/// <c>bench speech FILE</c>: what our own part costs beside an engine that costs nothing, memory on three hours, and the same
/// file by pocketsphinx's own command and by us.
/// </summary>
internal static class SpeechCommand
{
    public static int Run(string[] args)
    {
        if (args is not [var file, ..])
        {
            Console.WriteLine("bench speech FILE.wav [--compare]");
            return 2;
        }

        RunAsync(file, args.Contains("--compare")).GetAwaiter().GetResult();
        return 0;
    }

    private static async Task RunAsync(string file, bool compares)
    {
        await OverheadAsync("warm-up", File.OpenRead(file));
        await OverheadAsync(Path.GetFileName(file), File.OpenRead(file));
        await OverheadAsync("three hours, mono", new RepeatedWave(File.ReadAllBytes(file), TimeSpan.FromHours(3)));
        if (compares)
        {
            await CompareAsync(file);
        }
    }

    private static async Task OverheadAsync(string name, Stream recording)
    {
        var before = CpuSeconds();
        var result = await new Transcriber(new FreeEngine()).TranscribeAsync(recording, new TranscriptionRequest(MaxDuration: TimeSpan.FromHours(4)));
        var cpu = CpuSeconds() - before;
        var (seconds, turns) = result.IsOk ? (result.Value.Duration.TotalSeconds, result.Value.Turns.Count) : (0, 0);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {seconds:0} s of audio, {cpu:0.00} s of one core with ffmpeg = {100 * cpu / seconds:0.00} %, {turns} turns, peak memory so far {PeakMegabytes()} MB, {result.Failure}"));
    }

    // Processor time beside wall time: on a machine with other work only the former can be compared.
    private static async Task CompareAsync(string file)
    {
        var command = new List<Cost>();
        var own = new List<Cost>();
        for (var round = 0; round < 3; round++)
        {
            command.Add(await CostAsync(() => RunCommandAsync(file)));
            own.Add(await CostAsync(() => TranscribeAsync(file)));
        }

        var (theirs, ours) = (Best(command), Best(own));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pocketsphinx's own command: {theirs.Wall:0.00} s, {theirs.Cpu:0.00} s of processor; Earshot with one process: {ours.Wall:0.00} s ({100 * ((ours.Wall / theirs.Wall) - 1):+0.0;-0.0} %), {ours.Cpu:0.00} s of processor ({100 * ((ours.Cpu / theirs.Cpu) - 1):+0.0;-0.0} %); best of three"));
    }

    private static async Task RunCommandAsync(string file)
    {
        var start = new ProcessStartInfo("pocketsphinx_continuous", ["-infile", file, "-logfn", "/dev/null"]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("pocketsphinx is not installed");
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
    }

    private static async Task TranscribeAsync(string file)
    {
        var engine = PocketsphinxEngine.Create(parallel: 1);
        await using var recording = File.OpenRead(file);
        await new Transcriber(engine).TranscribeAsync(recording, new TranscriptionRequest());
        await ((IAsyncDisposable)engine).DisposeAsync();
    }

    private static async Task<Cost> CostAsync(Func<Task> work)
    {
        var (clock, cpu) = (Stopwatch.StartNew(), CpuSeconds());
        await work();
        return new Cost(clock.Elapsed.TotalSeconds, CpuSeconds() - cpu);
    }

    private static Cost Best(List<Cost> costs) => new(costs.Min(cost => cost.Wall), costs.Min(cost => cost.Cpu));

    private sealed record Cost(double Wall, double Cpu);

    // This process and the children that ended (fields 14 to 17 of /proc/self/stat), in ticks of a hundredth.
    private static double CpuSeconds() =>
        File.ReadAllText("/proc/self/stat").Split(") ")[^1].Split(' ')[11..15].Sum(ticks => double.Parse(ticks, CultureInfo.InvariantCulture)) / 100;

    private static long PeakMegabytes() =>
        File.ReadLines("/proc/self/status").Where(line => line.StartsWith("VmHWM", StringComparison.Ordinal)).Select(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024).First();

    private sealed class FreeEngine : ISpeechEngine
    {
        public SpeechEngineInfo Info { get; } = new("free", SpeechEngineInfo.Local, ["en"], 16_000, TimeSpan.FromSeconds(25), HasWordTimes: true, KeepsCopy: false);

        public Task<RecognizedSpeech> RecognizeAsync(ReadOnlyMemory<float> samples, SpeechHints hints, CancellationToken ct)
        {
            var words = Enumerable.Range(0, samples.Length / 8000).Select(i => new SpokenWord("word", TimeSpan.FromSeconds(i * 0.5), TimeSpan.FromSeconds((i * 0.5) + 0.4), 0.9)).ToList();
            return Task.FromResult(new RecognizedSpeech(words));
        }

        public Task<ForgetReceipt> ForgetAsync(CancellationToken ct) => Task.FromResult(new ForgetReceipt(Info.Name, ForgetReceipt.NothingKept));
    }

    /// <summary>The sound of a wave file again and again, without a file of that size.</summary>
    private sealed class RepeatedWave : Stream
    {
        private readonly byte[] wave;
        private readonly long length;
        private readonly int data;
        private long position;

        public RepeatedWave(byte[] file, TimeSpan duration)
        {
            wave = file;
            data = file.AsSpan().IndexOf("data"u8) + 8;
            BitConverter.GetBytes(0).CopyTo(wave, data - 4);
            length = data + ((long)(duration.TotalSeconds * BitConverter.ToInt32(file, 28)) / 4 * 4);
        }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => position; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var at = position < data ? position : data + ((position - data) % (wave.Length - data));
            var read = (int)Math.Min(Math.Min(count, wave.Length - at), length - position);
            Array.Copy(wave, at, buffer, offset, read);
            position += read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
