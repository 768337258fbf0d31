using BenchmarkDotNet.Attributes;
using Earshot.Masking;

namespace Earshot.Bench.Masking;

/// <summary>One core, warm: a call of a thousand words, and of ten thousand.</summary>
[MemoryDiagnoser]
public class MaskingSpeed
{
    private readonly Masker masker = new();
    private Conversation call = new(null, []);

    [Params("ru", "en")]
    public string Language { get; set; } = "ru";

    [Params(1_000, 10_000)]
    public int Words { get; set; }

    [GlobalSetup]
    public void Setup() => call = SampleCalls.Call(Language, Words);

    [Benchmark]
    public object Mask() => masker.Mask(call).Value;
}
