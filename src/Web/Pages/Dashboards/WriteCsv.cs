using System.Globalization;
using System.Text;

namespace Earshot.Web.Pages.Dashboards;

/// <summary>Rows as CSV (RFC 4180) with a byte order mark, so that spreadsheets read the letters right.</summary>
internal static class WriteCsv
{
    public static byte[] Run(IEnumerable<IReadOnlyList<object?>> rows) =>
        [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Concat(rows.Select(row => string.Join(',', row.Select(Cell)) + "\r\n")))];

    // A spreadsheet would run a text that begins like a formula.
    private static string Cell(object? value)
    {
        var text = value is IFormattable number ? number.ToString(null, CultureInfo.InvariantCulture) : value?.ToString() ?? string.Empty;
        text = value is string && text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;
        return text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
