using System.Diagnostics;
using System.Globalization;
using System.Text;
using BenchmarkDotNet.Running;
using Earshot.Masking;

namespace Earshot.Bench.Masking;

/// <summary><c>masking</c> runs BenchmarkDotNet; <c>masking quick</c> prints start-up, megabytes a second and memory in seconds.</summary>
internal static class MaskingCommand
{
    public static int Run(string[] args)
    {
        if (args is not ["quick", ..])
        {
            BenchmarkRunner.Run<MaskingSpeed>();
            return 0;
        }

        Quick();
        return 0;
    }

    private static void Quick()
    {
        var clock = Stopwatch.StartNew();
        var masker = new Masker();
        masker.Mask("первый текст", "ru");
        Print("first text masked after", clock.Elapsed.TotalMilliseconds, "ms");
        foreach (var language in (string[])["ru", "en"])
        {
            Measure(masker, language, 1_000);
            Measure(masker, language, 100_000);
            MeasureBenchmark(masker, language, "dialogues");
            MeasureBenchmark(masker, language, "snippets");
        }

        Print("working set", Environment.WorkingSet / 1048576.0, "MiB");
    }

    private static void Measure(Masker masker, string language, int words)
    {
        var call = SampleCalls.Call(language, words);
        var bytes = call.Turns.Sum(turn => (long)Encoding.UTF8.GetByteCount(turn.Text));
        for (var i = 0; i < 200_000 / words + 30; i++)
        {
            masker.Mask(call);
        }

        var runs = Math.Max(10, 2_000_000 / words);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < runs; i++)
        {
            masker.Mask(call);
        }

        // Processor time: other programs on the machine do not count.
        var seconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        Print(string.Create(CultureInfo.InvariantCulture, $"{language}, {words} words"), seconds * 1000 / runs, "ms");
        Print(string.Create(CultureInfo.InvariantCulture, $"{language}, {words} words"), bytes * runs / seconds / 1e6, "MB/s");
        Print(string.Create(CultureInfo.InvariantCulture, $"{language}, {words} words, allocated"), (GC.GetAllocatedBytesForCurrentThread() - allocated) / 1024.0 / runs, "KiB a call");
    }

    private static void MeasureBenchmark(Masker masker, string language, string kind)
    {
        var calls = BenchmarkCalls.Of(language, kind);
        var bytes = calls.Sum(call => call.Turns.Sum(turn => (long)Encoding.UTF8.GetByteCount(turn.Text)));
        var rounds = (int)Math.Max(4, 12_000_000 / bytes);
        foreach (var call in Enumerable.Repeat(calls, rounds / 2).SelectMany(all => all))
        {
            masker.Mask(call);
        }

        var before = Environment.CpuUsage.TotalTime;
        foreach (var call in Enumerable.Repeat(calls, rounds).SelectMany(all => all))
        {
            masker.Mask(call);
        }

        var seconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        Print($"{language}, {kind} of the train split", bytes * rounds / seconds / 1e6, "MB/s");
    }

    private static void Print(string what, double value, string unit) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {value:F3} {unit}"));
}
