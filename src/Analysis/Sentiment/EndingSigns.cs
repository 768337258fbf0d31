using Earshot.Analysis.Phrases;
using Earshot.Analysis.Text;

namespace Earshot.Analysis.Sentiment;

/// <summary>Signs of how a call went, each a number: how often classes of words come in a part of the call, and the shape of the talk itself.</summary>
internal sealed class EndingSigns
{
    private const int ShortTurn = 4;
    private const double UsualTurns = 7;

    // A class of words, from which share of the call to which, and how many turns count at most.
    private static readonly (string Rule, double From, double To, int Most)[] Classes =
    [
        ("end.refused", 0.2, 1, 4), ("end.sorry", 0.3, 1, 3), ("end.glad", 0.3, 1, 4),
        ("end.again", 0, 1, 4), ("end.told", 0, 1, 3), ("end.tried", 0, 1, 3), ("end.resigned", 0.3, 1, 3), ("end.eased", 0.3, 1, 3),
        ("end.wonder", 0.3, 1, 3), ("end.thanked", 0.6, 1, 2), ("end.wished", 0.7, 1, 1), ("end.chosen", 0.3, 1, 3), ("end.stakes", 0.1, 1, 3),
        ("end.trouble", 0, 0.4, 3), ("end.denied", 0.4, 1, 4), ("end.asked", 0.4, 1, 3), ("end.request", 0, 0.4, 2),
        ("end.since", 0, 1, 3), ("end.ironic", 0.2, 1, 3), ("end.warm", 0.2, 1, 3), ("end.given", 0.15, 1, 4), ("end.brushed", 0.2, 1, 3),
        ("end.negated", 0.15, 1, 5), ("end.undecided", 0.3, 1, 3),
    ];

    private readonly CallText call;
    private readonly PhraseResults results;
    private readonly int[] customerTurns;

    public EndingSigns(CallText call, PhraseResults results, CallOutcome outcome, MoodCurve curve)
    {
        this.call = call;
        this.results = results;
        customerTurns = [.. Enumerable.Range(0, call.TurnCount).Where(turn => call.Speakers[turn] == Speakers.Customer)];
        Values = [.. Classes.Select(Count), .. Shape(), .. Outcomes(outcome), EndMood(curve), .. Arc(curve)];
    }

    /// <summary>Names of the signs, in the order of <see cref="Values"/>.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Classes.Select(sign => sign.Rule),
        "shape.echo", "shape.flat", "shape.shrinks", "shape.questions", "shape.exclaims",
        "outcome.solved", "outcome.unsolved", "outcome.accepted", "outcome.pleased", "outcome.insulted", "outcome.leaving", "outcome.dissatisfied",
        "outcome.angry", "outcome.reluctant", "outcome.pending", "mood.end", "mood.last", "mood.low", "mood.high", "mood.strength",
    ];

    public double[] Values { get; }

    /// <summary>Last words that show a sign; null where the shape of the talk shows it.</summary>
    public Quote? QuoteOf(int sign) => RuleOf(Names[sign]) is { } rule && results[rule].Matches is [.., var last] ? Sentences.Around(call, last.First) : null;

    private static string? RuleOf(string sign) => sign switch
    {
        "outcome.insulted" => "flag.rude_agent",
        "outcome.leaving" => "flag.churn_risk",
        _ => sign.StartsWith("shape.", StringComparison.Ordinal) || sign.StartsWith("mood.", StringComparison.Ordinal) ? null : sign,
    };

    // The customer's turns, the later the heavier: the square of the position.
    private double EndMood(MoodCurve curve)
    {
        double sum = 0, weights = 0;
        foreach (var turn in customerTurns)
        {
            var position = (turn + 1.0) / call.TurnCount;
            sum += position * position * curve[turn];
            weights += position * position * (Math.Abs(curve[turn]) + 0.15);
        }

        return weights == 0 ? 0 : sum / weights;
    }

    // How the customer's words of mood end, and their lowest, highest and usual strength.
    private double[] Arc(MoodCurve curve)
    {
        var later = customerTurns.Where(turn => turn >= 0.3 * call.TurnCount).Select(turn => curve[turn]).DefaultIfEmpty(0).ToArray();
        return [later.TakeLast(3).Average(), later.Min(), later.Max(), customerTurns.Select(turn => Math.Abs(curve[turn])).DefaultIfEmpty(0).Average()];
    }

    // In a long call a word comes more often by chance alone: beyond so many turns of the side, its rate counts.
    private double Count((string Rule, double From, double To, int Most) sign)
    {
        var (from, to) = (sign.From * call.TurnCount, sign.To * call.TurnCount);
        var turns = results[sign.Rule].Matches.Select(match => call.Tokens[match.First].Turn).Where(turn => turn >= from && turn <= to).Distinct().Count();
        return Math.Min(sign.Most, turns * Math.Min(1, UsualTurns / ((to - from) / 2)));
    }

    private double[] Shape()
    {
        var half = customerTurns.Where(turn => turn >= call.TurnCount / 2).ToArray();
        return
        [
            Math.Min(2, customerTurns.Count(IsEcho)),
            Math.Min(3, half.Count(IsFlat)),
            MeanLength(half) - MeanLength([.. customerTurns.Except(half)]),
            Math.Min(3, customerTurns.Count(turn => turn >= 0.35 * call.TurnCount && call.TextOf(turn).Contains('?', StringComparison.Ordinal))),
            Math.Min(2, half.Count(turn => call.TextOf(turn).Contains('!', StringComparison.Ordinal))),
        ];
    }

    private static double[] Outcomes(CallOutcome o) =>
    [
        o.Solved ? 1 : 0, Math.Min(o.StillUnsolved, 4), Math.Min(o.Accepted, 4), Math.Min(o.Pleased, 3), o.Insulted, o.Leaving, Math.Min(o.Dissatisfied, 4),
        Math.Min(o.Angry, 3), Math.Min(o.Reluctant, 3), Math.Min(o.Pending, 4),
    ];

    private int Length(int turn) => call.FirstTokens[turn + 1] - call.FirstTokens[turn];

    // «В январе.» – «В январе». What was said is said back, and nothing else.
    private bool IsEcho(int turn) => turn > 0 && Length(turn) is > 0 and <= ShortTurn && call.Speakers[turn - 1] == Speakers.Agent
        && Said(turn).Where(word => word.Length > 3).ToArray() is { Length: > 0 } words && words.All(Said(turn - 1).Contains);

    private HashSet<string> Said(int turn) =>
        [.. Enumerable.Range(call.FirstTokens[turn], Length(turn)).Select(token => call.TextOf(turn).Substring(call.Tokens[token].Start, call.Tokens[token].Length).ToLowerInvariant())];

    private bool IsFlat(int turn) => Length(turn) <= ShortTurn - 1 && results["end.flat"].Matches.Any(match => call.Tokens[match.First].Turn == turn);

    private double MeanLength(int[] turns) => turns.Length == 0 ? 0 : Math.Log(1 + turns.Average(Length));
}
