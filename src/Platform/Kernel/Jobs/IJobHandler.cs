namespace Earshot.Platform.Kernel.Jobs;

/// <summary>
/// Does the jobs of one kind. A fresh scope for each attempt, with the tenant set. The handler changes <c>PlatformDb</c> and does not
/// save: what it leaves there is committed together with the end of the job, and only if the job is still its own.
/// </summary>
public interface IJobHandler
{
    Task<JobOutcome> RunAsync(Job job, CancellationToken ct);

    /// <summary>Attempts or time are used up. What is left in <c>PlatformDb</c> is saved together with the burial of the job.</summary>
    Task GiveUpAsync(Job job, string reason, CancellationToken ct);
}
