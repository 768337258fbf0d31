using Earshot.Platform.Accounts;
using Earshot.Platform.Accounts.People;
using Earshot.Platform.Privacy.Documents;
using Earshot.Platform.Accounts.Support;
using Earshot.Web.Texts;
using Microsoft.AspNetCore.Components.Endpoints;

namespace Earshot.Web.Layout;

/// <summary>Finds language, time zone and theme: what was chosen on this device, then what the person's settings say, then what the browser asks for.</summary>
internal static class ViewerMiddleware
{
    public const string LanguageCookie = "language";
    public const string ThemeCookie = "theme";

    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var viewer = context.RequestServices.GetRequiredService<Viewer>();
        Fill(viewer, context, context.RequestServices.GetRequiredService<Actor>());
        if (context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
        {
            await (viewer.IsSignedIn ? GreetAsync(viewer, context) : WelcomeAsync(viewer, context)); // before the page: one context, one query at a time
        }

        await next(context);
    }

    private static async Task GreetAsync(Viewer viewer, HttpContext context)
    {
        viewer.Person = (await context.RequestServices.GetRequiredService<ReadProfile>().RunAsync(context.RequestAborted)).Name;
        var use = context.RequestServices.GetRequiredService<UseVersion>();
        await use.MarkUseAsync(context.RequestAborted);
        viewer.Announced = await use.BannerAsync(context.RequestAborted);
        viewer.SupportUntil = viewer.Rights.Contains(Policies.AcceptAgreements)
            ? await context.RequestServices.GetRequiredService<DecideSupport>().OpenUntilAsync(context.RequestAborted)
            : null;
    }

    private static async Task WelcomeAsync(Viewer viewer, HttpContext context) =>
        viewer.CountsVisits = (await context.RequestServices.GetRequiredService<ReadOperator>().RunAsync(context.RequestAborted)).CountsVisits;

    private static void Fill(Viewer viewer, HttpContext context, Actor actor)
    {
        var cookies = context.Request.Cookies;
        viewer.Language = Languages.FromCode(cookies[LanguageCookie]) ?? Languages.FromCode(actor.Language) ?? Languages.Preferred(context.Request.Headers.AcceptLanguage);
        viewer.Theme = cookies[ThemeCookie] is "light" or "dark" ? cookies[ThemeCookie] : null;
        viewer.Zone = FindZone(actor.TimeZone);
        viewer.Path = context.Request.Path + context.Request.QueryString;
        viewer.IsSignedIn = actor.IsSignedIn;
        viewer.Role = actor.Role ?? string.Empty;
        viewer.Rights = Policies.All.Where(policy => policy.IsMetBy(context.User)).Select(policy => policy.Name).ToHashSet(StringComparer.Ordinal);
    }

    internal static TimeZoneInfo FindZone(string? id) =>
        id is { Length: > 0 and < 64 } && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;
}
