using System.Globalization;
using Microsoft.Playwright;

namespace Earshot.EndToEnd;

/// <summary>
/// Walks over every page that a browser can reach by links and looks at each answer the way a baseline scan does: headers, cookies, mixed
/// content, foreign requests, forms without protection, inline code, and what an answer tells about its inside.
/// </summary>
internal sealed class WebCrawler(IBrowserContext context, string home)
{
    private const int Most = 250;

    // Not pages: files, streams of events, ways out, and what ends the session.
    private static readonly string[] Skipped = ["/sign-on/", "/export", ".csv", ".xlsx", ".zip", ".json", ".pdf", ".md", ".txt", ".xml", "/live", "/copy/", "/sign-out"];

    private const string InPage = """
        () => {
          const found = [];
          const here = location.origin;
          const outside = address => { try { return new URL(address, location.href).origin !== here; } catch { return true; } };
          if (document.querySelector("style, [style], script:not([src])")) found.push("inline style or script");
          for (const e of document.querySelectorAll("*")) for (const a of e.attributes) if (a.name.startsWith("on")) found.push(`inline handler ${a.name}`);
          for (const e of document.querySelectorAll("[src], link[rel=stylesheet]")) if (outside(e.src || e.href)) found.push(`loaded from elsewhere: ${e.tagName}`);
          for (const e of document.querySelectorAll("a[target=_blank]")) if (!/noopener|noreferrer/.test(e.rel)) found.push("a window that can reach its opener");
          for (const e of document.querySelectorAll("a[href^='javascript:']")) found.push("a link that is a script");
          for (const e of document.forms) {
            if (e.method === "post" && !e.querySelector("input[name=__RequestVerificationToken]") && !e.hasAttribute("data-puzzle-form") && !e.closest("[data-open-form]")) found.push(`a form without protection: ${e.id || e.getAttribute("action") || "?"}`);
            if (outside(e.action)) found.push("a form that leads elsewhere");
            if (e.method === "get" && e.querySelector("input[type=password]")) found.push("a password in an address");
          }
          for (const e of document.querySelectorAll("input[type=password]:not([autocomplete])")) found.push(`a password field that says nothing to password keepers: ${e.id}`);
          if (document.cookie) found.push(`a cookie that scripts read: ${document.cookie.split("=")[0]}`);
          if (localStorage.length + sessionStorage.length) found.push("something kept in the browser's storage");
          if (/ at [A-Z]\w+\.\w+\(.*\) in |Npgsql\.|System\.\w+Exception|PostgresException/.test(document.documentElement.innerHTML)) found.push("the inside of an error");
          return found;
        }
        """;

    private readonly SortedSet<string> findings = new(StringComparer.Ordinal);
    private readonly HashSet<string> seen = [];

    public int Pages { get; private set; }

    public int Answers { get; private set; }

    public int Forms { get; private set; }

    /// <summary>What was found, each once: the rule, and a path where it is broken.</summary>
    public IReadOnlyCollection<string> Findings => findings;

    /// <summary>Everything that was looked at, in a line.</summary>
    public string Summary(string who) => string.Create(
        CultureInfo.InvariantCulture, $"{who}: {Pages} pages, {Answers} answers, {Forms} forms looked at, {findings.Count} findings");

    public async Task RunAsync(params string[] starts)
    {
        var page = await context.NewPageAsync();
        page.Response += (_, response) => LookAt(response);
        page.Request += (_, request) => LookAt(request);
        page.Console += (_, message) => Add(message.Text.Contains("Content Security Policy", StringComparison.Ordinal) || message.Text.Contains("Mixed Content", StringComparison.Ordinal), "the browser complains about the policy of content", page.Url);
        var waiting = new Queue<string>(starts);
        while (waiting.TryDequeue(out var path) && Pages < Most)
        {
            if (seen.Add(Shape(path)))
            {
                await VisitAsync(page, path, waiting);
            }
        }

        LookAt(await context.CookiesAsync());
        await page.CloseAsync();
    }

