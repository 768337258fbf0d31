using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Earshot.Platform.Privacy.PersonalData;

/// <summary>What was found, as a file: for machines (JSON, CSV) and for people (HTML).</summary>
public static class ExportPerson
{
    public static readonly IReadOnlyList<string> Formats = ["json", "csv", "html"];

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <param name="records">What was found.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="title">Head of the readable form.</param>
    public static byte[] Write(IReadOnlyList<HeldRecord> records, string format, string title) => format switch
    {
        "json" => JsonSerializer.SerializeToUtf8Bytes(new { Schema = "earshot.person/1", Records = records }, Readable),
        "csv" => Encoding.UTF8.GetBytes(Csv(records)),
        "html" => Encoding.UTF8.GetBytes(Html(records, title)),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    /// <summary>Reads the JSON form again.</summary>
    public static IReadOnlyList<HeldRecord> Read(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<ExportedPerson>(json, Readable)?.Records ?? [];

    private static string Csv(IReadOnlyList<HeldRecord> records) => string.Concat(
        records.SelectMany(record => record.Fields.Select(field => string.Join(',', new[] { record.Holder, record.Table, record.Id.ToString(), field.Name, field.Value }.Select(Cell)) + "\r\n"))
            .Prepend("holder,table,id,field,value\r\n"));

    // A cell that begins like a formula is taken for text by no spreadsheet; an apostrophe makes it one.
    private static string Cell(string value)
    {
        var safe = value is ['=' or '+' or '-' or '@' or '\t', ..] ? "'" + value : value;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string Html(IReadOnlyList<HeldRecord> records, string title)
    {
        var html = new StringBuilder("<!doctype html><html><head><meta charset=\"utf-8\"><title>").Append(WebUtility.HtmlEncode(title)).Append("</title><style>")
            .Append("body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%;margin:.5rem 0 2rem}")
            .Append("th,td{border-bottom:1px solid #ccc;padding:.3rem .6rem;text-align:left;vertical-align:top}th{width:12rem;font-weight:600}td{white-space:pre-wrap}</style></head><body><h1>")
            .Append(WebUtility.HtmlEncode(title)).Append("</h1>");
        foreach (var record in records)
        {
            html.Append("<h2>").Append(WebUtility.HtmlEncode(record.Holder)).Append("</h2><table>");
            foreach (var field in record.Fields)
            {
                html.Append("<tr><th>").Append(WebUtility.HtmlEncode(field.Name)).Append("</th><td>").Append(WebUtility.HtmlEncode(field.Value)).Append("</td></tr>");
            }

            html.Append("</table>");
        }

        return html.Append("</body></html>").ToString();
    }

    private sealed record ExportedPerson(string Schema, IReadOnlyList<HeldRecord> Records);
}
