namespace Earshot.Speech.Speakers;

/// <summary>Power spectrum of short frames: 25 ms windows every 10 ms, 512-point transform at 16 kHz, 256-point at 8 kHz.</summary>
internal sealed class Spectrum
{
    private readonly float[] window;
    private readonly float[] real;
    private readonly float[] imaginary;
    private readonly float[] cosines;
    private readonly float[] sines;
    private readonly int[] order;

    public Spectrum(int sampleRate)
    {
        SampleRate = sampleRate;
        Hop = sampleRate / 100;
        Length = sampleRate / 40;
        Size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Length);
        window = [.. Enumerable.Range(0, Length).Select(i => 0.54f - (0.46f * MathF.Cos(2 * MathF.PI * i / (Length - 1))))];
        (real, imaginary) = (new float[Size], new float[Size]);
        cosines = [.. Enumerable.Range(0, Size / 2).Select(i => MathF.Cos(2 * MathF.PI * i / Size))];
        sines = [.. Enumerable.Range(0, Size / 2).Select(i => -MathF.Sin(2 * MathF.PI * i / Size))];
        order = [.. Enumerable.Range(0, Size).Select(Reverse)];
    }

    public int SampleRate { get; }

    public int Hop { get; }

    public int Length { get; }

    public int Size { get; }

    /// <summary>Power of the bins from 0 to half the sample rate.</summary>
    public void Power(ReadOnlySpan<float> frame, Span<float> bins)
    {
        for (var i = 0; i < Size; i++)
        {
            var from = order[i];
            real[i] = from < Length ? (frame[from] - (from > 0 ? 0.97f * frame[from - 1] : 0)) * window[from] : 0;
            imaginary[i] = 0;
        }

        Transform();
        for (var i = 0; i < bins.Length; i++)
        {
            bins[i] = (real[i] * real[i]) + (imaginary[i] * imaginary[i]);
        }
    }

    private void Transform()
    {
        for (var half = 1; half < Size; half *= 2)
        {
            var step = Size / (2 * half);
            for (var start = 0; start < Size; start += 2 * half)
            {
                for (var k = 0; k < half; k++)
                {
                    var (even, odd) = (start + k, start + k + half);
                    var (c, s) = (cosines[k * step], sines[k * step]);
                    var (r, i) = ((real[odd] * c) - (imaginary[odd] * s), (real[odd] * s) + (imaginary[odd] * c));
                    (real[odd], imaginary[odd]) = (real[even] - r, imaginary[even] - i);
                    (real[even], imaginary[even]) = (real[even] + r, imaginary[even] + i);
                }
            }
        }
    }

    private int Reverse(int index)
    {
        var reversed = 0;
        for (var bit = 1; bit < Size; bit *= 2, index /= 2)
        {
            reversed = (reversed * 2) + (index & 1);
        }

        return reversed;
    }
}
