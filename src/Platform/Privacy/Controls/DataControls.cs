using System.Globalization;
using Earshot.Platform.Privacy.Documents;

namespace Earshot.Platform.Privacy.Controls;

/// <summary>What is stored, why, and until when.</summary>
internal static class DataControls
{
    private const string Columns = $"from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace where a.attnum > 0 and not a.attisdropped and {Installation.OurTables}";

    public static readonly IReadOnlyList<Control> List =
    [
        Control.Live(
            "columns-labelled", "A05 B04 B06 C09 C14 D04 A71", "Every column of the database is labelled with what it holds, why, in which role and until when.",
            "У каждого поля базы указано, что в нём, зачем, в какой роли и до какого срока.", async (site, ct) => Labelled(await ColumnsAsync(site, ct), DataMap.Current)),
        Control.Live(
            "end-of-every-table", "A43 B33 C14 B08", "Every table has a rule for its end.", "У каждой таблицы есть правило удаления.", async (site, ct) => HasEnd(await ColumnsAsync(site, ct), DataMap.Current)),
        Control.None(
            "no-special-categories", "A67 B14 D08", "No field asks for health, race, politics, religion or intimate life.", "Нет полей о здоровье, расе, политике, религии и личной жизни.",
            "columns",
            $"select count(*) {Columns} and a.attname ~ '(health|diagnos|race|ethnic|politic|religio|faith|sexual|orientation|biometr|fingerprint|trade_union|criminal)'",
            $"select count(*) {Columns}"),
        Control.None(
            "no-card-fields", "B07", "No field can hold a card number or its code.", "Нет полей для номера карты или её кода.",
            "columns",
            $"select count(*) {Columns} and a.attname ~ '(card_?number|card_?holder|cvc|cvv|pan$|card_?expir)'",
            $"select count(*) {Columns}"),
        Control.None(
            "call-facts", "A06 B09", "Every call has its day, time and a direction of the closed list.", "У каждого звонка есть дата, время и направление из закрытого перечня.",
            "calls",
            "select count(*) from calls.calls where started_at is null or direction not in ('inbound', 'outbound')",
            "select count(*) from calls.calls"),
        Control.None(
            "upload-history", "A07", "Every upload has its way and state, and its file name is sealed.", "У каждой загрузки указаны способ и состояние, имя файла зашифровано.",
            "uploads",
            "select count(*) from calls.uploads where source not in ('ui', 'api', 'cli', 'folder', 'crm') or state not in ('receiving', 'accepted', 'refused', 'duplicate', 'abandoned') or (file_name is not null and (length(file_name) < 46 or get_byte(file_name, 0) <> 1))",
            "select count(*) from calls.uploads"),
        Control.None(
            "addresses-sixty-days", "A49 B08", "No address of a sign-in and no counter against guessing is older than sixty days.", "Адреса входов и счётчики подбора не старше 60 дней.",
            "addresses and counters",
            "select (select count(*) from accounts.sessions where address is not null and created_at < @now - interval '60 days 2 hours') + (select count(*) from accounts.sign_ins where address is not null and at < @now - interval '60 days 2 hours') + (select count(*) from accounts.throttle where last_at < @now - interval '60 days 2 hours')",
            "select (select count(*) from accounts.sessions where address is not null) + (select count(*) from accounts.sign_ins where address is not null) + (select count(*) from accounts.throttle)"),
    ];

    /// <summary>Schema, table and column of everything that is there.</summary>
    internal static async Task<HashSet<string>> ColumnsAsync(Installation site, CancellationToken ct) =>
        [.. await site.ListAsync($"select n.nspname || '.' || c.relname || '.' || a.attname {Columns}", row => row.GetString(0), ct)];

    internal static Finding Labelled(IReadOnlySet<string> there, DataMap map)
    {
        var labelled = map.Columns.Select(column => $"{column.Table}.{column.Column}").ToHashSet();
        string[] wrong = [.. there.Except(labelled).Order(StringComparer.Ordinal), .. map.Unexplained()];
        return new Finding(wrong.Length == 0, string.Create(CultureInfo.InvariantCulture, $"{there.Count} columns, {wrong.Length} without labels {string.Join(' ', wrong.Take(20))}").TrimEnd());
    }

    internal static Finding HasEnd(IReadOnlySet<string> there, DataMap map)
    {
        var tables = there.Select(column => column[..column.LastIndexOf('.')]).ToHashSet();
        var ruled = map.Tables.Where(table => map.Rules.ContainsKey(table.Rule)).Select(table => table.Name).ToHashSet();
        var endless = tables.Except(ruled).Order(StringComparer.Ordinal).ToArray();
        return new Finding(endless.Length == 0, string.Create(CultureInfo.InvariantCulture, $"{tables.Count} tables, {endless.Length} without an end {string.Join(' ', endless)}").TrimEnd());
    }
}
