using System.Globalization;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Privacy.Documents;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Privacy.Breaches;

/// <summary>A breach, or a drill of one.</summary>
public sealed record Breach(Guid Id, bool IsDrill, string Title, DateTimeOffset HappenedFrom, DateTimeOffset HappenedTo, DateTimeOffset DiscoveredAt, Guid? ActorId, DateTimeOffset? ClosedAt);

/// <summary>Whom the log says it reached.</summary>
public sealed record BreachReach(Guid OrganizationId, long Objects, long Subjects, long Events);

/// <summary>A duty of a breach, and when it was done.</summary>
public sealed record BreachStep(BreachDuty Duty, DateTimeOffset? DoneAt, Said Draft)
{
    public bool IsLate(DateTimeOffset now) => (DoneAt ?? now) > Duty.Due;
}

/// <summary>A case with its clocks, its reach by the audit log, and its drafts.</summary>
public sealed record BreachCase(Breach Breach, IReadOnlyList<BreachStep> Steps, IReadOnlyList<BreachReach> Reach);

/// <summary>Opens a case, tells by when whom, whom it reached, and drafts what is to be said. A drill is the same, marked as one (clause A76).</summary>
public sealed class HandleBreach(PlatformDb db, AuditLog audit, ReadOperator readOperator, PlatformSettings settings, TimeProvider clock)
{
    public static readonly Failure BadWindow = new(FailureKind.Invalid, "bad_breach", "Say what happened, from when to when, and when it was discovered; not in the future.");
    public static readonly Failure NoSuchDuty = new(FailureKind.NotFound, "no_such_duty", "This breach has no such duty.");

    public async Task<Result<Guid>> OpenAsync(Breach breach, CancellationToken ct)
    {
        if (breach.Title.Trim().Length is 0 or > 200 || breach.HappenedTo < breach.HappenedFrom || breach.DiscoveredAt > clock.GetUtcNow())
        {
            return BadWindow;
        }

        var id = Guid.CreateVersion7(clock.GetUtcNow());
        db.AlsoExecute(
            $"""
            insert into privacy.breaches (id, is_drill, title, happened_from, happened_to, discovered_at, actor_id)
            values ({id}, {breach.IsDrill}, {breach.Title.Trim()}, {breach.HappenedFrom.ToUniversalTime()}, {breach.HappenedTo.ToUniversalTime()}, {breach.DiscoveredAt.ToUniversalTime()}, {breach.ActorId})
            """);
        await audit.RecordAsync(breach.IsDrill ? "breach.drill_opened" : "breach.opened", "breach", id, "breach", null, null, ct);
        await db.SaveChangesAsync(ct);
        return id;
    }

    public async Task<IReadOnlyList<BreachCase>> ListAsync(CancellationToken ct)
    {
        var breaches = await db.Database.SqlQuery<Breach>(
            $"""
            select id as "Id", is_drill as "IsDrill", title as "Title", happened_from as "HappenedFrom", happened_to as "HappenedTo", discovered_at as "DiscoveredAt",
              actor_id as "ActorId", closed_at as "ClosedAt" from privacy.breaches order by discovered_at desc limit 50
            """).ToListAsync(ct);
        var who = await readOperator.RunAsync(ct);
        var cases = new List<BreachCase>(breaches.Count);
        foreach (var breach in breaches)
        {
            var reach = await ReachAsync(breach, ct);
            cases.Add(new BreachCase(breach, await StepsAsync(breach, reach, who, ct), reach));
        }

        return cases;
    }

    /// <summary>Somebody was told. When all were, the case is closed.</summary>
    public async Task<Result<Done>> TellAsync(Guid breach, string duty, CancellationToken ct)
    {
        var duties = BreachClocks.Of(settings.Region, clock.GetUtcNow()).Select(one => one.Duty).ToArray();
        if (!duties.Contains(duty))
        {
            return NoSuchDuty;
        }

        var now = clock.GetUtcNow();
        db.AlsoExecute($"insert into privacy.breach_notices (breach_id, duty, done_at) values ({breach}, {duty}, {now}) on conflict do nothing");
        db.AlsoExecute($"update privacy.breaches set closed_at = {now} where id = {breach} and closed_at is null and (select count(*) from privacy.breach_notices where breach_id = {breach}) >= {duties.Length}");
        await audit.RecordAsync("breach.told", "breach", breach, "breach", null, null, ct);
        await db.SaveChangesAsync(ct);
        return new Done();
    }

    private async Task<IReadOnlyList<BreachReach>> ReachAsync(Breach breach, CancellationToken ct) =>
        await db.Database.SqlQuery<BreachReach>(
            $"""
            select organization_id as "OrganizationId", objects as "Objects", subjects as "Subjects", events as "Events"
            from privacy.breach_reach({breach.HappenedFrom}, {breach.HappenedTo}, {breach.ActorId})
            """).ToListAsync(ct);

    private async Task<IReadOnlyList<BreachStep>> StepsAsync(Breach breach, IReadOnlyList<BreachReach> reach, Operator who, CancellationToken ct)
    {
        var done = (await db.Database.SqlQuery<DoneDuty>($"""select duty as "Duty", done_at as "DoneAt" from privacy.breach_notices where breach_id = {breach.Id}""").ToListAsync(ct)).ToDictionary(one => one.Duty, one => one.DoneAt);
        return [.. BreachClocks.Of(settings.Region, breach.DiscoveredAt).Select(duty => new BreachStep(duty, done.TryGetValue(duty.Duty, out var at) ? at : null, Draft(duty.Duty, breach, reach, who)))];
    }

    internal static Said Draft(string duty, Breach breach, IReadOnlyList<BreachReach> reach, Operator who)
    {
        var (drillEn, drillRu) = breach.IsDrill ? ("DRILL. ", "УЧЕБНАЯ ТРЕВОГА. ") : (string.Empty, string.Empty);
        string Time(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
        var count = string.Create(CultureInfo.InvariantCulture, $"{reach.Count} / {reach.Sum(one => one.Objects)}");
        return duty == "subjects"
            ? new Said(
                $"{drillEn}On {Time(breach.HappenedFrom)} data about you may have been seen by somebody who should not have: {breach.Title}. We found it on {Time(breach.DiscoveredAt)}, closed the way, and told the authority. Write to {who.Email} with any question.",
                $"{drillRu}{Time(breach.HappenedFrom)} данные о вас мог увидеть тот, кто не должен был: {breach.Title}. Мы обнаружили это {Time(breach.DiscoveredAt)}, закрыли доступ и сообщили в надзорный орган. С вопросами пишите: {who.Email}.")
            : new Said(
                $"{drillEn}{who.Name} reports a breach of personal data. What: {breach.Title}. When: {Time(breach.HappenedFrom)} to {Time(breach.HappenedTo)}. Discovered: {Time(breach.DiscoveredAt)}. Organizations / records by the audit log: {count}. Recordings are never stored, transcripts are sealed. Contact: {who.Responsible}, {who.Email}.",
                $"{drillRu}{who.Name} сообщает об инциденте с персональными данными. Что: {breach.Title}. Когда: {Time(breach.HappenedFrom)} – {Time(breach.HappenedTo)}. Обнаружено: {Time(breach.DiscoveredAt)}. Организаций / записей по журналу: {count}. Аудиозаписи не хранятся, расшифровки зашифрованы. Контакт: {who.Responsible}, {who.Email}.");
    }

    private sealed record DoneDuty(string Duty, DateTimeOffset DoneAt);
}
