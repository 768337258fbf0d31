using Earshot.Analysis.Phrases;

namespace Earshot.Analysis.Scorecards;

/// <summary>Answers the criteria of a scorecard for one call.</summary>
internal static class ScoreCall
{
    public static ScorecardResult Run(Scorecard scorecard, string scope, PhraseResults results, CallAnalysis analysis)
    {
        var criteria = scorecard.Sections
            .SelectMany(section => section.Criteria.Select(criterion => Judge(criterion, section.Title, scope, results, analysis))).ToArray();
        var counted = criteria.Where(criterion => criterion.Answer is CriterionAnswer.Yes or CriterionAnswer.No).ToArray();
        var failed = counted.Any(criterion => criterion is { Critical: true, Answer: CriterionAnswer.No });
        var total = counted.Sum(criterion => criterion.Weight);
        double? score = total <= 0 ? null : failed ? 0 : Math.Round(counted.Where(IsMet).Sum(criterion => criterion.Weight) / total * 100, 1);
        return new ScorecardResult(scorecard.Name, scorecard.Version, score, failed, criteria) { Passed = score is { } value ? !failed && value >= scorecard.PassFrom : null };
    }

    private static bool IsMet(CriterionResult criterion) => criterion.Answer == CriterionAnswer.Yes;

    private static CriterionResult Judge(ScorecardCriterion criterion, string section, string scope, PhraseResults results, CallAnalysis analysis)
    {
        var (answer, quotes) = criterion.NotApplicableWhen is not null && results[$"{scope}n.{criterion.Id}"] is { Holds: true } condition
            ? (CriterionAnswer.NotApplicable, results.Quotes(condition))
            : Answer(criterion, scope, results, analysis);
        return new CriterionResult(criterion.Id, criterion.Title, section, criterion.Weight, criterion.Critical, answer, Method(criterion.Method), quotes);
    }

    private static (CriterionAnswer Answer, IReadOnlyList<Quote> Quotes) Answer(
        ScorecardCriterion criterion, string scope, PhraseResults results, CallAnalysis analysis) => criterion.Method switch
    {
        AnswerMethod.Rule => ByRule(results[$"{scope}c.{criterion.Id}"], results),
        AnswerMethod.Step => ByStep(analysis.Script.FirstOrDefault(step => step.Name == criterion.Source)),
        AnswerMethod.Flag => ByFlag(analysis.Flags.FirstOrDefault(flag => flag.Name == criterion.Source)),
        AnswerMethod.Metric => (MetricRule.Parse(criterion.Source)?.Answer(analysis) ?? CriterionAnswer.Open, []),
        _ => (CriterionAnswer.Open, []),
    };

    private static (CriterionAnswer Answer, IReadOnlyList<Quote> Quotes) ByRule(PhraseOutcome outcome, PhraseResults results) =>
        (outcome.Holds ? CriterionAnswer.Yes : CriterionAnswer.No, results.Quotes(outcome));

    private static (CriterionAnswer Answer, IReadOnlyList<Quote> Quotes) ByStep(ScriptStep? step) =>
        (step is { Done: true } ? CriterionAnswer.Yes : CriterionAnswer.No, step?.Quote is { } quote ? [quote] : []);

    private static (CriterionAnswer Answer, IReadOnlyList<Quote> Quotes) ByFlag(FlagHit? flag) =>
        (flag is null ? CriterionAnswer.Yes : CriterionAnswer.No, flag?.Quote is { } quote ? [quote] : []);

    private static string Method(AnswerMethod method) => method switch
    {
        AnswerMethod.Metric => "metric",
        AnswerMethod.Model => "model",
        AnswerMethod.Person => "person",
        _ => "rule",
    };
}
