namespace Earshot.Platform.Kernel.Jobs;

/// <summary>What a job costs decides with how many others it runs at once.</summary>
public enum JobLane
{
    /// <summary>Milliseconds.</summary>
    Light,

    /// <summary>Fills a core for seconds or minutes.</summary>
    Heavy,
}

/// <summary>A kind of job and the limits that hold for it.</summary>
public sealed record JobKind(string Name, Type Handler)
{
    public JobLane Lane { get; init; } = JobLane.Light;

    /// <summary>
    /// Done right after the step before it, in the same transaction and scope. Should it fail there, the steps are done again one by one,
    /// so that each failure is told of the step that failed.
    /// </summary>
    public bool JoinsPrevious { get; init; }

    /// <summary>What the step makes can be made again from what is stored: its commit need not wait for the disk. A crash of the database redoes it.</summary>
    public bool IsRepeatable { get; init; }

    public int MaxAttempts { get; init; } = 8;

    /// <summary>An attempt is stopped after this time.</summary>
    public TimeSpan AttemptTime { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>No new attempt after this time since the first.</summary>
    public TimeSpan WallTime { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Wait after the first failure; doubles with each, up to ten minutes.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>When to try again after this many attempts; null: never.</summary>
    public TimeSpan? NextWait(int attempts, TimeSpan sinceFirst) => attempts >= MaxAttempts || sinceFirst >= WallTime
        ? null
        : TimeSpan.FromSeconds(Math.Min(600, FirstWait.TotalSeconds * Math.Pow(2, Math.Max(0, attempts - 1))));
}

/// <summary>All kinds that this process knows.</summary>
internal sealed class JobKinds(IEnumerable<JobKind> kinds)
{
    private readonly Dictionary<string, JobKind> byName = kinds.ToDictionary(kind => kind.Name);

    public JobKind this[string name] => byName[name];

    public string[] Of(JobLane lane) => [.. byName.Values.Where(kind => kind.Lane == lane).Select(kind => kind.Name)];
}
