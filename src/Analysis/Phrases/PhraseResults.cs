using Earshot.Analysis.Text;

namespace Earshot.Analysis.Phrases;

/// <summary>What the rules of a set say about one call. Rules are worked out when they are asked for, once.</summary>
internal sealed class PhraseResults
{
    private readonly PhraseRuleSet set;
    private readonly CallText call;
    private readonly EvaluatePhrase evaluate;
    private readonly CheckPhrase check;
    private readonly bool[]? candidates;
    private PhraseOutcome?[]? outcomes;

    public PhraseResults(PhraseRuleSet set, CallText call, PhraseHits hits, bool all)
    {
        this.set = set;
        this.call = call;
        candidates = all ? null : set.Candidates(hits);
        var places = new PhrasePlaces(call);
        evaluate = new EvaluatePhrase(hits, places, name => Of(set.IndexOf(name)));
        check = new CheckPhrase(hits, places, Holds, set.IndexOf, node => evaluate.Run(node).Holds);
    }

    public PhraseOutcome this[string rule] => Of(set.IndexOf(rule));

    public PhraseOutcome Of(int rule)
    {
        if (candidates is not null && !candidates[rule])
        {
            return PhraseOutcome.No;
        }

        outcomes ??= new PhraseOutcome?[set.Count];
        return outcomes[rule] ??= evaluate.Run(set.Rule(rule));
    }

    /// <summary>Whether a rule holds; cheaper than to ask where.</summary>
    public bool Holds(int rule) => (candidates is null || candidates[rule]) && (outcomes?[rule]?.Holds ?? check.Holds(set.Rule(rule)));

    /// <summary>Whether a rule holds; cheaper than to ask where.</summary>
    public bool Holds(string rule) => Holds(set.IndexOf(rule));

    public bool[] HoldingRules() => [.. Enumerable.Range(0, set.Count).Select(rule => Of(rule).Holds)];

    /// <summary>The words that show a match.</summary>
    public Quote Quote(PhraseMatch match) => call.Quote(match.First, match.Last);

    /// <summary>The words that show that a rule holds: one quote for each phrase of its first matches.</summary>
    public IReadOnlyList<Quote> Quotes(PhraseOutcome outcome, int most = 3) =>
        [.. outcome.Matches.SelectMany(match => match.Leaves()).Take(most).Select(Quote)];
}
