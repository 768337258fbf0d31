using Earshot.Platform.Kernel.Schedules;

namespace Earshot.Platform.Scoring.Reports;

/// <summary>Looks in every organization whether a report is due.</summary>
internal sealed class MakeReports(EachOrganization each) : IScheduledTask
{
    public Task RunAsync(CancellationToken ct) => each.RunAsync<MakeReport>(make => make.RunAsync(ct), ct);
}
