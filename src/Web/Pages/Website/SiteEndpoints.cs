using Earshot.Platform.Kernel;
using Earshot.Platform.Privacy.Consents;
using Earshot.Platform.Privacy.Documents;
using Earshot.Platform.Privacy.Inquiries;
using Earshot.Web.Layout;
using Earshot.Web.Texts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Earshot.Web.Pages.Website;

/// <summary>What visitors send: an inquiry, the newsletter, a choice about cookies, a page that they agreed to have counted.</summary>
internal static class SiteEndpoints
{
    public const string ConsentCookie = "earshot-consent";

    public static void Map(IEndpointRouteBuilder app)
    {
        var site = app.MapGroup("/").AllowAnonymous();
        site.MapPost("/inquiry", InquireAsync);
        site.MapPost("/newsletter", SubscribeAsync);
        site.MapPost("/newsletter/confirm", ConfirmAsync);
        site.MapPost("/newsletter/leave", LeaveAsync).DisableAntiforgery(); // one click from a mail program (RFC 8058): the token is the proof
        site.MapPost("/consent", ChooseAsync);
        site.MapPost("/visits", CountAsync);
    }

    private static async Task<RedirectHttpResult> InquireAsync([AsParameters] InquiryForm form, SiteScope site, CancellationToken ct)
    {
        var sent = await site.RunAsync<SendInquiry, Result<Guid>>(send => send.RunAsync(form.ToInquiry(), ct));
        return TypedResults.LocalRedirect(sent.IsOk ? "/?sent=inquiry#contact" : $"/?trouble={sent.Failure?.Code}#contact");
    }

    private static async Task<RedirectHttpResult> SubscribeAsync(HttpContext http, [FromForm] string? email, [FromForm] bool? agrees, Viewer viewer, SiteScope site, CancellationToken ct)
    {
        if (agrees is not true)
        {
            return TypedResults.LocalRedirect("/?trouble=inquiry_consent#contact");
        }

        var address = await AddressAsync(http, site, ct);
        var asked = await site.RunAsync<Newsletter, Result<Done>>(letters => letters.AskAsync(email ?? string.Empty, viewer.Language.Code(), address, ct));
        return TypedResults.LocalRedirect(asked.IsOk ? "/?sent=newsletter#contact" : $"/?trouble={asked.Failure?.Code}#contact");
    }

    private static async Task<RedirectHttpResult> ConfirmAsync([FromQuery] string? token, [FromForm] string? ignored, SiteScope site, CancellationToken ct) =>
        TypedResults.LocalRedirect(await site.RunAsync<Newsletter, bool>(letters => letters.ConfirmAsync(token ?? ignored ?? string.Empty, ct)) ? "/newsletter?done=confirmed" : "/newsletter?done=no");

    // A mail program looks at the status alone; a person is shown a page.
    private static async Task<IResult> LeaveAsync(HttpContext http, [FromQuery] string? token, SiteScope site, CancellationToken ct)
    {
        var left = await site.RunAsync<Newsletter, bool>(letters => letters.LeaveAsync(token ?? string.Empty, ct));
        var isPerson = http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
        return isPerson ? TypedResults.LocalRedirect(left ? "/newsletter?do=leave&done=left" : "/newsletter?do=leave&done=no") : left ? TypedResults.Ok() : TypedResults.NotFound();
    }

    private static async Task<RedirectHttpResult> ChooseAsync(HttpContext http, [FromForm] string? choice, [FromForm(Name = "return")] string? back, SiteScope site, CancellationToken ct)
    {
        var kept = await site.RunAsync<ChooseCookies, string>(choose => choose.RunAsync(choice == "yes", http.Request.Cookies[ConsentCookie], ct));
        http.Response.Cookies.Append(ConsentCookie, kept, new CookieOptions
        {
            MaxAge = ChooseCookies.Life, HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, IsEssential = true, Path = "/",
        });
        return TypedResults.LocalRedirect(LocalPath.Or(back, "/"));
    }

    private static async Task<NoContent> CountAsync(HttpContext http, [FromForm] string? page, SiteScope site, CancellationToken ct)
    {
        await site.RunAsync<CountVisit, bool>(count => count.RunAsync(page ?? string.Empty, http.Request.Cookies[ConsentCookie], ct));
        return TypedResults.NoContent();
    }

    // The operator's own address; only where none is given, the one that the visitor used.
    internal static async Task<Uri> AddressAsync(HttpContext http, SiteScope site, CancellationToken ct)
    {
        var who = await site.RunAsync<ReadOperator, Operator>(read => read.RunAsync(ct));
        return new Uri(who.Site is { Length: > 0 } own ? own : $"{http.Request.Scheme}://{http.Request.Host}");
    }

    private sealed record InquiryForm(
        [FromForm] string? Name, [FromForm] string? Email, [FromForm] string? Phone, [FromForm] string? Message, [FromForm] string? Agents, [FromForm] string? Page,
        [FromForm] string? Source, [FromForm] bool? Agrees, [FromForm] string? Puzzle, [FromForm] string? Answer)
    {
        public NewInquiry ToInquiry() => new(
            Name ?? string.Empty, Email ?? string.Empty, Phone, Message, int.TryParse(Agents, System.Globalization.CultureInfo.InvariantCulture, out var agents) ? agents : null,
            Page is { Length: > 0 } page ? page : "/", Source is { Length: > 0 and < 200 } source ? source : null, Agrees is true, Puzzle ?? string.Empty, Answer ?? string.Empty);
    }
}
