using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Earshot.Platform.Kernel.Tenancy;

/// <summary>
/// Tells the database the tenant whenever a connection leaves the pool; the pool's reset takes it away again.
/// Without a tenant the setting stays empty, and row-level security shows nothing.
/// </summary>
internal sealed class TenantConnectionInterceptor(TenantContext tenant) : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (tenant.IsSet)
        {
            using var command = Command(connection);
            command.ExecuteNonQuery();
        }
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (tenant.IsSet)
        {
            await using var command = Command(connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private DbCommand Command(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = "select set_config('app.tenant_id', @tenant, false)";
        var parameter = command.CreateParameter();
        parameter.ParameterName = "tenant";
        parameter.Value = tenant.OrganizationId.ToString();
        command.Parameters.Add(parameter);
        return command;
    }
}
