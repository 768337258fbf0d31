using System.Globalization;
using Earshot.Analysis.Phrases;

namespace Earshot.Analysis.Scorecards;

/// <summary>The phrase rules of a scorecard, named within a scope of their own.</summary>
internal static class ScorecardRules
{
    /// <summary>The scope of the scorecard with an index.</summary>
    public static string Scope(int index) => string.Create(CultureInfo.InvariantCulture, $"card{index}:");

    public static IEnumerable<PhraseRule> Of(Scorecard scorecard, string scope) =>
        scorecard.Dictionaries.Select(pair => new PhraseRule("$" + scope + pair.Key, pair.Value))
            .Concat(scorecard.Rules.Select(pair => new PhraseRule(scope + pair.Key, pair.Value)))
            .Concat(scorecard.Sections.SelectMany(section => section.Criteria).SelectMany(criterion => OfCriterion(criterion, scope)));

    private static IEnumerable<PhraseRule> OfCriterion(ScorecardCriterion criterion, string scope)
    {
        if (criterion.Method == AnswerMethod.Rule)
        {
            yield return new PhraseRule($"{scope}c.{criterion.Id}", criterion.Source);
        }

        if (criterion.NotApplicableWhen is { } condition)
        {
            yield return new PhraseRule($"{scope}n.{criterion.Id}", condition);
        }
    }
}
