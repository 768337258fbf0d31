namespace Earshot.Speech.Speakers;

/// <summary>A Gaussian over the frames of several windows.</summary>
internal sealed class VoiceShape
{
    private const int D = Cepstrum.Count;
    private const double Floor = 0.05;
    private readonly double[] sums = new double[D];
    private readonly double[] products = new double[D * (D + 1) / 2];
    private readonly double[] mean = new double[D];
    private readonly double[,] factor = new double[D, D];

    public double Frames { get; private set; }

    /// <summary>Logarithm of the determinant of the covariance; call <see cref="Fit"/> first.</summary>
    public double LogDeterminant { get; private set; }

    public static VoiceShape Of(IEnumerable<VoiceWindow> windows)
    {
        var shape = new VoiceShape();
        foreach (var window in windows)
        {
            shape.Add(window);
        }

        return shape.Fit();
    }

    public static VoiceShape Of(VoiceShape one, VoiceShape other)
    {
        var both = new VoiceShape { Frames = one.Frames + other.Frames };
        for (var i = 0; i < D; i++)
        {
            both.sums[i] = one.sums[i] + other.sums[i];
        }

        for (var i = 0; i < both.products.Length; i++)
        {
            both.products[i] = one.products[i] + other.products[i];
        }

        return both.Fit();
    }

    /// <summary>Mean log-likelihood of a window's frames under this shape.</summary>
    public double Fits(VoiceWindow window)
    {
        // E[(x-m)' S^-1 (x-m)] = trace(S^-1 C) with C the window's second moment about this mean.
        var trace = 0.0;
        var column = new double[D];
        for (var k = 0; k < D; k++)
        {
            for (var i = 0; i < D; i++)
            {
                column[i] = Moment(window, i, k);
            }

            trace += SolveDiagonal(column, k);
        }

        return -0.5 * (trace + LogDeterminant);
    }

    private void Add(VoiceWindow window)
    {
        Frames += window.Frames;
        for (var i = 0; i < D; i++)
        {
            sums[i] += window.Sums[i];
        }

        for (var i = 0; i < products.Length; i++)
        {
            products[i] += window.ProductSums[i];
        }
    }

    private VoiceShape Fit()
    {
        for (var i = 0; i < D; i++)
        {
            mean[i] = sums[i] / Frames;
        }

        // Cholesky factor of the covariance; a floor keeps short pieces from looking certain.
        LogDeterminant = 0;
        for (var i = 0; i < D; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var value = (products[(i * (i + 1) / 2) + j] / Frames) - (mean[i] * mean[j]) + (i == j ? Floor : 0);
                for (var k = 0; k < j; k++)
                {
                    value -= factor[i, k] * factor[j, k];
                }

                factor[i, j] = i == j ? Math.Sqrt(Math.Max(value, 1e-6)) : value / factor[j, j];
            }

            LogDeterminant += 2 * Math.Log(factor[i, i]);
        }

        return this;
    }

    private double Moment(VoiceWindow window, int i, int j)
    {
        var (row, column) = i >= j ? (i, j) : (j, i);
        var product = window.ProductSums[(row * (row + 1) / 2) + column] / window.Frames;
        var (a, b) = (window.Sums[i] / window.Frames, window.Sums[j] / window.Frames);
        return product - (a * mean[j]) - (mean[i] * b) + (mean[i] * mean[j]);
    }

    // The k-th entry of S^-1 times a column, by forward and backward substitution.
    private double SolveDiagonal(double[] column, int k)
    {
        for (var i = 0; i < D; i++)
        {
            for (var j = 0; j < i; j++)
            {
                column[i] -= factor[i, j] * column[j];
            }

            column[i] /= factor[i, i];
        }

        for (var i = D - 1; i >= k; i--)
        {
            for (var j = i + 1; j < D; j++)
            {
                column[i] -= factor[j, i] * column[j];
            }

            column[i] /= factor[i, i];
        }

        return column[k];
    }
}
