using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.AspNetCore.Http;

namespace Earshot.Platform.Accounts.Sessions;

/// <summary>After authentication: tells the request who acts and whose data it may touch.</summary>
internal sealed class ActorMiddleware(RequestDelegate next)
{
    internal const string Nobody = "nobody";

    public Task InvokeAsync(HttpContext http, Actor actor, AuditActor audit, TenantContext tenant)
    {
        actor.Set(http.User, http.Connection.RemoteIpAddress?.ToString(), DescribeDevice.From(http.Request.Headers.UserAgent));
        var kind = actor.UserId is not null ? AuditActor.Person : actor.ApiKeyId is not null ? AuditActor.ApiKey : actor.SupportGrantId is not null ? AuditActor.Support : Nobody;
        audit.Set(kind, actor.UserId ?? actor.ApiKeyId ?? actor.SupportGrantId, actor.Address, actor.Device);
        if (actor.OrganizationId is { } organization)
        {
            tenant.Set(organization);
        }

        return next(http);
    }
}
