using System.Diagnostics.Metrics;

namespace Earshot.Platform.Calls.Pipeline;

/// <summary>How calls fare: names of engines and reasons only.</summary>
internal static class CallMetrics
{
    public const string Name = "Earshot.Calls";

    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> RealTime = Meter.CreateHistogram<double>("earshot.recognition.real_time_factor", "1", "Time of recognition by duration of the recording");
    private static readonly Histogram<double> Kept = Meter.CreateHistogram<double>("earshot.audio.kept", "s", "From taking a recording in to destroying it");
    private static readonly Counter<long> Ended = Meter.CreateCounter<long>("earshot.calls.ended", description: "Calls that came to their end");

    public static void Recognised(string engine, TimeSpan took, TimeSpan duration)
    {
        if (duration > TimeSpan.Zero)
        {
            RealTime.Record(took / duration, new KeyValuePair<string, object?>("engine", engine));
        }
    }

    public static void Destroyed(TimeSpan kept, string reason) => Kept.Record(kept.TotalSeconds, new KeyValuePair<string, object?>("reason", reason));

    /// <param name="reason"><c>done</c>, or the name of the reason for which it stopped.</param>
    public static void End(string reason) => Ended.Add(1, new KeyValuePair<string, object?>("reason", reason));
}
