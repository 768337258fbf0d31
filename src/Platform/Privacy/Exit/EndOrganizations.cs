using Earshot.Platform.Kernel.Schedules;
using Npgsql;

namespace Earshot.Platform.Privacy.Exit;

/// <summary>Erases the organizations whose day has come, and ends contract records after three years.</summary>
internal sealed class EndOrganizations(EraseOrganization erase, PlatformSettings settings, TimeProvider clock) : IScheduledTask
{
    public async Task RunAsync(CancellationToken ct)
    {
        await using var owner = NpgsqlDataSource.Create(settings.Database);
        foreach (var organization in await DueAsync(owner, ct))
        {
            await erase.RunAsync(organization, ct);
        }

        await ForgetContractsAsync(owner, ct);
    }

    private async Task<List<Guid>> DueAsync(NpgsqlDataSource owner, CancellationToken ct)
    {
        await using var select = owner.CreateCommand("select organization_id from accounts.organizations where state = 'closing' and closing_at <= @now");
        select.Parameters.AddWithValue("now", clock.GetUtcNow());
        await using var reader = await select.ExecuteReaderAsync(ct);
        var due = new List<Guid>();
        while (await reader.ReadAsync(ct))
        {
            due.Add(reader.GetGuid(0));
        }

        return due;
    }

    // With the record go the acceptances of the contract.
    private async Task ForgetContractsAsync(NpgsqlDataSource owner, CancellationToken ct)
    {
        var period = Retention.RetentionTimers.All.Single(timer => timer.Id == Retention.RetentionTimers.Contract).Limit;
        await using var forget = owner.CreateCommand(
            """
            with gone as (delete from privacy.contract_records where ended_at <= @cutoff returning organization_id)
            delete from accounts.acceptances a using gone where a.organization_id = gone.organization_id
            """);
        forget.Parameters.AddWithValue("cutoff", Retention.Cutoff.Before(clock.GetUtcNow(), period));
        await forget.ExecuteNonQueryAsync(ct);
    }
}
