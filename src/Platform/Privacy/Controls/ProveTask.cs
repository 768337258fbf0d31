using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Kernel.Schedules;
using Earshot.Platform.Kernel.Tenancy;
using Earshot.Platform.Privacy.Documents;
using Earshot.Platform.Privacy.Letters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Earshot.Platform.Privacy.Controls;

/// <summary>
/// Checks every promise once an hour, on one of the machines, and raises the alarm when one turns red. Waits a minute after the start, so
/// that the pages are there to be opened.
/// </summary>
internal sealed partial class ProveTask(
    ProveControls prove, KeepProofs keep, IServiceScopeFactory scopes, PlatformSettings settings, ProveClock started) : IScheduledTask
{
    public async Task RunAsync(CancellationToken ct)
    {
        if (!started.IsWarm)
        {
            return;
        }

        await using var owner = new NpgsqlConnection(settings.Database);
        await owner.OpenAsync(ct);
        if (await IsDueAsync(owner, ct))
        {
            await ProveAsync(ct);
            await using var unlock = new NpgsqlCommand("select pg_advisory_unlock(4711, 350)", owner);
            await unlock.ExecuteScalarAsync(ct);
        }
    }

    internal async Task<IReadOnlyList<TurnedRed>> ProveAsync(CancellationToken ct)
    {
        var began = started.Now;
        var red = await keep.RunAsync(await prove.RunAsync(ct), "schedule", began, ct);
        foreach (var control in red)
        {
            LogRed(started.Log, control.Control);
            await AlarmAsync(control, ct);
        }

        return red;
    }

    // In the log of the installation itself, and by letter to the operator where their e-mail is known.
    private async Task AlarmAsync(TurnedRed red, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(TenantCipher.Installation);
        var details = System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, string> { ["control"] = red.Control });
        await scope.ServiceProvider.GetRequiredService<AuditLog>().RecordAsync("control.turned_red", "control", null, "security", null, details, ct);
        if (await scope.ServiceProvider.GetRequiredService<ReadOperator>().RunAsync(ct) is { Email.Length: > 0 } who)
        {
            var letter = NewLetter.Service(who.Email, $"Earshot: {red.Control}", $"A promise is broken / Обещание нарушено: {red.Control}\r\n{red.Evidence}\r\n/trust#{red.Control}");
            await scope.ServiceProvider.GetRequiredService<WriteLetter>().AddAsync(letter, ct);
        }

        await scope.ServiceProvider.GetRequiredService<PlatformDb>().SaveChangesAsync(ct);
    }

    private async Task<bool> IsDueAsync(NpgsqlConnection owner, CancellationToken ct)
    {
        await using var due = new NpgsqlCommand("select not exists (select from privacy.proof_runs where way = 'schedule' and started_at > @since) and pg_try_advisory_lock(4711, 350)", owner);
        due.Parameters.AddWithValue("since", started.Now - TimeSpan.FromMinutes(59));
        return await due.ExecuteScalarAsync(ct) is true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The control {Control} turned red")]
    private static partial void LogRed(ILogger log, string control);
}

/// <summary>When this process began, and what time it is.</summary>
internal sealed class ProveClock(TimeProvider clock, ILogger<ProveClock> log)
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromMinutes(1);
    private readonly DateTimeOffset began = clock.GetUtcNow();

    public DateTimeOffset Now => clock.GetUtcNow();

    public ILogger Log => log;

    public bool IsWarm => clock.GetUtcNow() - began >= WarmUp;
}
