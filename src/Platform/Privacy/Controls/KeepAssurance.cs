using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Privacy.Controls;

/// <summary>An audit, test, training, undertaking of secrecy or review of access that was held, and when it is due again.</summary>
public sealed record Assurance(string Kind, string Title, DateOnly HeldAt, DateOnly NextDue);

/// <summary>The register of what people, not programs, must do (clauses A30, A74).</summary>
public sealed class KeepAssurance(PlatformDb db, AuditLog audit, TimeProvider clock)
{
    public static readonly IReadOnlyList<string> Kinds = ["audit", "penetration_test", "training", "confidentiality", "access_review"];
    public static readonly Failure Incomplete = new(FailureKind.Invalid, "assurance_incomplete", "Say what was held, when, and when it is due again.");

    public async Task<Result<Done>> AddAsync(Assurance held, CancellationToken ct)
    {
        if (!Kinds.Contains(held.Kind) || held.Title.Trim().Length is 0 or > 200 || held.NextDue <= held.HeldAt || held.HeldAt > DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddDays(1)))
        {
            return Incomplete;
        }

        var id = Guid.CreateVersion7(clock.GetUtcNow());
        db.AlsoExecute($"insert into privacy.assurances (id, kind, title, held_at, next_due) values ({id}, {held.Kind}, {held.Title.Trim()}, {held.HeldAt}, {held.NextDue})");
        await audit.RecordAsync("assurance.recorded", "assurance", id, "security", null, null, ct);
        await db.SaveChangesAsync(ct);
        return new Done();
    }

    public async Task<IReadOnlyList<Assurance>> ListAsync(CancellationToken ct) => await db.Database.SqlQuery<Assurance>(
        $"""select kind as "Kind", title as "Title", held_at as "HeldAt", next_due as "NextDue" from privacy.assurances order by held_at desc, id desc limit 50""").ToListAsync(ct);
}
