using Earshot.Platform.Privacy.Documents;

namespace Earshot.Platform.Privacy.PersonalData;

/// <summary>Which tables need a holder: those with a column about a person, by the data map.</summary>
internal static class Holdings
{
    private static readonly string[] AboutPersons = ["contact", "customer", "text", "technical", "inquiry"];

    /// <summary>Tables without one that need none, each with its reason.</summary>
    public static readonly IReadOnlyDictionary<string, string> Exempt = new Dictionary<string, string>
    {
        ["accounts.throttle"] = "keyed digests of addresses, not to be led back to anybody; sixty days",
    };

    /// <summary>Tables with a column about a person.</summary>
    public static IEnumerable<string> People(IEnumerable<LabelledColumn> columns) => columns.Where(column => AboutPersons.Contains(column.Category)).Select(column => column.Table).Distinct();

    /// <summary>Tables about persons that nobody answers for: none in a good build.</summary>
    public static IEnumerable<string> Unheld(IEnumerable<LabelledColumn> columns, IEnumerable<string> held) =>
        People(columns).Except(held).Except(Exempt.Keys);
}
