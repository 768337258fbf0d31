using Earshot.Analysis.Phrases;
using Earshot.Analysis.Text;

namespace Earshot.Analysis.Sentiment;

/// <summary>Signs of how the matter ended, each counted once a turn.</summary>
internal sealed class CallOutcome
{
    private readonly CallText call;
    private readonly PhraseResults results;

    public CallOutcome(CallText call, PhraseResults results)
    {
        this.call = call;
        this.results = results;
        var solved = TurnsOf("outcome.solved");
        var unsolved = TurnsOf("outcome.unsolved");
        LastSolved = solved.Count == 0 ? -1 : solved.Max();
        Solved = LastSolved >= 0 && LastSolved >= unsolved.DefaultIfEmpty(-1).Max() && LastSolved >= 0.3 * call.TurnCount;
        Unsolved = unsolved.Count(turn => turn > LastSolved);
        Dissatisfied = After("outcome.dissatisfied", 0.3, LastSolved);
        Accepted = After("outcome.accepted", 0.5, -1);
        AgentFailed = After("outcome.agent_failed", 0.4, LastSolved);
        Pending = After("outcome.pending", 0.5, LastSolved);
        AgentDone = After("outcome.agent_done", 0.3, -1);
    }

    public int LastSolved { get; }

    /// <summary>The customer says that it works now, and nothing to the contrary afterwards.</summary>
    public bool Solved { get; }

    public int Unsolved { get; }

    public int Dissatisfied { get; }

    public int Accepted { get; }

    public int AgentFailed { get; }

    public int Pending { get; }

    public int AgentDone { get; }

    /// <summary>Turns in which a rule holds, from a share of the call on and after a turn.</summary>
    private int After(string rule, double share, int turn) => TurnsOf(rule).Count(found => found > turn && found >= share * call.TurnCount);

    private HashSet<int> TurnsOf(string rule) => [.. results[rule].Matches.Select(match => call.Tokens[match.First].Turn)];
}
