using Earshot.Analysis;
using Earshot.Platform.Accounts;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Scoring.Alerts;

/// <summary>A rule as somebody writes it.</summary>
/// <param name="Kind">One of <see cref="AlertKinds"/>.</param>
/// <param name="Flag">Of kind flag: which one.</param>
/// <param name="Times">Calls that raise it, or that an average stands on: 1 to 1,000.</param>
/// <param name="Hours">Within so many: 1 to 168.</param>
/// <param name="Below">Of kind score: the bound, above 0 up to 100.</param>
/// <param name="DepartmentId">Only its calls.</param>
/// <param name="QuietHours">Not raised again for so long: 1 to 168.</param>
/// <param name="Site">Address that links begin with.</param>
public sealed record NewAlertRule(string Kind, string? Flag, int Times, int Hours, double? Below, Guid? DepartmentId, int QuietHours, Uri Site);

/// <summary>Adds rules and puts them away. Nobody makes a rule about calls that they may not see.</summary>
public sealed class KeepAlertRules(PlatformDb db, Actor actor, CallVisibility visibility, AuditLog audit, TimeProvider clock)
{
    private const int Most = 50;
    private const int MostTimes = 1000;
    private const int Week = 168;

    /// <summary>Names of the flags that a rule may watch.</summary>
    public static IReadOnlyList<string> Flags => Analyst.FlagNames;

    public async Task<Result<Guid>> AddAsync(NewAlertRule wish, CancellationToken ct)
    {
        if (!IsSound(wish))
        {
            return ScoringFailures.BadAlertRule;
        }

        if (!AlertRule.IsFor(wish.DepartmentId, await visibility.ReadAsync(ct)))
        {
            return ScoringFailures.NotYourCalls;
        }

        if (await db.Set<AlertRule>().CountAsync(row => row.ArchivedAt == null, ct) >= Most)
        {
            return ScoringFailures.TooManyRules;
        }

        var added = db.Add(Made(wish, clock.GetUtcNow())).Entity;
        await audit.RecordAsync("alert.rule_added", "alert_rule", added.Id, "quality_control", null, null, ct);
        await db.SaveChangesAsync(ct);
        return added.Id;
    }

    /// <summary>Putting away twice is putting away once.</summary>
    public async Task<Result<Guid>> ArchiveAsync(Guid id, CancellationToken ct)
    {
        var scope = await visibility.ReadAsync(ct);
        if (await db.Set<AlertRule>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } rule || !AlertRule.IsFor(rule.DepartmentId, scope))
        {
            return ScoringFailures.NoAlert;
        }

        if (rule.ArchivedAt is null)
        {
            rule.ArchivedAt = clock.GetUtcNow();
            await audit.RecordAsync("alert.rule_archived", "alert_rule", id, "quality_control", null, null, ct);
            await db.SaveChangesAsync(ct);
        }

        return id;
    }

    private static bool IsSound(NewAlertRule wish) =>
        wish is { Times: >= 1 and <= MostTimes, Hours: >= 1 and <= Week, QuietHours: >= 1 and <= Week }
        && wish.Kind switch
        {
            AlertKinds.Flag => wish.Flag is { } flag && Flags.Contains(flag),
            AlertKinds.Score => wish.Below is > 0 and <= 100,
            AlertKinds.Critical => true,
            _ => false,
        };

    private AlertRule Made(NewAlertRule wish, DateTimeOffset now) => new()
    {
        OrganizationId = db.Organization,
        Id = Guid.CreateVersion7(now),
        Kind = wish.Kind,
        Flag = wish.Kind == AlertKinds.Flag ? wish.Flag : null,
        Times = wish.Times,
        Hours = wish.Hours,
        Below = wish.Kind == AlertKinds.Score ? wish.Below : null,
        DepartmentId = wish.DepartmentId,
        QuietHours = wish.QuietHours,
        Site = wish.Site.GetLeftPart(UriPartial.Authority),
        CreatedBy = actor.UserId,
        CreatedAt = now,
    };
}
