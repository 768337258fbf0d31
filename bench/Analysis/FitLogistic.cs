namespace Earshot.Bench.Analysis;

/// <summary>Logistic regression with a ridge, by Newton's method: the same numbers on every run.</summary>
internal static class FitLogistic
{
    private const int Rounds = 25;

    /// <summary>Weights of the columns, the last is the constant. Classes weigh alike; so do rows within a class, by their own weight.</summary>
    public static double[] Run(double[][] rows, bool[] labels, double[] rowWeights, double ridge)
    {
        var size = rows[0].Length + 1;
        var weights = new double[size];
        var balanced = Balance(labels, rowWeights);
        for (var round = 0; round < Rounds; round++)
        {
            var (gradient, hessian) = Slopes(rows, labels, balanced, weights, ridge);
            var step = Solve(hessian, gradient);
            for (var i = 0; i < size; i++)
            {
                weights[i] -= step[i];
            }
        }

        return weights;
    }

    public static double Score(double[] weights, double[] row)
    {
        var sum = weights[^1];
        for (var i = 0; i < row.Length; i++)
        {
            sum += weights[i] * row[i];
        }

        return sum;
    }

    private static double[] Balance(bool[] labels, double[] rowWeights)
    {
        var all = rowWeights.Sum();
        var positive = rowWeights.Where((_, i) => labels[i]).Sum();
        return [.. rowWeights.Select((weight, i) => weight * all / (2 * (labels[i] ? positive : all - positive)))];
    }

    private static (double[] Gradient, double[][] Hessian) Slopes(double[][] rows, bool[] labels, double[] rowWeights, double[] weights, double ridge)
    {
        var size = weights.Length;
        double[] gradient = [.. weights.Select((weight, i) => i == size - 1 ? 0 : ridge * weight)];
        double[][] hessian = [.. Enumerable.Range(0, size).Select(i => Enumerable.Range(0, size).Select(j => i == j ? (i == size - 1 ? 1e-6 : ridge) : 0.0).ToArray())];
        for (var n = 0; n < rows.Length; n++)
        {
            double[] row = [.. rows[n], 1];
            var chance = 1 / (1 + Math.Exp(-Score(weights, rows[n])));
            var (miss, curve) = (rowWeights[n] * (chance - (labels[n] ? 1 : 0)), rowWeights[n] * Math.Max(1e-6, chance * (1 - chance)));
            for (var i = 0; i < size; i++)
            {
                gradient[i] += miss * row[i];
                for (var j = 0; j < size; j++)
                {
                    hessian[i][j] += curve * row[i] * row[j];
                }
            }
        }

        return (gradient, hessian);
    }

    // Gauss with pivots.
    private static double[] Solve(double[][] matrix, double[] right)
    {
        var size = right.Length;
        for (var column = 0; column < size; column++)
        {
            var pivot = Enumerable.Range(column, size - column).MaxBy(row => Math.Abs(matrix[row][column]));
            (matrix[column], matrix[pivot]) = (matrix[pivot], matrix[column]);
            (right[column], right[pivot]) = (right[pivot], right[column]);
            for (var row = 0; row < size; row++)
            {
                var factor = row == column ? 0 : matrix[row][column] / matrix[column][column];
                for (var i = column; i < size && factor != 0; i++)
                {
                    matrix[row][i] -= factor * matrix[column][i];
                }

                right[row] -= factor * right[column];
            }
        }

        return [.. right.Select((value, i) => value / matrix[i][i])];
    }
}
