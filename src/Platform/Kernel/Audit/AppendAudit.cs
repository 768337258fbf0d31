using System.Collections.Concurrent;
using Npgsql;
using NpgsqlTypes;

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
            var tenant = Add(batch, "select set_config('app.tenant_id', @tenant, true)");
            tenant.AddWithValue("tenant", organization.Key.ToString());
            AddEvents(batch, organization.Key, [.. organization.Select(item => item.Event)]);
            AddPeople(batch, organization.Key, [.. organization.Select(item => item.Person).OfType<AuditPerson>()]);
        }

        await batch.ExecuteNonQueryAsync(CancellationToken.None); // others wait for it, too
    }

    private static void AddEvents(NpgsqlBatch batch, Guid organization, AuditEvent[] events)
    {
        var row = Add(
            batch,
            """
            insert into kernel.audit_events (organization_id, at, id, actor_kind, actor_id, action, object_kind, object_id, subject_id, purpose, details, person)
            select @organization, n.at, n.id, n.actor_kind, n.actor_id, n.action, n.object_kind, n.object_id, n.subject_id, n.purpose, n.details::jsonb, n.person
            from unnest(@ats, @ids, @actor_kinds, @actors, @actions, @kinds, @objects, @subjects, @purposes, @details, @people)
              n (at, id, actor_kind, actor_id, action, object_kind, object_id, subject_id, purpose, details, person)
            """);
        row.AddWithValue("organization", organization);
        row.AddWithValue("ats", events.Select(item => item.At).ToArray());
        row.AddWithValue("ids", events.Select(item => item.Id).ToArray());
        row.AddWithValue("actor_kinds", events.Select(item => item.ActorKind).ToArray());
        row.AddWithValue("actors", events.Select(item => item.ActorId).ToArray());
        row.AddWithValue("actions", events.Select(item => item.Action).ToArray());
        row.AddWithValue("kinds", events.Select(item => item.ObjectKind).ToArray());
        row.AddWithValue("objects", events.Select(item => item.ObjectId).ToArray());
        row.AddWithValue("subjects", events.Select(item => item.SubjectId).ToArray());
        row.AddWithValue("purposes", events.Select(item => item.Purpose).ToArray());
        row.Add(new NpgsqlParameter("details", NpgsqlDbType.Array | NpgsqlDbType.Text) { Value = events.Select(item => item.Details).ToArray() });
        row.Add(new NpgsqlParameter("people", NpgsqlDbType.Array | NpgsqlDbType.Bytea) { Value = events.Select(item => item.Person).ToArray() });
    }

    private static void AddPeople(NpgsqlBatch batch, Guid organization, AuditPerson[] people)
    {
        if (people.Length == 0)
        {
            return;
        }

        var row = Add(
            batch,
            "insert into kernel.audit_people (organization_id, event_id, salt, person) select @organization, n.event_id, n.salt, n.person from unnest(@ids, @salts, @people) n (event_id, salt, person)");
        row.AddWithValue("organization", organization);
        row.AddWithValue("ids", people.Select(item => item.EventId).ToArray());
        row.AddWithValue("salts", people.Select(item => item.Salt).ToArray());
        row.AddWithValue("people", people.Select(item => item.Person).ToArray());
    }

    private static NpgsqlParameterCollection Add(NpgsqlBatch batch, string sql)
    {
        var command = batch.CreateBatchCommand();
        command.CommandText = sql;
        batch.BatchCommands.Add(command);
        return command.Parameters;
    }

    private sealed record Waiting(AuditEvent Event, AuditPerson? Person)
    {
        public TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
