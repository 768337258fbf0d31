using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace Earshot.Platform.Accounts.Sessions;

/// <summary>Over HTTPS a cookie takes the <c>__Host-</c> prefix, which browsers accept only when no other host can have set it.</summary>
public sealed class HostCookieManager : ICookieManager
{
    private readonly ChunkingCookieManager inner = new();

    public string? GetRequestCookie(HttpContext context, string key) => inner.GetRequestCookie(context, NameFor(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        inner.AppendResponseCookie(context, NameFor(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => inner.DeleteCookie(context, NameFor(context, key), options);

    public static string NameFor(HttpContext context, string key) => context.Request.IsHttps ? "__Host-" + key : key;
}
