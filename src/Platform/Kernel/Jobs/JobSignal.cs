using System.Threading.Channels;
using Earshot.Platform.Kernel.Notifications;

namespace Earshot.Platform.Kernel.Jobs;

/// <summary>Wakes the lanes when a job was enqueued anywhere.</summary>
internal sealed class JobSignal : INotificationHandler
{
    private readonly Dictionary<JobLane, Channel<bool>> lanes = Enum.GetValues<JobLane>()
        .ToDictionary(lane => lane, _ => Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }));

    string INotificationHandler.Channel => "earshot_jobs";

    public void Receive(string payload)
    {
        foreach (var lane in lanes.Values)
        {
            lane.Writer.TryWrite(true);
        }
    }

    /// <summary>Returns when there may be something to do, at the latest after <paramref name="patience"/>.</summary>
    public async Task WaitAsync(JobLane lane, TimeSpan patience, CancellationToken ct)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(ct);
        time.CancelAfter(patience);
        try
        {
            await lanes[lane].Reader.ReadAsync(time.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // Retries that fall due are not announced: look again.
        }
    }
}
