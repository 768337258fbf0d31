namespace Earshot.Speech.Segments;

/// <summary>Levels from -90 to 0 decibels, old ones counting less and less.</summary>
internal sealed class DecayingHistogram(int halfLife)
{
    private const int Bins = 91;
    private readonly double[] counts = new double[Bins];
    private readonly double growth = Math.Pow(2, 1.0 / halfLife);
    private double weight = 1;
    private double total;

    public void Add(float level)
    {
        counts[Math.Clamp((int)level + Bins - 1, 0, Bins - 1)] += weight;
        total += weight;
        weight *= growth;
        if (weight > 1e100)
        {
            Rescale();
        }
    }

    public float Percentile(float share)
    {
        var left = total * share;
        for (var i = 0; i < Bins; i++)
        {
            left -= counts[i];
            if (left < 0)
            {
                return i - Bins + 1;
            }
        }

        return 1 - Bins;
    }

    private void Rescale()
    {
        for (var i = 0; i < Bins; i++)
        {
            counts[i] /= weight;
        }

        total /= weight;
        weight = 1;
    }
}
