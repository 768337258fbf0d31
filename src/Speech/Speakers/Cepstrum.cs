namespace Earshot.Speech.Speakers;

/// <summary>Mel cepstrum of a power spectrum over the telephone band: the shape of a voice, without its loudness.</summary>
internal sealed class Cepstrum
{
    public const int Count = 14;
    private const int Filters = 24;
    private const double Lowest = 150;
    private const double Highest = 3700;
    private readonly (int First, float[] Weights)[] filters;
    private readonly float[,] cosines = new float[Count, Filters];
    private readonly float[] energies = new float[Filters];

    public Cepstrum(Spectrum spectrum)
    {
        filters = [.. Enumerable.Range(0, Filters).Select(i => Filter(i, spectrum))];
        for (var c = 0; c < Count; c++)
        {
            for (var f = 0; f < Filters; f++)
            {
                cosines[c, f] = MathF.Cos(MathF.PI * (c + 1) * (f + 0.5f) / Filters);
            }
        }
    }

    public void Of(ReadOnlySpan<float> power, Span<float> into)
    {
        for (var f = 0; f < Filters; f++)
        {
            var (first, weights) = filters[f];
            var sum = 1e-10f;
            for (var i = 0; i < weights.Length; i++)
            {
                sum += weights[i] * power[first + i];
            }

            energies[f] = MathF.Log(sum);
        }

        for (var c = 0; c < Count; c++)
        {
            var sum = 0f;
            for (var f = 0; f < Filters; f++)
            {
                sum += cosines[c, f] * energies[f];
            }

            into[c] = sum;
        }
    }

    private static (int First, float[] Weights) Filter(int index, Spectrum spectrum)
    {
        var (low, high) = (Mel(Lowest), Mel(Highest));
        var step = (high - low) / (Filters + 1);
        var (from, centre, to) = (Bin(low + (index * step), spectrum), Bin(low + ((index + 1) * step), spectrum), Bin(low + ((index + 2) * step), spectrum));
        var first = (int)Math.Ceiling(from);
        var last = Math.Max(first, (int)Math.Floor(to));
        return (first, [.. Enumerable.Range(first, last - first + 1).Select(bin => (float)Math.Max(0.01, bin < centre ? (bin - from) / (centre - from) : (to - bin) / (to - centre)))]);
    }

    private static double Mel(double hertz) => 1127 * Math.Log(1 + (hertz / 700));

    private static double Bin(double mel, Spectrum spectrum) => 700 * (Math.Exp(mel / 1127) - 1) * spectrum.Size / spectrum.SampleRate;
}
