using Earshot.Analysis.Text;

namespace Earshot.Analysis.Topics;

/// <summary>The terms of topics that were said in a call, with how much each place counts.</summary>
internal sealed class SaidTerms
{
    private const int ReasonTurns = 3;
    private const double ReasonWeight = 3.0;
    private const double CustomerWeight = 0.6;
    private const double AgentWeight = 0.35;
    private const double Saturation = 3.0;

    private readonly Dictionary<Term, (double Weight, int BestToken, double BestWeight)> terms = [];

    public SaidTerms(CallText call, Dictionary<string, bool> firstStems)
    {
        var customerTurns = 0;
        for (var turn = 0; turn < call.TurnCount; turn++)
        {
            customerTurns += call.Speakers[turn] == Speakers.Customer ? 1 : 0;
            var weight = call.Speakers[turn] switch
            {
                Speakers.Customer => customerTurns <= ReasonTurns ? ReasonWeight / customerTurns : CustomerWeight,
                _ => customerTurns is > 0 and <= ReasonTurns ? AgentWeight * 2 : AgentWeight,
            };
            Read(call, turn, weight, firstStems);
        }
    }

    /// <summary>Evidence for a topic: repeated words count ever less.</summary>
    public double Weigh(TopicProfile profile)
    {
        double sum = 0;
        foreach (var (term, said) in terms)
        {
            if (profile.Weights.TryGetValue(term, out var weight))
            {
                sum += weight * said.Weight / (said.Weight + Saturation);
            }
        }

        return sum;
    }

    /// <summary>Places of the words that speak most for a topic.</summary>
    public IEnumerable<int> Strongest(TopicProfile profile) => terms
        .Where(pair => profile.Weights.ContainsKey(pair.Key))
        .OrderByDescending(pair => profile.Weights[pair.Key] * pair.Value.BestWeight)
        .Select(pair => pair.Value.BestToken).Take(4);

    private void Read(CallText call, int turn, double weight, Dictionary<string, bool> firstStems)
    {
        var end = call.FirstTokens[turn + 1];
        for (var i = call.FirstTokens[turn]; i < end; i++)
        {
            var stem = call.WordAt(i).Stem;
            if (!firstStems.TryGetValue(stem, out var startsPair))
            {
                continue;
            }

            Add(new Term(stem), i, weight);
            if (startsPair && i + 1 < end)
            {
                Add(new Term(stem, call.WordAt(i + 1).Stem), i, weight);
            }
        }
    }

    private void Add(Term term, int token, double weight)
    {
        var known = terms.GetValueOrDefault(term);
        terms[term] = weight > known.BestWeight ? (known.Weight + weight, token, weight) : (known.Weight + weight, known.BestToken, known.BestWeight);
    }
}
