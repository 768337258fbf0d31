using Earshot.Platform.Kernel.Tenancy;
using Microsoft.AspNetCore.Http;

namespace Earshot.Platform.Accounts.Sessions;

/// <summary>After authentication: tells the request who acts and whose data it may touch.</summary>
internal sealed class ActorMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http, Actor actor, TenantContext tenant)
    {
        actor.Set(http.User, http.Connection.RemoteIpAddress?.ToString(), DescribeDevice.From(http.Request.Headers.UserAgent));
        if (actor.OrganizationId is { } organization)
        {
            tenant.Set(organization);
        }

        return next(http);
    }
}
