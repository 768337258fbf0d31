using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Platform.Accounts.Sessions;

/// <summary>
/// The cookie of a signed-in browser: encrypted, out of reach of scripts, same-site, and over HTTPS bound to this very host. It holds ids
/// only; whether the session still stands and what its person may do is read from the database for each request.
/// </summary>
public static class SessionCookie
{
    internal const string Scheme = "browser";

    // Where a person sets up the second factor that the organization demands; nothing else is open until then.
    private const string EnrolPath = "/settings?tab=security";

    public static Task WriteAsync(HttpContext http, SignedIn session)
    {
        http.RequestServices.GetRequiredService<DeviceCookie>().Remember(session.UserId);
        return http.SignInAsync(Scheme, session.ToTicket());
    }

    public static Task ClearAsync(HttpContext http) => http.SignOutAsync(Scheme);

    internal static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "earshot";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Cookie.Path = "/";
        options.CookieManager = new HostCookieManager();
        options.ExpireTimeSpan = Session.Idle;
        options.SlidingExpiration = true;
        options.LoginPath = "/sign-in";
        options.ReturnUrlParameter = "return";
        options.Events = new CookieAuthenticationEvents
        {
            OnValidatePrincipal = ValidateAsync,
            OnRedirectToLogin = context => AnswerAsync(context, StatusCodes.Status401Unauthorized),
            OnRedirectToAccessDenied = context => AnswerAsync(context, StatusCodes.Status403Forbidden),
        };
    }

    // The request's tenant is set only after the session has proved good.
    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var ticket = new Actor();
        ticket.Set(context.Principal ?? new(), null, "");
        if (ticket is { OrganizationId: { } organization, SessionId: { } session })
        {
            var found = await context.HttpContext.RequestServices.GetRequiredService<FindSession>().RunAsync(organization, session, context.HttpContext.RequestAborted);
            if (found is not null)
            {
                context.ReplacePrincipal(found);
                return;
            }
        }

        context.RejectPrincipal();
        await ClearAsync(context.HttpContext);
    }

    // A page sends its reader to the door; programs get the status alone.
    private static Task AnswerAsync(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        var wantsPage = HttpMethods.IsGet(context.Request.Method) && !context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);
        if (wantsPage && status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Redirect(context.RedirectUri);
        }
        else if (wantsPage && context.HttpContext.User.HasClaim(AccountClaims.MustEnrol, "true"))
        {
            context.Response.Redirect(EnrolPath);
        }
        else
        {
            context.Response.StatusCode = status;
        }

        return Task.CompletedTask;
    }
}
