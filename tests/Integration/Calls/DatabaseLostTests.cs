using Earshot.Integration.Harness;
using Earshot.Platform.Calls;
using Earshot.Platform.Calls.Spool;
using Earshot.Speech;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Earshot.Integration.Calls;

/// <summary>Each acknowledged call is done exactly once, and no audio is left, whatever becomes of PostgreSQL under a running server.</summary>
public sealed class DatabaseLostTests : IAsyncLifetime
{
    private readonly Guid organization = Guid.CreateVersion7();
    private readonly List<Guid> acknowledged = [];
    private OwnPostgres? postgres;
    private TestDatabase? product;

    private OwnPostgres Postgres => postgres ?? throw new InvalidOperationException();

    private TestDatabase Product => product ?? throw new InvalidOperationException();

    public async Task InitializeAsync()
    {
        postgres = await OwnPostgres.StartAsync();
        product = await TestDatabase.RunningAsync(
            services => services.AddSingleton<ISpeechEngine>(new ScriptedEngine(null)),
            settings => settings with { JobLease = TimeSpan.FromSeconds(2), SpoolGrace = TimeSpan.FromSeconds(1) },
            Postgres.Database);
    }

    public async Task DisposeAsync()
    {
        await Product.DisposeAsync();
        await Postgres.DisposeAsync();
    }

    [Fact]
    public async Task PostgreSQL_killed_twice_under_a_running_server_costs_no_acknowledged_call()
    {
        for (var round = 0; round < 2; round++)
        {
            await SendAsync(8);
            await Postgres.KillAsync();
            await SendAsync(2);
            await Postgres.UpAsync();
        }

        await SendAsync(2);

        await AllAreDoneOnceAsync();
    }

    [Fact]
    public async Task A_database_that_answers_nobody_for_longer_than_a_lease_costs_no_acknowledged_call()
    {
        await SendAsync(8);
        await Postgres.PauseAsync();
        await Task.Delay(TimeSpan.FromSeconds(4));
        await Postgres.ResumeAsync();
        await SendAsync(2);

        await AllAreDoneOnceAsync();
    }

    // Recordings and transcripts in turn. What throws was not acknowledged, though it may have been committed.
    private async Task SendAsync(int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            try
            {
                acknowledged.Add(i % 4 == 0
                    ? await Product.ReceiveAudioAsync(organization, Tone.Wave(1.5))
                    : await Product.ReceiveAsync(organization, Invented.Call("The refund never came.")));
            }
            catch (Exception lost) when (lost is NpgsqlException or IOException or DbUpdateException or InvalidOperationException or TimeoutException)
            {
            }
        }
    }

    private async Task AllAreDoneOnceAsync()
    {
        await Eventually.HoldsAsync(async () => await CountAsync("calls.calls where state not in ('done', 'stopped')") == 0 && await CountAsync("kernel.jobs") == 0, "all calls are over", 60);
        var done = await CountAsync($"calls.calls where state = 'done' and id = any('{{{string.Join(',', acknowledged)}}}')");
        Assert.Equal(acknowledged.Count, done);
        Assert.Equal(await CountAsync("calls.calls where state = 'done'"), await CountAsync("calls.analyses"));
        Assert.Equal(await CountAsync("calls.calls where audio_bytes is not null"), await CountAsync("calls.receipts where kind = 'audio'"));
        Assert.Equal(0L, await CountAsync("calls.calls where audio_key is not null"));
        await Eventually.HoldsAsync(
            async () =>
            {
                await Product.Get<SweepSpool>().RunAsync(default);
                return !Directory.EnumerateFiles(Product.Settings.SpoolFolder).Any();
            },
            "the spool is empty");
    }

    private Task<long> CountAsync(string from) => Product.AskAsync<long>($"select count(*) from {from}");
}
