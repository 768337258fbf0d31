using Earshot.Analysis;
using Earshot.Masking;
using Earshot.Platform.Calls.Browse;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Calls.OwnTopics;

/// <summary>How far the topics of earlier calls are.</summary>
public sealed record TopicRunLine(DateTimeOffset FromAt, int Total, int Done, DateTimeOffset? FinishedAt);

/// <summary>Has the topics of earlier calls found again, by the topics as they are now.</summary>
public sealed class AskTopicsAgain(PlatformDb db, JobQueue jobs, AuditLog audit, AuditActor who, TimeProvider clock)
{
    public static readonly Failure Running = new(FailureKind.Conflict, "topics_running", "Topics of earlier calls are being found already. Wait until that is done.");

    /// <summary>The newest run; null where there was none.</summary>
    public Task<TopicRunLine?> ReadAsync(CancellationToken ct) =>
        db.Set<TopicRun>().AsNoTracking().Select(row => new TopicRunLine(row.FromAt, row.Total, row.Done, row.FinishedAt)).SingleOrDefaultAsync(ct);

    /// <param name="from">Of calls that began since then.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task<Result<Done>> RunAsync(DateTimeOffset from, CancellationToken ct)
    {
        var run = await db.Set<TopicRun>().SingleOrDefaultAsync(ct);
        if (run is { FinishedAt: null })
        {
            return Running;
        }

        var job = jobs.Enqueue(db, FindTopicsAgain.Kind, priority: JobPriority.Archive);
        run ??= db.Add(new TopicRun { OrganizationId = db.Organization, Id = job.Id, FromAt = from, AskedAt = clock.GetUtcNow() }).Entity;
        (run.Id, run.FromAt, run.AskedAt, run.AskedBy, run.Total, run.Done, run.FinishedAt) = (job.Id, from, clock.GetUtcNow(), who.Id, 0, 0, null);
        await audit.RecordAsync("topic.found_again", "organization", db.Organization, "administration", null, null, ct);
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}

/// <summary>Reads earlier calls batch by batch and writes their topics anew; what else was judged of them stays.</summary>
internal sealed class FindTopicsAgain(PlatformDb db, TenantCipher cipher, FindAnalyst analysts, TimeProvider clock) : IJobHandler
{
    public const string Kind = "calls.topics";

    private const int Batch = 200;
    private const char Between = '\u001f';

    public async Task<JobOutcome> RunAsync(Job job, CancellationToken ct)
    {
        if (await db.Set<TopicRun>().SingleOrDefaultAsync(ct) is not { } run || run.Id != job.Id)
        {
            return new JobOutcome.Done();
        }

        var (analyst, key) = (await analysts.RunAsync(ct), await MaskSeal.KeyAsync(cipher, db.Organization, ct));
        await CountAsync(run.FromAt, ct);
        var after = Guid.Empty;
        while (await ReadAsync(run.FromAt, after, ct) is { Count: > 0 } calls)
        {
            await KeepAsync(calls, analyst, key, ct);
            after = calls[^1].CallId;
        }

        run.FinishedAt = clock.GetUtcNow();
        return new JobOutcome.Done();
    }

    public async Task GiveUpAsync(Job job, string reason, CancellationToken ct)
    {
        if (await db.Set<TopicRun>().SingleOrDefaultAsync(ct) is { } run && run.Id == job.Id)
        {
            run.FinishedAt = clock.GetUtcNow();
        }
    }

    // Outside the transaction of the job: progress is seen while it runs.
    private Task<int> CountAsync(DateTimeOffset from, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
        update calls.topic_runs set done = 0, total =
          (select count(*) from calls.calls c join calls.analyses a on a.organization_id = c.organization_id and a.call_id = c.id and a.is_current
           where c.organization_id = kernel.current_tenant() and c.state = 'done' and c.started_at >= {from})
        where organization_id = kernel.current_tenant()
        """, ct);

    private Task<List<JudgedCall>> ReadAsync(DateTimeOffset from, Guid after, CancellationToken ct) => db.Database.SqlQuery<JudgedCall>(
        $"""
        select c.id as "CallId", a.id as "AnalysisId", t.masked as "Masked", a.result::text as "Result"
        from calls.calls c join calls.transcripts t on t.organization_id = c.organization_id and t.call_id = c.id
          join calls.analyses a on a.organization_id = c.organization_id and a.call_id = c.id and a.is_current
        where c.organization_id = kernel.current_tenant() and c.state = 'done' and c.started_at >= {from} and c.id > {after} and t.masked is not null
        order by c.id limit {Batch}
        """).ToListAsync(ct);

    private async Task KeepAsync(List<JudgedCall> calls, Analyst analyst, byte[] key, CancellationToken ct)
    {
        var found = calls.Select(call => (Call: call, Topics: analyst.FindTopics(MaskedConversationFormat.Read(call.Masked, key)), Analysis: AnalysisFormat.Read(call.Result)))
            .Where(one => one.Analysis is not null).ToArray();
        var ids = found.Select(one => one.Call.CallId).ToArray();
        var analyses = found.Select(one => one.Call.AnalysisId).ToArray();
        var results = found.Select(one => one.Analysis is { } analysis ? AnalysisFormat.Write(analysis with { Topics = one.Topics }) : one.Call.Result).ToArray();
        var names = found.Select(one => string.Join(Between, one.Topics.Select(topic => topic.Name).Distinct())).ToArray();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            update calls.analyses a set result = x.result::jsonb from unnest({ids}, {analyses}, {results}) as x(call_id, id, result)
            where a.organization_id = kernel.current_tenant() and a.call_id = x.call_id and a.id = x.id
            """, ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            update calls.calls c set topics = string_to_array(x.names, chr(31)) from unnest({ids}, {names}) as x(id, names)
            where c.organization_id = kernel.current_tenant() and c.id = x.id
            """, ct);
        await db.Database.ExecuteSqlAsync($"update calls.topic_runs set done = done + {calls.Count} where organization_id = kernel.current_tenant()", ct);
        await transaction.CommitAsync(ct);
    }

    private sealed record JudgedCall(Guid CallId, Guid AnalysisId, byte[] Masked, string Result);
}
