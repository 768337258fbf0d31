using System.Security.Claims;
using Earshot.Platform.Accounts;
using Earshot.Web.Texts;

namespace Earshot.Web.Layout;

/// <summary>Finds language, time zone and theme: first what the person chose (cookies), then what the browser asks for.</summary>
internal static class ViewerMiddleware
{
    public const string LanguageCookie = "language";
    public const string ThemeCookie = "theme";
    public const string ZoneCookie = "zone";

    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        Fill(context.RequestServices.GetRequiredService<Viewer>(), context);
        await next(context);
    }

    private static void Fill(Viewer viewer, HttpContext context)
    {
        var cookies = context.Request.Cookies;
        viewer.Language = Languages.FromCode(cookies[LanguageCookie]) ?? Languages.Preferred(context.Request.Headers.AcceptLanguage);
        viewer.Theme = cookies[ThemeCookie] is "light" or "dark" ? cookies[ThemeCookie] : null;
        viewer.Zone = FindZone(cookies[ZoneCookie]);
        viewer.Path = context.Request.Path + context.Request.QueryString;
        viewer.Person = context.User.Identity is { IsAuthenticated: true } identity ? identity.Name ?? context.User.FindFirstValue(ClaimTypes.Email) : null;
        viewer.Role = context.User.FindFirstValue(AccountClaims.Role) ?? string.Empty;
    }

    internal static TimeZoneInfo FindZone(string? id) =>
        id is { Length: > 0 and < 64 } && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;
}
