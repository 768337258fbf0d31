using Earshot.Integration.Harness;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Integration.Kernel;

/// <summary>A step that joins the one before it shares its transaction, and fails in its own name.</summary>
public sealed class JoinedStepsTests
{
    private const string First = "test.first";
    private const string Second = "test.second";

    private readonly Guid organization = Guid.CreateVersion7();

    [Fact]
    public async Task Steps_that_join_are_one_transaction()
    {
        await using var product = await CreateAsync(new Script());

        await RunAsync(product);

        Assert.Equal(0L, await product.AskAsync<long>("select count(*) from kernel.jobs where kind in ('test.first', 'test.second')"));
        Assert.Equal(1L, await product.AskAsync<long>("select count(distinct xmin::text) from kernel.jobs where kind like 'mark.%'"));
        Assert.Equal(2L, await product.AskAsync<long>("select count(*) from kernel.jobs where kind like 'mark.%'"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_step_that_fails_after_another_is_blamed_itself_and_the_other_is_kept_once(bool throws)
    {
        await using var product = await CreateAsync(new Script { Throws = throws, Retries = !throws });

        await RunAsync(product);

        Assert.Equal("test.second ready", await product.AskAsync<string>("select kind || ' ' || state from kernel.jobs where kind in ('test.first', 'test.second')"));
        Assert.Equal("mark.first", await product.AskAsync<string>("select string_agg(kind, ' ') from kernel.jobs where kind like 'mark.%'"));
    }

    private static Task<TestDatabase> CreateAsync(Script script) => TestDatabase.CreateAsync(services => services
        .AddSingleton(script)
        .AddJob(new JobKind(First, typeof(FirstStep)))
        .AddJob(new JobKind(Second, typeof(SecondStep)) { JoinsPrevious = true, IsRepeatable = true }));

    private async Task RunAsync(TestDatabase product)
    {
        await using (var scope = product.Of(organization))
        {
            var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
            product.Get<JobQueue>().Enqueue(db, First);
            await db.SaveChangesAsync();
        }

        foreach (var job in await product.Get<ClaimJobs>().RunAsync([First], 1, default))
        {
            await product.Get<RunJob>().RunAsync(job, default);
        }
    }

    private sealed class Script
    {
        public bool Throws { get; init; }

        public bool Retries { get; init; }
    }

    private sealed class FirstStep(PlatformDb db, JobQueue jobs) : IJobHandler
    {
        public Task<JobOutcome> RunAsync(Job job, CancellationToken ct)
        {
            jobs.Enqueue(db, "mark.first");
            return Task.FromResult<JobOutcome>(new JobOutcome.MoveOn(Second));
        }

        public Task GiveUpAsync(Job job, string reason, CancellationToken ct) => Task.CompletedTask;
    }

    private sealed class SecondStep(PlatformDb db, JobQueue jobs, Script script) : IJobHandler
    {
        public Task<JobOutcome> RunAsync(Job job, CancellationToken ct)
        {
            jobs.Enqueue(db, "mark.second");
            return script.Throws
                ? throw new InvalidOperationException("scripted")
                : Task.FromResult<JobOutcome>(script.Retries ? new JobOutcome.Retry("scripted") : new JobOutcome.Done());
        }

        public Task GiveUpAsync(Job job, string reason, CancellationToken ct) => Task.CompletedTask;
    }
}
