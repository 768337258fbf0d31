using System.Text.Json;
using Earshot.Platform.Accounts;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Schedules;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Platform.Privacy.AuditTrail;

/// <summary>
/// Looks through the audit log for access that somebody should look at: two hundred records opened within ten minutes, a mass export, or in
/// a day five times what the same person opens on a usual day. One alert a day for each person and kind.
/// </summary>
internal sealed class WatchAccess(IServiceScopeFactory scopes, TimeProvider clock) : IScheduledTask
{
    internal const int ManyOpened = 200;
    internal const int ManyExports = 5;
    private const int AtLeast = 50;
    private const decimal TimesUsual = 5;
    private static readonly TimeSpan Short = TimeSpan.FromMinutes(10);

    public async Task RunAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var organization in await scope.ServiceProvider.GetRequiredService<OrganizationDirectory>().ListAsync(ct))
        {
            await WatchAsync(organization.Id, ct);
        }
    }

    internal async Task WatchAsync(Guid organization, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(organization);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var (now, found) = (clock.GetUtcNow(), new List<Found>());
        found.AddRange(await CountAsync(db, AccessAlert.MassAccess, "%.opened", now - Short, ManyOpened, ct));
        found.AddRange(await CountAsync(db, AccessAlert.MassExport, "%.exported", now - TimeSpan.FromHours(1), ManyExports, ct));
        found.AddRange(await UnusualAsync(db, now, ct));
        foreach (var one in found)
        {
            await RaiseAsync(db, scope.ServiceProvider.GetRequiredService<AuditLog>(), one, now, ct);
        }
    }

    private static async Task<List<Found>> CountAsync(PlatformDb db, string kind, string acts, DateTimeOffset since, int atLeast, CancellationToken ct) => await db.Database.SqlQuery<Found>(
        $"""
        select {kind} as "Kind", actor_kind as "ActorKind", actor_id as "ActorId", count(*) as "Events", null::numeric as "Usual", min(at) as "Since" from kernel.audit_events
        where organization_id = kernel.current_tenant() and at > {since} and action like {acts} and actor_id is not null group by actor_kind, actor_id having count(*) >= {atLeast}
        """).ToListAsync(ct);

    private static async Task<List<Found>> UnusualAsync(PlatformDb db, DateTimeOffset now, CancellationToken ct)
    {
        var (day, month) = (now.AddDays(-1), now.AddDays(-31));
        return await db.Database.SqlQuery<Found>(
            $"""
            select {AccessAlert.UnusualAccess} as "Kind", t.actor_kind as "ActorKind", t.actor_id as "ActorId", t.events as "Events", u.usual as "Usual", t.since as "Since"
            from (select actor_kind, actor_id, count(*) as events, min(at) as since from kernel.audit_events
              where organization_id = kernel.current_tenant() and at > {day} and action like '%.opened' and actor_kind = 'person' group by actor_kind, actor_id having count(*) >= {AtLeast}) t
            cross join lateral (select count(*)::numeric / greatest(count(distinct date_trunc('day', e.at)), 1) as usual, count(distinct date_trunc('day', e.at)) as days from kernel.audit_events e
              where e.organization_id = kernel.current_tenant() and e.actor_id = t.actor_id and e.at > {month} and e.at <= {day} and e.action like '%.opened') u
            where u.days >= 5 and t.events > u.usual * {TimesUsual}
            """).ToListAsync(ct);
    }

    private static async Task RaiseAsync(PlatformDb db, AuditLog audit, Found found, DateTimeOffset now, CancellationToken ct)
    {
        var day = now.AddDays(-1);
        if (await db.Set<AccessAlert>().AnyAsync(alert => alert.Kind == found.Kind && alert.ActorId == found.ActorId && alert.RaisedAt > day, ct))
        {
            return;
        }

        var id = Guid.CreateVersion7(now);
        db.Add(new AccessAlert
        {
            OrganizationId = db.Organization, Id = id, Kind = found.Kind, ActorKind = found.ActorKind, ActorId = found.ActorId,
            Events = found.Events, Usual = found.Usual is { } usual ? Math.Round(usual, 1) : null, Since = found.Since, RaisedAt = now,
        });
        await audit.RecordAsync("alert.raised", "alert", id, "security", found.ActorId, JsonSerializer.Serialize(new { kind = found.Kind, events = found.Events }), ct);
        await db.SaveChangesAsync(ct);
    }

    private sealed record Found(string Kind, string ActorKind, Guid ActorId, long Events, decimal? Usual, DateTimeOffset Since);
}
