using System.Globalization;
using System.Net;
using System.Text;
using Earshot.Platform.Privacy.Controls;

namespace Earshot.Web.CommandLine;

/// <summary>What <c>earshot prove</c> found, as a page that stands alone and prints well.</summary>
internal static class ProofReport
{
    private const string Style =
        "body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;color:#14201d}h1{letter-spacing:-.02em}table{border-collapse:collapse;width:100%;font-size:13px}"
        + "td,th{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #dfe5e2}tr{break-inside:avoid}.pass{color:#1b6134}.fail{color:#942717;font-weight:700}.unknown{color:#774a00}code{font-size:12px}";

    public static string Count(string what, IEnumerable<string> statuses)
    {
        var all = statuses.ToArray();
        int Of(string status) => all.Count(one => one == status);
        return string.Create(CultureInfo.InvariantCulture, $"{all.Length} {what}: {Of(ProofStatus.Pass)} pass, {Of(ProofStatus.Fail)} fail, {Of(ProofStatus.Unknown)} unknown");
    }

    public static string Html(IReadOnlyList<Proof> proofs)
    {
        var clauses = ClauseStanding.Of(proofs);
        var page = new StringBuilder("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Earshot: proof</title><style>").Append(Style).Append("</style><h1>What is kept, and how we know</h1>");
        var at = proofs.Count > 0 ? proofs[^1].CheckedAt.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture) : "never";
        page.Append(CultureInfo.InvariantCulture, $"<p>Checked {at}. {Count("controls", proofs.Select(proof => proof.Status))}. {Count("clauses", clauses.Select(clause => clause.Status))}.</p>");
        Table(page, "Controls", ["", "control", "promise", "clauses", "evidence"], proofs.Select(proof =>
            new[] { proof.Status, proof.Control, proof.Statement, string.Join(' ', proof.Clauses), proof.Evidence }));
        Table(page, "Clauses", ["", "clause", "promise", "controls"], clauses.Select(clause =>
            new[] { clause.Status, clause.Clause, clause.Statement, string.Join(' ', clause.Controls) }));
        return page.Append("</html>").ToString();
    }

    private static void Table(StringBuilder page, string title, string[] heads, IEnumerable<string[]> rows)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h2>{title}</h2><table><tr>");
        page.AppendJoin(string.Empty, heads.Select(head => $"<th>{head}</th>")).Append("</tr>");
        foreach (var row in rows)
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"{row[0]}\">{row[0]}</td>");
            page.AppendJoin(string.Empty, row.Skip(1).Select(cell => $"<td>{WebUtility.HtmlEncode(cell)}</td>")).Append("</tr>");
        }

        page.Append("</table>");
    }
}
