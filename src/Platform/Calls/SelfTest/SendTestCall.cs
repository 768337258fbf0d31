using Earshot.Platform.Calls.Spool;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Schedules;
using Earshot.Platform.Kernel.Tenancy;
using Earshot.Platform.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Earshot.Platform.Calls.SelfTest;

/// <summary>
/// Sends two invented calls through the pipeline every six hours and traces them to their receipts, in an organization of their own that is
/// on no list and is empty again afterwards: nothing of it enters the figures of an organization.
/// </summary>
internal sealed class SendTestCall(IServiceScopeFactory scopes, NpgsqlDataSource source, PlatformSettings settings, SelfTestStart start, TimeProvider clock) : IScheduledTask
{
    /// <summary>Nobody's: it has no row among the organizations.</summary>
    public static readonly Guid Organization = new("00000000-0000-7e57-8000-00000000ca11");

    private static readonly TimeSpan Every = TimeSpan.FromHours(6);
    private static readonly TimeSpan Patience = TimeSpan.FromHours(5); // behind whatever waits in the queue

    // Its keys and the audit log stay: the log can't be shortened, and a key that other processes still hold must not go.
    private static readonly string[] Kept = ["kernel.data_keys", "kernel.audit_events", "kernel.audit_people", "kernel.audit_chain", "kernel.audit_seals", "kernel.audit_pending"];

    public Task RunAsync(CancellationToken ct) => start.IsWarm ? TakeTurnAsync(ct) : Task.CompletedTask;

    /// <summary>Begins a test, or looks what became of it.</summary>
    internal async Task TakeTurnAsync(CancellationToken ct)
    {
        await using var one = await source.OpenConnectionAsync(ct);
        await using var turn = await one.BeginTransactionAsync(ct); // one machine at a time
        await using var claim = new NpgsqlCommand("select pg_try_advisory_xact_lock(4711, 593)", one, turn);
        if (await claim.ExecuteScalarAsync(ct) is true)
        {
            await GoOnAsync(ct);
        }
    }

    private async Task GoOnAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(Organization);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var latest = await db.Database.SqlQuery<TestRun>(
            $"""select id as "Id", audio_call as "AudioCall", audio_file as "AudioFile", text_call as "TextCall", started_at as "StartedAt", finished_at as "FinishedAt" from calls.self_tests order by started_at desc limit 1""").ToListAsync(ct);
        if (latest is [{ FinishedAt: null } open])
        {
            await FinishAsync(scope.ServiceProvider, open, ct);
        }
        else if (latest is not [{ } last] || clock.GetUtcNow() >= last.StartedAt + Every)
        {
            await StartAsync(scope.ServiceProvider, ct);
        }
    }

    private async Task StartAsync(IServiceProvider services, CancellationToken ct)
    {
        var (db, receive, now) = (services.GetRequiredService<PlatformDb>(), services.GetRequiredService<ReceiveCall>(), clock.GetUtcNow());
        await db.Database.ExecuteSqlAsync($"insert into calls.recognition_settings (organization_id, stays_here) values ({Organization}, true) on conflict do nothing", ct);
        using var recording = new MemoryStream(TestCalls.Recording());
        if (await services.GetRequiredService<AudioSpool>().WriteAsync(recording, recording.Length, ct) is not { IsOk: true, Value: { } spooled })
        {
            return; // the disk is full: the last result grows old, which shows
        }

        var audio = await receive.WithAudioAsync(TestCalls.Details(now), spooled, ct);
        var text = await receive.WithTranscriptAsync(TestCalls.Details(now), TestCalls.Conversation, "json", ct);
        db.AlsoExecute($"insert into calls.self_tests (id, audio_call, audio_file, text_call, started_at) values ({Guid.CreateVersion7(now)}, {audio.Id}, {spooled.File}, {text.Id}, {now})");
        await db.SaveChangesAsync(ct);
    }

    private async Task FinishAsync(IServiceProvider services, TestRun run, CancellationToken ct)
    {
        if (await services.GetRequiredService<TraceTestCall>().RunAsync(run, isLate: clock.GetUtcNow() > run.StartedAt + Patience, ct) is not { } trace)
        {
            return;
        }

        await EmptyAsync(ct);
        var now = clock.GetUtcNow();
        await services.GetRequiredService<PlatformDb>().Database.ExecuteSqlAsync(
            $"update calls.self_tests set finished_at = {now}, is_good = {trace.IsGood}, evidence = {trace.Evidence} where id = {run.Id}", ct);
        await services.GetRequiredService<PlatformDb>().Database.ExecuteSqlAsync($"delete from calls.self_tests where started_at < {now.AddYears(-3)}", ct);
    }

    private async Task EmptyAsync(CancellationToken ct)
    {
        await using var owner = NpgsqlDataSource.Create(settings.Database);
        await EmptyTables.RunAsync(owner, Organization, await EmptyTables.ListAsync(owner, Kept, ct), (_, _) => Task.CompletedTask, ct);
    }
}

/// <summary>A server that has just started has better things to do.</summary>
internal sealed class SelfTestStart(TimeProvider clock)
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromMinutes(2);
    private readonly DateTimeOffset began = clock.GetUtcNow();

    public bool IsWarm => clock.GetUtcNow() - began >= WarmUp;
}

/// <summary>A run of the self-test.</summary>
internal sealed record TestRun(Guid Id, Guid AudioCall, string AudioFile, Guid TextCall, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt);
