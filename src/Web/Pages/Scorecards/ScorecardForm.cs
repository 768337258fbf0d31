using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Earshot.Analysis.Scorecards;

namespace Earshot.Web.Pages.Scorecards;

/// <summary>A scorecard as the fields of a form: <c>title-3</c> is the title of the fourth criterion. A criterion without a title is left out.</summary>
internal static class ScorecardForm
{
    /// <summary>Rows for new criteria at the end of the form.</summary>
    public const int Blank = 2;

    private const int MostRows = 220;

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The criteria with their sections, in order.</summary>
    public static IReadOnlyList<(string Section, ScorecardCriterion Criterion)> Rows(Scorecard scorecard) =>
        [.. scorecard.Sections.SelectMany(section => section.Criteria.Select(criterion => (section.Title, criterion)))];

    /// <summary>Shared dictionaries and rules, a line each.</summary>
    public static string Shared(Scorecard scorecard) => string.Join(
        '\n', scorecard.Dictionaries.Select(pair => $"${pair.Key} = {pair.Value}").Concat(scorecard.Rules.Select(pair => $"{pair.Key} = {pair.Value}")));

    /// <summary>The definition that the fields say; what is wrong with it shows when it is read.</summary>
    public static string Definition(IFormCollection form)
    {
        var root = new JsonObject { ["name"] = form["name"].ToString(), ["pass_from"] = Number(form["pass"]) };
        AddShared(root, form["shared"].ToString());
        var sections = new JsonArray();
        foreach (var row in Enumerable.Range(0, MostRows).Where(row => !string.IsNullOrWhiteSpace(form[Field("title", row)])))
        {
            CriteriaOf(sections, Or(form[Field("section", row)], "1")).Add(Criterion(form, row));
        }

        root["sections"] = sections;
        return root.ToJsonString(Readable);
    }

    /// <summary>Name of a field of a row.</summary>
    public static string Field(string name, int row) => string.Create(CultureInfo.InvariantCulture, $"{name}-{row}");

    private static JsonObject Criterion(IFormCollection form, int row)
    {
        var method = Or(form[Field("method", row)], "rule");
        var criterion = new JsonObject
        {
            ["id"] = Or(form[Field("id", row)], string.Create(CultureInfo.InvariantCulture, $"c{row + 1}-{Guid.NewGuid().ToString("n")[..6]}")),
            ["title"] = form[Field("title", row)].ToString().Trim(),
            ["weight"] = Number(form[Field("weight", row)]),
            [method] = method == "person" ? true : form[Field("source", row)].ToString().Trim(),
        };
        if (form.ContainsKey(Field("critical", row)))
        {
            criterion["critical"] = true;
        }

        if (form[Field("unless", row)].ToString().Trim() is { Length: > 0 } unless)
        {
            criterion["not_applicable_when"] = unless;
        }

        return criterion;
    }

    private static JsonArray CriteriaOf(JsonArray sections, string title)
    {
        foreach (var known in sections.OfType<JsonObject>())
        {
            if (known["title"]?.GetValue<string>() == title && known["criteria"] is JsonArray criteria)
            {
                return criteria;
            }
        }

        var added = new JsonArray();
        sections.Add(new JsonObject { ["title"] = title, ["criteria"] = added });
        return added;
    }

    private static void AddShared(JsonObject root, string text)
    {
        var (dictionaries, rules) = (new JsonObject(), new JsonObject());
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            var (name, value) = equals < 0 ? (line, string.Empty) : (line[..equals].Trim(), line[(equals + 1)..].Trim());
            (name.StartsWith('$') ? dictionaries : rules)[name.TrimStart('$')] = value;
        }

        root["dictionaries"] = dictionaries;
        root["rules"] = rules;
    }

    private static string Or(string? text, string otherwise) => string.IsNullOrWhiteSpace(text) ? otherwise : text.Trim();

    // What is no number stays a text and is refused with its place.
    private static JsonNode? Number(string? text) =>
        double.TryParse(text?.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : JsonValue.Create(text);
}
