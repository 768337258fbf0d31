using System.Data.Common;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Earshot.Platform.Kernel.Tenancy;

/// <summary>
/// Tells the database the tenant whenever a connection leaves the pool; the pool's reset takes it away again.
/// Without a tenant the setting stays empty, and row-level security shows nothing.
/// </summary>
internal sealed class TenantConnectionInterceptor : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (TenantOf(eventData) is { } tenant)
        {
            using var command = Command(connection, tenant);
            command.ExecuteNonQuery();
        }
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (TenantOf(eventData) is { } tenant)
        {
            await using var command = Command(connection, tenant);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static Guid? TenantOf(ConnectionEndEventData opened) => (opened.Context as PlatformDb)?.Tenant;

    private static DbCommand Command(DbConnection connection, Guid tenant)
    {
        var command = connection.CreateCommand();
        command.CommandText = "select set_config('app.tenant_id', @tenant, false)";
        var parameter = command.CreateParameter();
        parameter.ParameterName = "tenant";
        parameter.Value = tenant.ToString();
        command.Parameters.Add(parameter);
        return command;
    }
}
