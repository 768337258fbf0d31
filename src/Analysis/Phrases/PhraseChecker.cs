using Earshot.Analysis.BuiltIn;
using Earshot.Analysis.Text;
using Earshot.Masking;

namespace Earshot.Analysis.Phrases;

/// <summary>Where a rule holds in a call: one list of quotes for each match, a quote for each phrase.</summary>
/// <param name="Holds">Whether the rule holds.</param>
/// <param name="Matches">The words that show it.</param>
public sealed record PhraseExplanation(bool Holds, IReadOnlyList<IReadOnlyList<Quote>> Matches);

/// <summary>Checks rules while they are written and shows what they match.</summary>
public static class PhraseChecker
{
    private const string Tried = "tried:rule";

    /// <summary>Says what is wrong with a rule; empty when nothing is.</summary>
    public static IReadOnlyList<PhraseError> Check(string rule, IReadOnlyList<PhraseRule>? others = null) => CompilePhrases.Run(With(rule, others)).Errors;

    /// <summary>Tries a rule on a call.</summary>
    /// <exception cref="ArgumentException">The rule does not compile.</exception>
    public static PhraseExplanation Try(string rule, MaskedConversation conversation, IReadOnlyList<PhraseRule>? others = null)
    {
        var (set, errors) = CompilePhrases.Run(With(rule, others));
        if (set is null)
        {
            throw new ArgumentException(string.Join(" ", errors), nameof(rule));
        }

        var results = set.Apply(CallText.Read(conversation, set.Vocabulary));
        var outcome = results[Tried];
        return new PhraseExplanation(outcome.Holds, [.. outcome.Matches.Select(match => (IReadOnlyList<Quote>)[.. match.Leaves().Select(results.Quote)])]);
    }

    private static List<PhraseRule> With(string rule, IReadOnlyList<PhraseRule>? others) =>
        [new PhraseRule(Tried, rule), .. others ?? [], .. BuiltInRules.Read()];
}
