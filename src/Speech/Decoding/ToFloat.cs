using System.Numerics;

namespace Earshot.Speech.Decoding;

/// <summary>Turns 16-bit samples into numbers from -1 to 1, and back.</summary>
internal static class ToFloat
{
    private const float Scale = 1f / 32768;

    public static void Convert(ReadOnlySpan<short> samples, Span<float> into)
    {
        var i = 0;
        var scale = new Vector<float>(Scale);
        for (; i <= samples.Length - Vector<short>.Count; i += Vector<short>.Count)
        {
            Vector.Widen(new Vector<short>(samples[i..]), out var low, out var high);
            (Vector.ConvertToSingle(low) * scale).CopyTo(into[i..]);
            (Vector.ConvertToSingle(high) * scale).CopyTo(into[(i + Vector<float>.Count)..]);
        }

        for (; i < samples.Length; i++)
        {
            into[i] = samples[i] * Scale;
        }
    }

    public static short[] Back(ReadOnlySpan<float> samples)
    {
        var result = new short[samples.Length];
        for (var i = 0; i < samples.Length; i++)
        {
            result[i] = (short)Math.Clamp(MathF.Round(samples[i] * 32768f), short.MinValue, short.MaxValue);
        }

        return result;
    }
}
