using System.Globalization;

namespace Earshot.Analysis.Sentiment;

/// <summary>
/// Weights of the signs of how a call went, trained by <c>bench -- ending</c> on labelled calls (docs/ending-model-card.md).
/// Read from <c>BuiltIn/ending.model</c>: a line for each sign with its mean, its scale and a weight for each judgement.
/// </summary>
internal sealed class EndingModel
{
    private const string Resource = "ending.model";

    private static readonly Lazy<EndingModel> Shipped = new(Read);

    private readonly double[] means;
    private readonly double[] scales;
    private readonly double[][] weights;

    public EndingModel(double[] means, double[] scales, double[][] weights)
    {
        this.means = means;
        this.scales = scales;
        this.weights = weights;
    }

    public static EndingModel Current => Shipped.Value;

    /// <summary>What is judged, in the order of the columns.</summary>
    public static IReadOnlyList<string> Judgements { get; } = ["satisfied", "resolved", "positive", "neutral", "negative"];

    /// <summary>Above zero: rather yes.</summary>
    public double Score(int judgement, double[] signs)
    {
        var sum = weights[judgement][^1];
        for (var sign = 0; sign < signs.Length; sign++)
        {
            sum += Share(judgement, sign, signs);
        }

        return sum;
    }

    /// <summary>What one sign adds to a judgement.</summary>
    public double Share(int judgement, int sign, double[] signs) => weights[judgement][sign] * (signs[sign] - means[sign]) / scales[sign];

    /// <summary>The file, as it is read.</summary>
    public IEnumerable<string> Write()
    {
        yield return "# sign mean scale " + string.Join(' ', Judgements);
        for (var sign = 0; sign < means.Length; sign++)
        {
            yield return Line(EndingSigns.Names[sign], [means[sign], scales[sign], .. weights.Select(of => of[sign])]);
        }

        yield return Line("constant", [0, 1, .. weights.Select(of => of[^1])]);
    }

    private static string Line(string name, double[] numbers) => $"{name} {string.Join(' ', numbers.Select(number => number.ToString("0.0000", CultureInfo.InvariantCulture)))}";

    private static EndingModel Read()
    {
        var assembly = typeof(EndingModel).Assembly;
        var name = assembly.GetManifestResourceNames().Single(name => name.EndsWith(Resource, StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"'{Resource}' is missing."));
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')
            .Select(line => line.Split(' ', StringSplitOptions.TrimEntries)).ToArray();
        if (!lines.Select(line => line[0]).SequenceEqual([.. EndingSigns.Names, "constant"]))
        {
            throw new InvalidOperationException($"'{Resource}' was trained on other signs: run bench -- ending --write.");
        }

        double[] Column(int column, int count) => [.. lines.Take(count).Select(line => double.Parse(line[column], CultureInfo.InvariantCulture))];
        return new EndingModel(Column(1, lines.Length - 1), Column(2, lines.Length - 1), [.. Judgements.Select((_, i) => Column(3 + i, lines.Length))]);
    }
}
