using Earshot.Platform.Accounts;
using Earshot.Platform.Calls;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Schedules;
using Earshot.Platform.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Scoring.Alerts;

/// <summary>
/// Looks whether the rules of one organization are met by calls that began within their hours, and tells those who may see such calls now.
/// A raised rule is silent for its quiet hours.
/// </summary>
internal sealed class RaiseAlerts(
    PlatformDb db, PeopleDirectory people, CallVisibility visibility, ReadAnalysisSettings settings, PostLetter letters, AuditLog audit, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var rules = await db.Set<AlertRule>().AsNoTracking().Where(row => row.ArchivedAt == null && (row.QuietUntil == null || row.QuietUntil <= now)).ToListAsync(ct);
        if (rules.Count == 0 || (await settings.RunAsync(ct)).IsTechnicalOnly)
        {
            return;
        }

        foreach (var rule in rules)
        {
            if (await CountAsync(rule, now, ct) is var found && IsMet(rule, found))
            {
                await RaiseAsync(rule, found, now, ct);
            }
        }
    }

    internal static bool IsMet(AlertRule rule, AlertFigure found) =>
        found.Calls >= rule.Times && (rule.Kind != AlertKinds.Score || found.Average < rule.Below);

    private Task<AlertFigure> CountAsync(AlertRule rule, DateTimeOffset now, CancellationToken ct) => db.Database.SqlQuery<AlertFigure>(
        $"""
        select case {rule.Kind} when 'score' then count(score) else count(*) end::int as "Calls", case {rule.Kind} when 'score' then avg(score) end as "Average"
        from calls.calls
        where organization_id = kernel.current_tenant() and state = 'done' and started_at > {now.AddHours(-rule.Hours)} and started_at <= {now}
          and ({rule.DepartmentId}::uuid is null or department_id = {rule.DepartmentId}::uuid)
          and case {rule.Kind} when 'flag' then flags @> array[{rule.Flag}::text] when 'critical' then coalesce(failed_critical, false) else score is not null end
        """).SingleAsync(ct);

    // The rule falls silent in the transaction of the alert: nothing is raised twice.
    private async Task RaiseAsync(AlertRule rule, AlertFigure found, DateTimeOffset now, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var quiet = now.AddHours(rule.QuietHours);
        if (await db.Set<AlertRule>().Where(row => row.Id == rule.Id && (row.QuietUntil == null || row.QuietUntil <= now)).ExecuteUpdateAsync(row => row.SetProperty(one => one.QuietUntil, quiet), ct) == 1)
        {
            var alert = db.Add(new Alert
            {
                OrganizationId = db.Organization, Id = Guid.CreateVersion7(now), RuleId = rule.Id, FromAt = now.AddHours(-rule.Hours), ToAt = now,
                Calls = found.Calls, Average = found.Average, RaisedAt = now,
            }).Entity;
            await audit.RecordAsync("alert.raised", "alert", alert.Id, "quality_control", null, null, ct);
            await TellAsync(ReadAlerts.Line(alert, rule), new Uri(rule.Site), ct);
            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);
    }

    private async Task TellAsync(AlertLine alert, Uri site, CancellationToken ct)
    {
        foreach (var person in (await people.ListAsync(ct)).Where(person => person.May(Policies.ReadReports)))
        {
            if (AlertRule.IsFor(alert.Rule.DepartmentId, await visibility.OfAsync(person.Id, person.Role, ct)))
            {
                var sheet = WriteAlert.Write(alert, person.Language, site);
                await letters.AddAsync(new AskedLetter(person.Email, WriteAlert.Subject(person.Language), sheet.Text(), sheet.Html()), ct);
            }
        }
    }
}

/// <summary>How many calls meet a rule, and their average score where it asks for one.</summary>
internal sealed record AlertFigure(int Calls, double? Average);

/// <summary>Looks in every organization.</summary>
internal sealed class RaiseAllAlerts(EachOrganization each) : IScheduledTask
{
    public Task RunAsync(CancellationToken ct) => each.RunAsync<RaiseAlerts>(raise => raise.RunAsync(ct), ct);
}
