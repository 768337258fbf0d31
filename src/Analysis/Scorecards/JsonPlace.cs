using System.Globalization;
using System.Text.Json;

namespace Earshot.Analysis.Scorecards;

/// <summary>A JSON object with its path; what is missing or wrong is noted with the place.</summary>
internal sealed class JsonPlace(JsonElement element, string path, List<ScorecardError> errors)
{
    public bool Has(string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out _);

    public void Wrong(string name, string reason) => errors.Add(new ScorecardError(Path(name), reason));

    public string Text(string name)
    {
        if (Find(name) is { ValueKind: JsonValueKind.String } text && text.GetString() is { Length: > 0 } value)
        {
            return value;
        }

        Wrong(name, "A text is expected here.");
        return string.Empty;
    }

    public double Number(string name, double otherwise, double least, double most)
    {
        if (!Has(name))
        {
            return otherwise;
        }

        if (Find(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var value) && value >= least && value <= most)
        {
            return value;
        }

        Wrong(name, FormattableString.Invariant($"A number from {least} to {most} is expected here."));
        return otherwise;
    }

    public bool Flag(string name)
    {
        if (Has(name) && Find(name) is not { ValueKind: JsonValueKind.True or JsonValueKind.False })
        {
            Wrong(name, "true or false is expected here.");
        }

        return Find(name) is { ValueKind: JsonValueKind.True };
    }

    public IReadOnlyList<JsonPlace> Items(string name)
    {
        if (Find(name) is { ValueKind: JsonValueKind.Array } array)
        {
            return [.. array.EnumerateArray().Select((item, index) => new JsonPlace(item, string.Create(CultureInfo.InvariantCulture, $"{Path(name)}[{index}]"), errors))];
        }

        Wrong(name, "A list is expected here.");
        return [];
    }

    public Dictionary<string, string> Texts(string name)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Find(name) is not { ValueKind: JsonValueKind.Object } map)
        {
            return texts;
        }

        foreach (var entry in map.EnumerateObject())
        {
            texts[entry.Name] = new JsonPlace(map, Path(name), errors).Text(entry.Name);
        }

        return texts;
    }

    private JsonElement? Find(string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    private string Path(string name) => (path.Length, name.Length) switch
    {
        (0, 0) => "scorecard",
        (0, _) => name,
        (_, 0) => path,
        _ => $"{path}.{name}",
    };
}
