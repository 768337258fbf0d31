using System.Diagnostics.Metrics;

namespace Earshot.Platform.Kernel.Egress;

/// <summary>Counters of what went out and what was not let out.</summary>
internal static class EgressMetrics
{
    public const string Name = "Earshot.Egress";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Calls = Meter.CreateCounter<long>("earshot.egress.calls");
    private static readonly Counter<long> Refusals = Meter.CreateCounter<long>("earshot.egress.refused");

    public static void Called(string destination) => Calls.Add(1, new KeyValuePair<string, object?>("destination", destination));

    public static void Refused(string destination, Failure failure) =>
        Refusals.Add(1, new KeyValuePair<string, object?>("destination", destination), new KeyValuePair<string, object?>("reason", failure.Code));
}
