using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Earshot.Platform.Accounts.Sessions;

/// <summary>
/// Remembers that a person signed in on this device before, so that strangers who guess at an account slow down strangers only (OWASP,
/// "device cookies").
/// </summary>
public sealed class DeviceCookie(IHttpContextAccessor http, IDataProtectionProvider protection)
{
    private const string Name = "earshot-device";
    private static readonly TimeSpan Life = TimeSpan.FromDays(90);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("accounts.device").ToTimeLimitedDataProtector();

    internal bool Knows(Guid user) => Read() == user.ToString();

    internal void Remember(Guid user)
    {
        if (http.HttpContext is { } context)
        {
            var options = new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = Life, Path = "/", IsEssential = true };
            context.Response.Cookies.Append(HostCookieManager.NameFor(context, Name), protector.Protect(user.ToString(), Life), options);
        }
    }

    private string? Read()
    {
        if (http.HttpContext is not { } context || context.Request.Cookies[HostCookieManager.NameFor(context, Name)] is not { } sealedText)
        {
            return null;
        }

        try
        {
            return protector.Unprotect(sealedText);
        }
        catch (CryptographicException)
        {
            return null; // expired, or of another installation: the device is not known
        }
    }
}
