using Earshot.Platform.Kernel.Schedules;
using Npgsql;

namespace Earshot.Platform.Kernel.Jobs;

/// <summary>Looks how much waits, for the metrics and for whoever asks.</summary>
public sealed class MeasureQueues(NpgsqlDataSource source) : IScheduledTask
{
    public async Task RunAsync(CancellationToken ct) => JobMetrics.Measured(await ReadAsync(ct));

    public async Task<IReadOnlyList<QueueState>> ReadAsync(CancellationToken ct)
    {
        await using var command = source.CreateCommand("select kind, waiting, running, dead, oldest_seconds from kernel.queue_state()");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var queues = new List<QueueState>();
        while (await reader.ReadAsync(ct))
        {
            queues.Add(new QueueState(reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetDouble(4)));
        }

        return queues;
    }
}
