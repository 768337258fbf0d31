using Earshot.Platform.Accounts.Sessions;

namespace Earshot.Web.Layout;

/// <summary>The cookie against forged forms. Over HTTPS its name says that no other host can have set it.</summary>
internal sealed class FormCookie : CookieBuilder
{
    private readonly IHttpContextAccessor http;

    public FormCookie(IHttpContextAccessor http)
    {
        this.http = http;
        HttpOnly = true;
        IsEssential = true;
        Path = "/";
        SameSite = SameSiteMode.Strict;
        SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    public override string? Name
    {
        get => http.HttpContext is { } context ? HostCookieManager.NameFor(context, "earshot-form") : "earshot-form";
        set => throw new NotSupportedException("The name follows from the request.");
    }
}
