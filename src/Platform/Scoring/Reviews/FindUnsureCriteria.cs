using Earshot.Platform.Calls;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Jobs;
using Earshot.Platform.Scoring.Scorecards;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Scoring.Reviews;

/// <summary>
/// After a review: criteria on which people and the machine agree less than the organization's floor wait for a person on new calls, and in
/// history scored again. They are the machine's again when agreement is back above the floor.
/// </summary>
internal sealed class FindUnsureCriteria(PlatformDb db, ReadAnalysisSettings wishes, ReadReviews reviews, TimeProvider clock) : IJobHandler
{
    public const string Kind = "scoring.unsure";

    /// <summary>Below this number of judged calls kappa says nothing.</summary>
    public const int LeastCalls = 10;

    /// <param name="job">Its subject is a call that was reviewed.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task<JobOutcome> RunAsync(Job job, CancellationToken ct)
    {
        var floor = (await wishes.RunAsync(ct)).LeastAgreement;
        var published = await db.Set<ScorecardVersion>().Where(row => row.State == ScorecardVersion.Published)
            .Select(row => new VersionLine(row.No, row.Version, row.State, row.Definition, row.CreatedAt, row.PublishedAt)).ToListAsync(ct);
        foreach (var version in published)
        {
            await KeepAsync(version, floor, ct);
        }

        return new JobOutcome.Done();
    }

    public Task GiveUpAsync(Job job, string reason, CancellationToken ct) => Task.CompletedTask; // the next review asks again

    /// <summary>Ids of the criteria of a version that wait for a person.</summary>
    public static async Task<IReadOnlySet<string>> OfVersionAsync(PlatformDb db, int version, CancellationToken ct) => (await db.Database.SqlQuery<string>(
        $"""select criterion as "Value" from scoring.unsure_criteria where organization_id = kernel.current_tenant() and version_no = {version}""").ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);

    private async Task KeepAsync(VersionLine version, float? floor, CancellationToken ct)
    {
        var agreements = floor is null ? [] : await reviews.AgreementsAsync(version, ct);
        db.AlsoExecute($"delete from scoring.unsure_criteria where organization_id = {db.Organization} and version_no = {version.No}");
        foreach (var line in agreements.Where(line => line.Calls >= LeastCalls && line.Machine < floor))
        {
            db.AlsoExecute(
                $"insert into scoring.unsure_criteria (organization_id, version_no, criterion, agreement, since) values ({db.Organization}, {version.No}, {line.Id}, {(float?)line.Machine}, {clock.GetUtcNow()})");
        }
    }
}
