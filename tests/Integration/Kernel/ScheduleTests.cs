using Earshot.Integration.Harness;
using Earshot.Platform.Kernel.Schedules;

namespace Earshot.Integration.Kernel;

public sealed class ScheduleTests
{
    [Fact]
    public async Task Of_several_workers_one_runs_a_task_and_a_restart_does_not_run_it_again()
    {
        await using var product = await TestDatabase.CreateAsync();
        var claim = product.Get<ClaimSchedule>();

        var first = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => claim.RunAsync("DailyTask", TimeSpan.FromDays(1), default)));
        var afterRestart = await new ClaimSchedule(product.Get<Npgsql.NpgsqlDataSource>(), TimeProvider.System).RunAsync("DailyTask", TimeSpan.FromDays(1), default);

        Assert.Equal((1, false), (first.Count(won => won), afterRestart));
    }

    [Fact]
    public async Task A_task_whose_time_has_come_is_run_again()
    {
        await using var product = await TestDatabase.CreateAsync();
        await product.Get<ClaimSchedule>().RunAsync("DailyTask", TimeSpan.FromDays(1), default);
        await product.AskAsync<object>("update kernel.schedules set started_at = started_at - interval '1 day'");

        Assert.True(await product.Get<ClaimSchedule>().RunAsync("DailyTask", TimeSpan.FromDays(1), default));
    }
}
