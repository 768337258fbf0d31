using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Earshot.Platform.Privacy.Controls;

/// <summary>What a stranger gets from the pages.</summary>
internal static partial class SiteControls
{
    /// <summary>Pages that anybody may open.</summary>
    internal static readonly string[] OpenPages = ["/", "/pricing", "/trust", "/privacy", "/cookies", "/sign-in"];

    public static readonly IReadOnlyList<Control> List =
    [
        Control.Probe("strict-headers", "B29 B30 E11", "Pages allow nothing that is not ours: no foreign script, frame, picture or connection.", "Страницы не допускают ничего чужого: ни скриптов, ни рамок, ни картинок, ни соединений.", (site, ct) => EachAsync(site, HeaderTrouble, ct)),
        Control.Probe("no-third-party", "A47 B29 E11 E12", "A first visit asks nobody but this installation for anything.", "При первом посещении нет запросов ни к кому, кроме этой установки.", (site, ct) => EachAsync(site, ThirdParty, ct)),
        Control.Probe("listed-cookies", "A72 B13 B20 B22 C22 E12", "A first visit gets no cookie but the necessary ones that the cookie policy lists.", "При первом посещении ставятся только необходимые cookie из опубликованного перечня.", (site, ct) => EachAsync(site, UnlistedCookie, ct)),
    ];

    internal static string? HeaderTrouble(Visit visit)
    {
        var policy = visit.Headers.GetValueOrDefault("Content-Security-Policy") ?? string.Empty;
        return policy switch
        {
            _ when !policy.Contains("default-src 'none'", StringComparison.Ordinal) => "the content security policy is not closed",
            _ when policy.Contains("http:", StringComparison.Ordinal) || policy.Contains("https:", StringComparison.Ordinal) || policy.Contains('*', StringComparison.Ordinal) => "the content security policy names strangers",
            _ when policy.Contains("unsafe", StringComparison.Ordinal) => "the content security policy is unsafe",
            _ when visit.Headers.GetValueOrDefault("X-Content-Type-Options") != "nosniff" => "types may be guessed",
            _ when visit.Headers.GetValueOrDefault("Referrer-Policy") is not ("same-origin" or "no-referrer") => "the referrer is told to others",
            _ => null,
        };
    }

    internal static string? ThirdParty(Visit visit)
    {
        var foreign = Fetched().Matches(visit.Body).Select(match => match.Groups["address"].Value).FirstOrDefault();
        return foreign is null ? null : $"fetches {foreign}";
    }

    internal static string? UnlistedCookie(Visit visit)
    {
        var unlisted = visit.Cookies.FirstOrDefault(cookie => Documents.CookieList.Find(cookie) is not { IsNecessary: true });
        return unlisted is null ? null : $"sets {unlisted}";
    }

    private static async Task<Finding> EachAsync(Installation site, Func<Visit, string?> trouble, CancellationToken ct)
    {
        if (site.Address is not { IsLoopback: true })
        {
            return new Finding(null, "no pages are served on the loopback");
        }

        foreach (var page in OpenPages)
        {
            if (await site.VisitAsync(page, ct) is { } visit && (AnswerTrouble(visit) ?? trouble(visit)) is { } found)
            {
                return new Finding(false, $"{page}: {found}");
            }
        }

        return new Finding(true, string.Create(CultureInfo.InvariantCulture, $"{OpenPages.Length} pages opened"));
    }

    private static string? AnswerTrouble(Visit visit) =>
        visit.Status >= HttpStatusCode.BadRequest ? string.Create(CultureInfo.InvariantCulture, $"answers {(int)visit.Status}") : null;

    // What a browser would fetch by itself; links that a person follows are their own affair.
    [GeneratedRegex("""<(?:script|img|iframe|source|video|audio|embed|object|link(?![^>]*rel="(?:canonical|alternate|license)"))[^>]*?\s(?:src|href|data)="(?<address>(?:https?:)?//[^"]+)""", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Fetched();
}
