using System.Linq.Expressions;
using System.Text;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Earshot.Platform.Kernel.Database;

/// <summary>
/// The one database context. Each module configures its tables in its own folder (<c>IEntityTypeConfiguration</c>), a schema per module.
/// Rows of organizations are filtered by tenant here and, whatever happens here, by row-level security in the database.
/// </summary>
public sealed class PlatformDb(DbContextOptions<PlatformDb> options, TenantContext tenant) : DbContext(options)
{
    private readonly List<NpgsqlBatchCommand> commands = [];

    /// <summary>The organization whose rows this context shows and writes.</summary>
    /// <exception cref="InvalidOperationException">No tenant was set.</exception>
    public Guid Organization => tenant.OrganizationId;

    /// <summary>What its connections tell the database; null shows no organization's rows.</summary>
    internal Guid? Tenant => tenant.IsSet ? tenant.OrganizationId : null;

    /// <summary>Adds a statement to the transaction of the next save, before the rows.</summary>
    internal void AlsoExecute(FormattableString sql) => commands.Add(NumberedCommand.Of(sql));

    /// <summary>Nothing that was to be saved is saved any more.</summary>
    public void Forget()
    {
#pragma warning disable RS0030 // together with the statements, here alone
        ChangeTracker.Clear();
#pragma warning restore RS0030
        commands.Clear();
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (commands.Count == 0)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        if (!IsAnythingTracked())
        {
            await ExecuteCommandsAsync(cancellationToken); // all of them or none, also without a transaction around them
            commands.Clear();
            return 0;
        }

        await using var transaction = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        await ExecuteCommandsAsync(cancellationToken);
        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await (transaction?.CommitAsync(cancellationToken) ?? Task.CompletedTask);
        commands.Clear();
        return rows;
    }

    // Not HasChanges: that compares every row with what it was, which the save does once more.
    private bool IsAnythingTracked()
    {
        var isDetecting = ChangeTracker.AutoDetectChangesEnabled;
        ChangeTracker.AutoDetectChangesEnabled = false;
        var isAny = ChangeTracker.Entries().Any();
        ChangeTracker.AutoDetectChangesEnabled = isDetecting;
        return isAny;
    }

    private async Task ExecuteCommandsAsync(CancellationToken ct)
    {
        await Database.OpenConnectionAsync(ct);
        try
        {
            await using var batch = new NpgsqlBatch((NpgsqlConnection)Database.GetDbConnection(), (NpgsqlTransaction?)Database.CurrentTransaction?.GetDbTransaction());
            commands.ForEach(batch.BatchCommands.Add);
            await batch.ExecuteNonQueryAsync(ct);
        }
        finally
        {
            await Database.CloseConnectionAsync();
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(PlatformDb).Assembly);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            UseSnakeCase(entity);
            if (typeof(ITenantOwned).IsAssignableFrom(entity.ClrType))
            {
                entity.SetQueryFilter("tenant", TenantFilter(entity.ClrType));
            }
        }
    }

    private LambdaExpression TenantFilter(Type entity)
    {
        var row = Expression.Parameter(entity, "row");
        var mine = Expression.Property(Expression.Constant(this), nameof(Organization));
        return Expression.Lambda(Expression.Equal(Expression.Property(row, nameof(ITenantOwned.OrganizationId)), mine), row);
    }

    private static void UseSnakeCase(IMutableEntityType entity)
    {
        foreach (var property in entity.GetProperties())
        {
            property.SetColumnName(SnakeCase(property.Name));
        }
    }

    internal static string SnakeCase(string name)
    {
        var result = new StringBuilder(name.Length + 8);
        foreach (var c in name)
        {
            if (char.IsUpper(c) && result.Length > 0)
            {
                result.Append('_');
            }

            result.Append(char.ToLowerInvariant(c));
        }

        return result.ToString();
    }
}
