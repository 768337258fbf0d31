using Earshot.Analysis.Phrases;
using Earshot.Analysis.Text;

namespace Earshot.Analysis.Sentiment;

/// <summary>Signs of how the matter ended, each counted once a turn.</summary>
internal sealed class CallOutcome
{
    // Before that, what does not work is the reason of the call.
    private const double ReasonUntil = 0.3;

    private readonly CallText call;
    private readonly PhraseResults results;

    public CallOutcome(CallText call, PhraseResults results)
    {
        this.call = call;
        this.results = results;
        var solved = TurnsOf("outcome.solved");
        var unsolved = TurnsOf("outcome.unsolved");
        LastSolved = solved.Count == 0 ? -1 : solved.Max();
        Reluctant = After("outcome.reluctant", 0.3, LastSolved);
        Angry = After("outcome.angry", 0, LastSolved);
        Dissatisfied = After("outcome.dissatisfied", 0.3, LastSolved);
        Solved = Dissatisfied + Angry <= 1 && LastSolved >= 0 && LastSolved >= unsolved.DefaultIfEmpty(-1).Max() && LastSolved >= 0.3 * call.TurnCount;
        Unsolved = unsolved.Count(turn => Solved ? turn > LastSolved : turn >= 0);
        StillUnsolved = Math.Min(Unsolved, unsolved.Count(turn => turn >= ReasonUntil * call.TurnCount));
        Accepted = After("outcome.accepted", 0.5, -1);
        Pleased = After("outcome.pleased", 0.4, -1);
        Insulted = Count("flag.rude_agent") + Count("flag.pressure");
        Leaving = (CustomerSays("flag.escalation") ? 1 : 0) + (Stays() ? 0 : Count("flag.churn_risk"));
        Solved = Solved && !TurnsOf("flag.churn_risk").Any(turn => turn >= LastSolved);
        Pending = After("outcome.pending", 0.5, LastSolved);
    }

    public int LastSolved { get; }

    /// <summary>The customer says that it works now, and nothing to the contrary afterwards.</summary>
    public bool Solved { get; }

    public int Unsolved { get; }

    /// <summary>As <see cref="Unsolved"/>, without what was said as the reason of the call.</summary>
    public int StillUnsolved { get; }

    /// <summary>Thanks from the heart and praise, not mere formulas.</summary>
    public int Pleased { get; }

    /// <summary>The agent was rude or pressed.</summary>
    public int Insulted { get; }

    /// <summary>The customer wants another person or another company.</summary>
    public int Leaving { get; }

    public int Dissatisfied { get; }

    /// <summary>Strong words of displeasure.</summary>
    public int Angry { get; }

    /// <summary>Puts off, doubts, gives in.</summary>
    public int Reluctant { get; }

    public int Accepted { get; }

    public int Pending { get; }

    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"solved {Solved} unsolved {Unsolved} dissatisfied {Dissatisfied} angry {Angry} reluctant {Reluctant} accepted {Accepted} pleased {Pleased} pending {Pending} insulted {Insulted} leaving {Leaving}");

    // After all that was said of leaving.
    private bool Stays() => TurnsOf("outcome.stays") is { Count: > 0 } stays && TurnsOf("flag.churn_risk") is { Count: > 0 } churn && stays.Max() > churn.Max();

    private int Count(string rule) => Math.Min(1, results[rule].Matches.Count);

    private bool CustomerSays(string rule) => results[rule].Matches.Any(match => call.Speakers[call.Tokens[match.First].Turn] == Speakers.Customer);

    /// <summary>Turns in which a rule holds, from a share of the call on and after a turn.</summary>
    private int After(string rule, double share, int turn) => TurnsOf(rule).Count(found => found > turn && found >= share * call.TurnCount);

    private HashSet<int> TurnsOf(string rule) => [.. results[rule].Matches.Select(match => call.Tokens[match.First].Turn)];
}
