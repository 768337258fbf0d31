using System.Globalization;
using System.Net;
using System.Text;

namespace Earshot.Platform.Scoring.Reports;

/// <summary>A line of a sheet.</summary>
public sealed record SheetLine(string Name, string Value, Uri? Link = null);

/// <summary>A part of a sheet with its heading.</summary>
public sealed record SheetPart(string Title, IReadOnlyList<SheetLine> Lines);

/// <summary>What a letter or a print says, once as plain text and once as simple HTML without anything from elsewhere.</summary>
public sealed record Sheet(string Language, string Title, string Lead, IReadOnlyList<SheetPart> Parts, IReadOnlyList<SheetLine> Links)
{
    public string Text()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Title}\r\n{Lead}\r\n");
        foreach (var part in Parts)
        {
            text.Append(CultureInfo.InvariantCulture, $"\r\n{part.Title}\r\n");
            foreach (var line in part.Lines)
            {
                text.Append(CultureInfo.InvariantCulture, $"- {line.Name}: {line.Value}\r\n{(line.Link is null ? null : $"  {line.Link}\r\n")}");
            }
        }

        foreach (var link in Links)
        {
            text.Append(CultureInfo.InvariantCulture, $"\r\n{link.Name}\r\n{link.Link}\r\n");
        }

        return text.ToString();
    }

    public string Html()
    {
        var html = new StringBuilder().Append(CultureInfo.InvariantCulture, $"""
            <!doctype html><html lang="{Escape(Language)}"><head><meta charset="utf-8"><title>{Escape(Title)}</title></head>
            <body style="font:15px/1.5 sans-serif;color:#1c2026;background:#fff;max-width:46rem;margin:1.5rem auto;padding:0 1rem">
            <h1 style="font-size:1.4rem;margin:0">{Escape(Title)}</h1><p style="margin:.25rem 0 1rem;color:#59616d">{Escape(Lead)}</p>
            """);
        foreach (var part in Parts)
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2 style=\"font-size:1.05rem;margin:1.25rem 0 .25rem\">{Escape(part.Title)}</h2><table style=\"border-collapse:collapse;width:100%\">");
            html.AppendJoin(string.Empty, part.Lines.Select(Row)).Append("</table>");
        }

        return html.AppendJoin(string.Empty, Links.Select(link => $"<p>{Anchor(link)}</p>")).Append("</body></html>").ToString();
    }

    private static string Row(SheetLine line) =>
        $"<tr><td style=\"min-width:9rem;padding:.3rem 0;border-bottom:1px solid #e3e6ea\">{Anchor(line)}</td><td style=\"padding:.3rem 0 .3rem 1rem;border-bottom:1px solid #e3e6ea;text-align:right\">{Escape(line.Value)}</td></tr>";

    private static string Anchor(SheetLine line) => line.Link is { } link ? $"<a href=\"{Escape(link.AbsoluteUri)}\" style=\"color:#1f5fbf\">{Escape(line.Name)}</a>" : Escape(line.Name);

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
