using System.Collections.Concurrent;
using Earshot.Platform.Kernel.Database;
using Npgsql;

namespace Earshot.Platform.Kernel.Audit;

/// <summary>
/// Writes events that come with no other change, such as reading. Those that arrive while a transaction is under way share the next one,
/// so that many readers pay for few commits; whoever waited returns when their own event is durable, not before.
/// </summary>
public sealed class AppendAudit(NpgsqlDataSource source) : IDisposable
{
    private const int Batch = 512;

    private readonly ConcurrentQueue<Waiting> queue = [];
    private readonly SemaphoreSlim turn = new(1, 1); // one at a time: the longer it takes, the more come together

    internal async Task RunAsync(AuditEvent happened, AuditPerson? person, CancellationToken ct)
    {
        var mine = new Waiting(happened, person);
        queue.Enqueue(mine);
        await turn.WaitAsync(ct);
        try
        {
            while (!mine.Written.Task.IsCompleted)
            {
                await WriteAsync(Drain());
            }
        }
        finally
        {
            turn.Release();
        }

        await mine.Written.Task; // throws what the database said
    }

    public void Dispose() => turn.Dispose();

    private List<Waiting> Drain()
    {
        var batch = new List<Waiting>();
        while (batch.Count < Batch && queue.TryDequeue(out var next))
        {
            batch.Add(next);
        }

        return batch;
    }

    // One event that the database refuses must not take the others with it.
    private async Task WriteAsync(List<Waiting> batch)
    {
        try
        {
            await InsertAsync(batch);
            batch.ForEach(waiting => waiting.Written.TrySetResult());
        }
        catch (PostgresException) when (batch.Count > 1)
        {
            foreach (var waiting in batch)
            {
                await WriteAsync([waiting]);
            }
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            // Each of those who wait is told; nobody waits for ever.
            batch.ForEach(waiting => waiting.Written.TrySetException(failed));
        }
    }

    // The tenant is told for each organization's rows, in one transaction and one round trip for all.
    private async Task InsertAsync(List<Waiting> waiting)
    {
        if (waiting.Count == 0)
        {
            return;
        }

        await using var batch = source.CreateBatch();
        foreach (var organization in waiting.GroupBy(item => item.Event.OrganizationId))
        {
            batch.BatchCommands.Add(NumberedCommand.Of($"select set_config('app.tenant_id', {organization.Key.ToString()}, true)"));
            foreach (var item in organization)
            {
                Add(batch, item);
            }
        }

        await batch.ExecuteNonQueryAsync(CancellationToken.None); // others wait for it, too
    }

    private static void Add(NpgsqlBatch batch, Waiting item)
    {
        batch.BatchCommands.Add(NumberedCommand.Of(InsertAudit.Of(item.Event)));
        if (item.Person is not null)
        {
            batch.BatchCommands.Add(NumberedCommand.Of(InsertAudit.Of(item.Person)));
        }
    }

    private sealed record Waiting(AuditEvent Event, AuditPerson? Person)
    {
        public TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
