using Earshot.Analysis.Scorecards;

namespace Earshot.Platform.Scoring.Scorecards;

/// <summary>What became of a criterion from one version to another.</summary>
/// <param name="Id">Id of the criterion.</param>
/// <param name="Before">As it was; null when it is new.</param>
/// <param name="After">As it is; null when it is gone.</param>
public sealed record CriterionChange(string Id, ScorecardCriterion? Before, ScorecardCriterion? After);

/// <summary>Compares two versions of a scorecard, criterion by criterion.</summary>
public static class CompareVersions
{
    public static IReadOnlyList<CriterionChange> Run(Scorecard before, Scorecard after)
    {
        var (old, now) = (ById(before), ById(after));
        return
        [
            .. now.Select(pair => new CriterionChange(pair.Key, old.GetValueOrDefault(pair.Key), pair.Value)).Where(change => change.Before != change.After),
            .. old.Where(pair => !now.ContainsKey(pair.Key)).Select(pair => new CriterionChange(pair.Key, pair.Value, null)),
        ];
    }

    private static Dictionary<string, ScorecardCriterion> ById(Scorecard scorecard) =>
        scorecard.Sections.SelectMany(section => section.Criteria).ToDictionary(criterion => criterion.Id, StringComparer.Ordinal);
}
