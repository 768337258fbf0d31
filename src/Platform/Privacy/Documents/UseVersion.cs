using Earshot.Platform.Accounts;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Privacy.Documents;

/// <summary>A document as it stands for a person.</summary>
/// <param name="Version">The version in force, or the one that comes.</param>
/// <param name="FirstUsedAt">First use of the product under it.</param>
/// <param name="AcceptedAt">When they agreed to it.</param>
public sealed record MyDocument(Guid VersionId, string Document, int Number, DateTimeOffset PublishedAt, DateTimeOffset EffectiveAt, DateTimeOffset? FirstUsedAt, DateTimeOffset? AcceptedAt, bool IsNew);

/// <summary>What the signed-in person saw, used and accepted of the documents (clauses A77, A79, B41).</summary>
public sealed class UseVersion(PlatformDb db, Actor actor, AuditLog audit, PlatformSettings settings, TimeProvider clock)
{
    /// <summary>Documents of this region with what the person did about them; opening the list is the notice in the account.</summary>
    public async Task<IReadOnlyList<MyDocument>> ListAsync(CancellationToken ct)
    {
        var (me, now) = (actor.RequireUser(), clock.GetUtcNow());
        await db.Database.ExecuteSqlAsync($"update privacy.notices set seen_at = {now} where organization_id = kernel.current_tenant() and user_id = {me} and way = 'account' and seen_at is null", ct);
        return await db.Database.SqlQuery<MyDocument>(
            $"""
            select v.id as "VersionId", v.document as "Document", v.number as "Number", v.published_at as "PublishedAt", v.effective_at as "EffectiveAt",
              u.first_used_at as "FirstUsedAt", u.accepted_at as "AcceptedAt", v.effective_at > {now} as "IsNew"
            from privacy.document_versions v
            left join privacy.version_uses u on u.organization_id = kernel.current_tenant() and u.user_id = {me} and u.version_id = v.id
            where v.profile = {settings.Region} and (v.effective_at > {now} or v.number = (
              select max(o.number) from privacy.document_versions o where o.document = v.document and o.profile = v.profile and o.effective_at <= {now}))
            order by v.document, v.number desc
            """).ToListAsync(ct);
    }

    /// <summary>The newest version that the person was not yet shown a banner for; null: none. Also records the first use of what is in force.</summary>
    public async Task<MyDocument?> BannerAsync(CancellationToken ct)
    {
        var (me, now) = (actor.RequireUser(), clock.GetUtcNow());
        var open = await db.Database.SqlQuery<MyDocument>(
            $"""
            select v.id as "VersionId", v.document as "Document", v.number as "Number", v.published_at as "PublishedAt", v.effective_at as "EffectiveAt",
              null::timestamptz as "FirstUsedAt", null::timestamptz as "AcceptedAt", v.effective_at > {now} as "IsNew"
            from privacy.notices n join privacy.document_versions v on v.id = n.version_id
            where n.organization_id = kernel.current_tenant() and n.user_id = {me} and n.way = 'banner' and n.seen_at is null order by v.published_at desc limit 1
            """).ToListAsync(ct);
        return open.FirstOrDefault();
    }

    /// <summary>First use of each version that is in force (clause B41); does nothing the second time.</summary>
    public Task MarkUseAsync(CancellationToken ct)
    {
        var (me, now) = (actor.RequireUser(), clock.GetUtcNow());
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into privacy.version_uses (organization_id, user_id, version_id, first_used_at)
            select kernel.current_tenant(), {me}, v.id, {now} from privacy.document_versions v
            where v.profile = {settings.Region} and v.effective_at <= {now}
              and not exists (select from privacy.document_versions o where o.document = v.document and o.profile = v.profile and o.number > v.number and o.effective_at <= {now})
              and not exists (select from privacy.version_uses u where u.organization_id = kernel.current_tenant() and u.user_id = {me} and u.version_id = v.id)
            on conflict do nothing
            """,
            ct);
    }

    /// <summary>The banner was read and put away.</summary>
    public Task PutBannerAwayAsync(CancellationToken ct)
    {
        var (me, now) = (actor.RequireUser(), clock.GetUtcNow());
        return db.Database.ExecuteSqlAsync($"update privacy.notices set seen_at = {now} where organization_id = kernel.current_tenant() and user_id = {me} and way = 'banner' and seen_at is null", ct);
    }

    /// <summary>The person agrees to a version.</summary>
    public async Task<Result<Done>> AcceptAsync(Guid version, CancellationToken ct)
    {
        var (me, now) = (actor.RequireUser(), clock.GetUtcNow());
        var known = await db.Database.SqlQuery<bool>($"""select exists (select from privacy.document_versions where id = {version} and profile = {settings.Region}) as "Value" """).SingleAsync(ct);
        if (!known)
        {
            return DocumentFailures.NoSuchVersion;
        }

        db.AlsoExecute(
            $"""
            insert into privacy.version_uses (organization_id, user_id, version_id, first_used_at, accepted_at, way) values (kernel.current_tenant(), {me}, {version}, {now}, {now}, 'settings')
            on conflict (organization_id, user_id, version_id) do update set accepted_at = coalesce(privacy.version_uses.accepted_at, excluded.accepted_at), way = coalesce(privacy.version_uses.way, excluded.way)
            """);
        await audit.RecordAsync("document.accepted", "document", version, "consent", me, null, ct);
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
