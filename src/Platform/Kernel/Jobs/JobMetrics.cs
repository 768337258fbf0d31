using System.Diagnostics.Metrics;

namespace Earshot.Platform.Kernel.Jobs;

/// <summary>How jobs fare: names of kinds and outcomes only, no organization and no content.</summary>
internal static class JobMetrics
{
    public const string Name = "Earshot.Jobs";

    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> Attempts = Meter.CreateHistogram<double>("earshot.job.duration", "s", "Time of one attempt");
    private static IReadOnlyList<QueueState> queues = [];

    static JobMetrics()
    {
        Meter.CreateObservableGauge("earshot.queue.waiting", () => Observe(queue => queue.Waiting), description: "Jobs that could run");
        Meter.CreateObservableGauge("earshot.queue.running", () => Observe(queue => queue.Running), description: "Jobs in hands");
        Meter.CreateObservableGauge("earshot.queue.dead", () => Observe(queue => queue.Dead), description: "Jobs that were given up");
        Meter.CreateObservableGauge("earshot.queue.age", () => Observe(queue => queue.OldestSeconds), "s", "For how long the oldest job waits");
    }

    /// <param name="kind">Which step.</param>
    /// <param name="outcome"><c>done</c>, <c>moved_on</c>, <c>retry</c>, <c>timed_out</c> or <c>crashed</c>.</param>
    /// <param name="time">How long the attempt took.</param>
    public static void Attempted(string kind, string outcome, TimeSpan time) =>
        Attempts.Record(time.TotalSeconds, new KeyValuePair<string, object?>("kind", kind), new KeyValuePair<string, object?>("outcome", outcome));

    /// <summary>The queues as they were last measured.</summary>
    public static void Measured(IReadOnlyList<QueueState> now) => Volatile.Write(ref queues, now);

    private static IEnumerable<Measurement<T>> Observe<T>(Func<QueueState, T> value)
        where T : struct =>
        Volatile.Read(ref queues).Select(queue => new Measurement<T>(value(queue), new KeyValuePair<string, object?>("kind", queue.Kind)));
}

/// <summary>How much of one kind of job there is.</summary>
/// <param name="Kind">Which step.</param>
/// <param name="Waiting">Jobs that could run.</param>
/// <param name="Running">Jobs in hands.</param>
/// <param name="Dead">Jobs that were given up.</param>
/// <param name="OldestSeconds">For how long the oldest of those that could run waits.</param>
public sealed record QueueState(string Kind, long Waiting, long Running, long Dead, double OldestSeconds);
