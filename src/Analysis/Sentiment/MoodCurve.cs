using Earshot.Analysis.Phrases;
using Earshot.Analysis.Text;

namespace Earshot.Analysis.Sentiment;

/// <summary>The mood of each turn, from words of mood with their negations and intensifiers.</summary>
internal sealed class MoodCurve
{
    private const double Intensified = 1.5;
    private const double NegatedPositive = -0.8;
    private const double NegatedNegative = -0.3;
    private const double Softening = 2.5;

    private static readonly (string Rule, double Weight)[] Levels =
    [
        ("mood.positive3", 3), ("mood.positive2", 2), ("mood.positive1", 0.8), ("mood.negative3", -3), ("mood.negative2", -2), ("mood.negative1", -0.8),
    ];

    private readonly double[] raw;

    public MoodCurve(CallText call, PhraseResults results)
    {
        raw = new double[call.TurnCount];
        var negators = Places(results["mood.negator"]);
        var intensifiers = Places(results["mood.intensifier"]);
        var taken = new HashSet<int>();
        foreach (var (rule, weight) in Levels)
        {
            foreach (var match in results[rule].Matches.Where(match => taken.Add(match.First)))
            {
                raw[call.Tokens[match.First].Turn] += Weigh(call, match, weight, negators, intensifiers);
            }
        }
    }

    /// <summary>Scores of the turns, -1 to 1.</summary>
    public IReadOnlyList<double> Turns => [.. raw.Select(value => Math.Round(Math.Tanh(value / Softening), 3))];

    public double this[int turn] => Math.Tanh(raw[turn] / Softening);

    private static HashSet<int> Places(PhraseOutcome outcome) => [.. outcome.Matches.Select(match => match.First)];

    private static double Weigh(CallText call, PhraseMatch match, double weight, HashSet<int> negators, HashSet<int> intensifiers)
    {
        var first = call.FirstTokens[call.Tokens[match.First].Turn];
        var negated = IsBefore(match.First, 3, first, negators) && !negators.Contains(match.First);
        var strong = IsBefore(match.First, 2, first, intensifiers);
        var factor = negated ? (weight > 0 ? NegatedPositive : NegatedNegative) : 1;
        return weight * factor * (strong ? Intensified : 1);
    }

    private static bool IsBefore(int token, int reach, int first, HashSet<int> places)
    {
        for (var i = token - 1; i >= Math.Max(first, token - reach); i--)
        {
            if (places.Contains(i))
            {
                return true;
            }
        }

        return false;
    }
}
