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
        await ForgetPaymentsAsync(owner, ct);
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

    // The books outlive the organization; the module that writes them brings the table.
    private async Task ForgetPaymentsAsync(NpgsqlDataSource owner, CancellationToken ct)
    {
        await using var exists = owner.CreateCommand("select to_regclass('billing.payments') is not null");
        if (await exists.ExecuteScalarAsync(ct) is true)
        {
            await using var forget = owner.CreateCommand("delete from billing.payments where paid_at <= @cutoff");
            forget.Parameters.AddWithValue("cutoff", Before(Retention.RetentionTimers.Payments));
            await forget.ExecuteNonQueryAsync(ct);
        }
    }

    private DateTimeOffset Before(string id) => Retention.Cutoff.Before(clock.GetUtcNow(), Retention.RetentionTimers.All.Single(timer => timer.Id == id).Limit);

    // With the record go the acceptances of the contract.
    private async Task ForgetContractsAsync(NpgsqlDataSource owner, CancellationToken ct)
    {
        await using var forget = owner.CreateCommand(
            """
            with gone as (delete from privacy.contract_records where ended_at <= @cutoff returning organization_id)
            delete from accounts.acceptances a using gone where a.organization_id = gone.organization_id
            """);
        forget.Parameters.AddWithValue("cutoff", Before(Retention.RetentionTimers.Contract));
        await forget.ExecuteNonQueryAsync(ct);
    }
}
