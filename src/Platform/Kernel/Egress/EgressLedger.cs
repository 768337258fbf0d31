using System.Text.Json;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Earshot.Platform.Kernel.Egress;

/// <summary>Where it is written down what went out.</summary>
public interface IEgressLedger
{
    /// <summary>Before the first byte goes. If it can't be written, nothing goes.</summary>
    Task BeginAsync(EgressCall call, CancellationToken ct);

    /// <summary>After the answer, and again when its body turned out otherwise.</summary>
    Task EndAsync(EgressCall call, CancellationToken ct);

    Task RefuseAsync(Guid organization, string destination, string host, Failure failure, CancellationToken ct);
}

/// <summary>The ledger in the database, in transactions of its own: it stays when the work that caused it is rolled back.</summary>
internal sealed class EgressLedger(NpgsqlDataSource source, IServiceScopeFactory scopes) : IEgressLedger
{
    public Task BeginAsync(EgressCall call, CancellationToken ct) => ExecuteAsync(
        call,
        """
        insert into kernel.egress_calls (organization_id, id, destination, host, region, purpose, data, transfer_id, is_user_initiated, at, bytes_out, bytes_in, outcome)
        values (@organization, @id, @destination, @host, @region, @purpose, @data, @transfer, @user, @at, @out, @in, @outcome)
        """,
        ct);

    public Task EndAsync(EgressCall call, CancellationToken ct) => ExecuteAsync(
        call,
        "update kernel.egress_calls set bytes_in = @in, status = @status, outcome = @outcome, duration_ms = @duration, protocol = @protocol where organization_id = @organization and id = @id",
        ct);

    public async Task RefuseAsync(Guid organization, string destination, string host, Failure failure, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(organization);
        var details = JsonSerializer.Serialize(new Dictionary<string, string> { ["destination"] = destination, ["host"] = host, ["reason"] = failure.Code });
        await scope.ServiceProvider.GetRequiredService<AuditLog>().RecordAsync("egress.refused", "destination", null, "security", null, details, ct);
        await scope.ServiceProvider.GetRequiredService<PlatformDb>().SaveChangesAsync(ct);
    }

    // The tenant is told in the same round trip, and for this transaction alone.
    private async Task ExecuteAsync(EgressCall call, string sql, CancellationToken ct)
    {
        await using var batch = source.CreateBatch();
        var tenant = batch.CreateBatchCommand();
        tenant.CommandText = "select set_config('app.tenant_id', @tenant, true)";
        tenant.Parameters.AddWithValue("tenant", call.OrganizationId.ToString());
        batch.BatchCommands.Add(tenant);
        var write = batch.CreateBatchCommand();
        write.CommandText = sql;
        Fill(write.Parameters, call);
        batch.BatchCommands.Add(write);
        await batch.ExecuteNonQueryAsync(ct);
    }

    private static void Fill(NpgsqlParameterCollection parameters, EgressCall call)
    {
        parameters.AddWithValue("organization", call.OrganizationId);
        parameters.AddWithValue("id", call.Id);
        parameters.AddWithValue("destination", call.Destination);
        parameters.AddWithValue("host", call.Host);
        parameters.AddWithValue("region", call.Region);
        parameters.AddWithValue("purpose", call.Purpose);
        parameters.AddWithValue("data", call.Data.ToArray());
        parameters.AddWithValue("transfer", (object?)call.TransferId ?? DBNull.Value);
        parameters.AddWithValue("user", call.IsUserInitiated);
        parameters.AddWithValue("at", call.At);
        parameters.AddWithValue("out", call.BytesOut);
        parameters.AddWithValue("in", call.BytesIn);
        parameters.AddWithValue("status", (object?)call.Status ?? DBNull.Value);
        parameters.AddWithValue("outcome", call.Outcome);
        parameters.AddWithValue("duration", (object?)call.DurationMs ?? DBNull.Value);
        parameters.AddWithValue("protocol", (object?)call.Protocol ?? DBNull.Value);
    }
}
