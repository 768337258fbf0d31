using System.Globalization;
using Earshot.Analysis.BuiltIn;
using Earshot.Analysis.Flags;
using Earshot.Analysis.Phrases;
using Earshot.Analysis.Script;

namespace Earshot.Analysis.Scorecards;

/// <summary>Checks what the shape of a scorecard cannot show: names, rules and metrics.</summary>
internal static class CheckScorecard
{
    public static IEnumerable<ScorecardError> Run(Scorecard scorecard) =>
        CheckIds(scorecard).Concat(Criteria(scorecard).SelectMany(CheckSource)).Concat(CheckRules(scorecard));

    private static IEnumerable<(ScorecardCriterion Criterion, string Place)> Criteria(Scorecard scorecard) =>
        scorecard.Sections.SelectMany((section, s) => section.Criteria.Select((criterion, c) => (criterion, string.Create(CultureInfo.InvariantCulture, $"sections[{s}].criteria[{c}]"))));

    private static IEnumerable<ScorecardError> CheckIds(Scorecard scorecard) =>
        Criteria(scorecard).GroupBy(item => item.Criterion.Id, StringComparer.Ordinal).Where(group => group.Count() > 1)
            .Select(group => new ScorecardError($"{group.Last().Place}.id", $"The id '{group.Key}' is used twice."));

    private static IEnumerable<ScorecardError> CheckSource((ScorecardCriterion Criterion, string Place) item)
    {
        var (criterion, place) = item;
        return criterion.Method switch
        {
            AnswerMethod.Metric when MetricRule.Parse(criterion.Source) is null => [new ScorecardError(
                $"{place}.metric", $"'{criterion.Source}' is not a measure with a comparison; measures are {string.Join(", ", MetricRule.Names)}.")],
            AnswerMethod.Step when !FollowScript.Names.Contains(criterion.Source, StringComparer.Ordinal) => [new ScorecardError(
                $"{place}.step", $"There is no step '{criterion.Source}'; steps are {string.Join(", ", FollowScript.Names)}.")],
            AnswerMethod.Flag when !FindFlags.Names.Contains(criterion.Source, StringComparer.Ordinal) => [new ScorecardError(
                $"{place}.flag", $"There is no flag '{criterion.Source}'; flags are {string.Join(", ", FindFlags.Names)}.")],
            _ => [],
        };
    }

    private static IEnumerable<ScorecardError> CheckRules(Scorecard scorecard)
    {
        var places = Criteria(scorecard).SelectMany(item => new[]
        {
            ($"c.{item.Criterion.Id}", $"{item.Place}.rule"),
            ($"n.{item.Criterion.Id}", $"{item.Place}.not_applicable_when"),
        }).Concat(scorecard.Rules.Keys.Select(name => (name, $"rules.{name}"))).Concat(scorecard.Dictionaries.Keys.Select(name => ("$" + name, $"dictionaries.{name}")))
            .DistinctBy(pair => pair.Item1, StringComparer.Ordinal).ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);
        var own = ScorecardRules.Of(scorecard, string.Empty).DistinctBy(rule => rule.Name, StringComparer.Ordinal);
        var (_, errors) = CompilePhrases.Run([.. own, .. BuiltInRules.Read().Where(rule => !places.ContainsKey(rule.Name))]);
        return errors.Select(error => new ScorecardError(places.GetValueOrDefault(error.Rule, error.Rule), string.Create(CultureInfo.InvariantCulture, $"Character {error.Position + 1}: {error.Message}")));
    }
}