    private async Task VisitAsync(IPage page, string path, Queue<string> waiting)
    {
        await page.GotoAsync(home + path, new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded });
        Pages++;
        foreach (var found in await page.EvaluateAsync<string[]>(InPage))
        {
            Add(true, found, path);
        }

        Forms += await page.Locator("form[method=post]").CountAsync();
        foreach (var link in await page.EvaluateAsync<string[]>("() => [...document.links].map(link => link.href)"))
        {
            if (link.StartsWith(home + "/", StringComparison.Ordinal) && !Array.Exists(Skipped, part => link.Contains(part, StringComparison.Ordinal)))
            {
                waiting.Enqueue(link[home.Length..].Split('#')[0]);
            }
        }
    }

    private void LookAt(IRequest request)
    {
        Add(home.StartsWith("https", StringComparison.Ordinal) && request.Url.StartsWith("http:", StringComparison.Ordinal), "mixed content", request.Url);
        Add(!request.Url.StartsWith(home, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal), "a request to somebody else", request.Url);
    }

    private void LookAt(IResponse response)
    {
        Answers++;
        var path = new Uri(response.Url).AbsolutePath;
        var headers = response.Headers;
        string Of(string name) => headers.GetValueOrDefault(name, "");
        Add(Of("x-content-type-options") != "nosniff", "no nosniff", path);
        Add(headers.ContainsKey("server") || headers.ContainsKey("x-powered-by"), "names its server", path);
        Add(home.StartsWith("https", StringComparison.Ordinal) && !Of("strict-transport-security").Contains("max-age=31536000", StringComparison.Ordinal), "no HSTS of a year", path);
        Add(response.Status >= 500, string.Create(CultureInfo.InvariantCulture, $"status {response.Status}"), path);
        Add(headers.ContainsKey("access-control-allow-origin"), "other origins may read it", path);
        if (!Of("content-type").StartsWith("text/html", StringComparison.Ordinal))
        {
            return;
        }

        var policy = Of("content-security-policy");
        foreach (var part in new[] { "default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'" })
        {
            Add(!policy.Contains(part, StringComparison.Ordinal), $"no {part}", path);
        }

        Add(policy.Contains("unsafe", StringComparison.Ordinal) || policy.Contains('*', StringComparison.Ordinal), "a policy with holes", path);
        Add(!headers.ContainsKey("referrer-policy") || !headers.ContainsKey("permissions-policy") || Of("cross-origin-opener-policy") != "same-origin", "a header against leaks is missing", path);
        Add(!Of("content-type").Contains("charset=utf-8", StringComparison.OrdinalIgnoreCase), "no charset", path);
        Add(!Of("cache-control").Contains("no-store", StringComparison.Ordinal) && headers.ContainsKey("set-cookie"), "an answer with a cookie may be cached", path);
    }

    private void LookAt(IReadOnlyList<BrowserContextCookiesResult> cookies)
    {
        var isTls = home.StartsWith("https", StringComparison.Ordinal);
        foreach (var cookie in cookies)
        {
            Add(!cookie.HttpOnly, "a cookie without HttpOnly", cookie.Name);
            Add(isTls && !cookie.Secure, "a cookie without Secure", cookie.Name);
            Add(cookie.SameSite is SameSiteAttribute.None, "a cookie for other sites", cookie.Name);
            Add(isTls && cookie.Name.StartsWith("earshot", StringComparison.Ordinal) && cookie.Name != "earshot-consent", "a cookie without __Host-", cookie.Name);
        }
    }

    private void Add(bool isBroken, string rule, string where)
    {
        if (isBroken)
        {
            findings.Add($"{rule} – {where}");
        }
    }

    // One page of a kind is enough: ids and filters make no new kind.
    private static string Shape(string path) => string.Join('/', path.Split('?')[0].Split('/').Select(part => Guid.TryParse(part, out _) ? "{id}" : part))
        + (path.Contains("tab=", StringComparison.Ordinal) ? path[path.IndexOf("tab=", StringComparison.Ordinal)..].Split('&')[0] : "");
}
