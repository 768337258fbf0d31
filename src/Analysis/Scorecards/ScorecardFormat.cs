using System.Globalization;
using System.Text.Json;

namespace Earshot.Analysis.Scorecards;

/// <summary>Reads scorecards from JSON and checks them.</summary>
public static class ScorecardFormat
{
    private const int MostCriteria = 200;

    private static readonly string[] Methods = ["rule", "metric", "step", "flag", "model", "person"];

    /// <summary>Reads and checks a scorecard.</summary>
    public static ScorecardReading Read(string json) => Read(json, isTrusted: false);

    /// <summary>Reads a scorecard; the rules of one that comes with the product were checked when it was built.</summary>
    internal static ScorecardReading Read(string json, bool isTrusted)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var errors = new List<ScorecardError>();
            var scorecard = ReadScorecard(new JsonPlace(document.RootElement, string.Empty, errors));
            return Finish(scorecard, errors, isTrusted);
        }
        catch (JsonException wrong)
        {
            return new ScorecardReading(null, [new ScorecardError(string.Create(CultureInfo.InvariantCulture, $"line {wrong.LineNumber + 1}, column {wrong.BytePositionInLine + 1}"), "This is not valid JSON.")]);
        }
    }

    private static ScorecardReading Finish(Scorecard scorecard, List<ScorecardError> errors, bool isTrusted)
    {
        if (errors.Count == 0 && !isTrusted)
        {
            errors.AddRange(CheckScorecard.Run(scorecard));
        }

        return errors.Count == 0 ? new ScorecardReading(scorecard, []) : new ScorecardReading(null, errors);
    }

    private static Scorecard ReadScorecard(JsonPlace root)
    {
        var sections = root.Items("sections").Select(ReadSection).ToArray();
        var count = sections.Sum(section => section.Criteria.Count);
        if (count is 0 or > MostCriteria)
        {
            root.Wrong("sections", string.Create(CultureInfo.InvariantCulture, $"A scorecard has 1 to {MostCriteria} criteria; this one has {count}."));
        }

        return new Scorecard(root.Text("name"), (int)root.Number("version", 1, 1, 1_000_000), root.Number("pass_from", 80, 0, 100), sections)
        {
            Dictionaries = root.Texts("dictionaries"),
            Rules = root.Texts("rules"),
        };
    }

    private static ScorecardSection ReadSection(JsonPlace section) => new(section.Text("title"), [.. section.Items("criteria").Select(ReadCriterion)]);

    private static ScorecardCriterion ReadCriterion(JsonPlace criterion)
    {
        var given = Methods.Where(criterion.Has).ToArray();
        if (given.Length != 1)
        {
            criterion.Wrong(string.Empty, string.Create(CultureInfo.InvariantCulture, $"A criterion is answered by exactly one of {string.Join(", ", Methods)}; this one has {given.Length}."));
        }

        var method = given.Length == 0 ? AnswerMethod.Person : (AnswerMethod)Array.IndexOf(Methods, given[0]);
        return new ScorecardCriterion(
            criterion.Text("id"),
            criterion.Text("title"),
            criterion.Number("weight", 1, 0.001, 1_000),
            criterion.Flag("critical"),
            method,
            given.Length == 0 || method == AnswerMethod.Person ? string.Empty : criterion.Text(given[0]),
            criterion.Has("not_applicable_when") ? criterion.Text("not_applicable_when") : null);
    }
}
