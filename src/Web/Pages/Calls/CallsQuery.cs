using System.Globalization;
using Earshot.Platform.Calls.Browse;
using Earshot.Web.Layout;
using Microsoft.AspNetCore.WebUtilities;

namespace Earshot.Web.Pages.Calls;

/// <summary>The filters of the list as they stand in the address, read leniently: what can't be read is left out.</summary>
public sealed class CallsQuery(IQueryCollection query, Viewer viewer)
{
    private static readonly string[] Names =
        ["q", "state", "agent", "department", "direction", "score-from", "score-to", "mood", "flag", "topic", "when", "from", "to"];

    /// <summary>Text of a filter; null when it is not set.</summary>
    public string? this[string name] => query[name].ToString() is { Length: > 0 } text ? text : null;

    /// <summary>True when any filter is set.</summary>
    public bool IsFiltered => Names.Any(name => this[name] is not null);

    /// <summary>Where the page begins.</summary>
    public CallCursor? Cursor => CallCursor.Parse(this["at"]);

    /// <summary>The filters for the query.</summary>
    public CallFilter Filter => new()
    {
        Words = this["q"],
        State = this["state"],
        AgentId = Id("agent"),
        DepartmentId = Id("department"),
        Direction = this["direction"],
        ScoreFrom = Number("score-from"),
        ScoreTo = Number("score-to"),
        Sentiment = this["mood"] switch { "positive" => 1, "neutral" => 0, "negative" => -1, _ => null },
        Flag = this["flag"],
        Topic = this["topic"],
        From = From(),
        To = this["when"] is null or "custom" ? Day("to")?.AddDays(1) : null,
    };

    /// <summary>Address of the list with the same filters and another cursor.</summary>
    public string Address(CallCursor? cursor)
    {
        var set = Names.Select(name => KeyValuePair.Create(name, this[name])).Append(KeyValuePair.Create("at", cursor?.ToString()));
        return QueryHelpers.AddQueryString("/calls", set.Where(pair => pair.Value is not null));
    }

    private DateTimeOffset? From() => this["when"] switch
    {
        "today" => Midnight(viewer.Local(viewer.Now).Date),
        "7" or "30" or "90" => Midnight(viewer.Local(viewer.Now).Date.AddDays(1 - int.Parse(this["when"] ?? "7", CultureInfo.InvariantCulture))),
        _ => Day("from"),
    };

    private DateTimeOffset? Day(string name) =>
        DateTime.TryParseExact(this[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Midnight(day) : null;

    private DateTimeOffset Midnight(DateTime day) => new(day, viewer.Zone.GetUtcOffset(day));

    private Guid? Id(string name) => Guid.TryParse(this[name], out var id) ? id : null;

    private double? Number(string name) =>
        double.TryParse(this[name], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
}
