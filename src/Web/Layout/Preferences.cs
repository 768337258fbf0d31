using Earshot.Web.Texts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Earshot.Web.Layout;

/// <summary>Language and theme: small forms that set a cookie and come back, also before sign-in.</summary>
internal static class Preferences
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/preferences", Set).AllowAnonymous();

    private static RedirectHttpResult Set(
        HttpContext context, [FromForm] string? language, [FromForm] string? theme, [FromForm(Name = "return")] string? back)
    {
        Keep(context, ViewerMiddleware.LanguageCookie, Languages.FromCode(language)?.Code());
        Keep(context, ViewerMiddleware.ThemeCookie, theme is "light" or "dark" or "device" ? theme : null);
        return TypedResults.LocalRedirect(LocalPath.Or(back, "/"));
    }

    private static void Keep(HttpContext context, string name, string? value)
    {
        if (value is not null)
        {
            context.Response.Cookies.Append(name, value, new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365),
                SameSite = SameSiteMode.Lax,
                HttpOnly = true,
                Secure = context.Request.IsHttps,
                IsEssential = true,
            });
        }
    }
}
