using System.Globalization;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Text;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Earshot.Platform.Kernel.Database;

/// <summary>
/// The one database context. Each module configures its tables in its own folder (<c>IEntityTypeConfiguration</c>), a schema per module.
/// Rows of organizations are filtered by tenant here and, whatever happens here, by row-level security in the database.
/// </summary>
public sealed class PlatformDb(DbContextOptions<PlatformDb> options, TenantContext tenant) : DbContext(options)
{
    private readonly List<FormattableString> statements = [];

    /// <summary>The organization whose rows this context shows and writes.</summary>
    /// <exception cref="InvalidOperationException">No tenant was set.</exception>
    public Guid Organization => tenant.OrganizationId;

    /// <summary>What its connections tell the database; null shows no organization's rows.</summary>
    internal Guid? Tenant => tenant.IsSet ? tenant.OrganizationId : null;

    /// <summary>Adds a statement to the transaction of the next save, before the rows.</summary>
    internal void AlsoExecute(FormattableString sql) => statements.Add(sql);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (statements.Count == 0)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        await using var transaction = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        await Database.ExecuteSqlAsync(Together(), cancellationToken);
        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await (transaction?.CommitAsync(cancellationToken) ?? Task.CompletedTask);
        statements.Clear();
        return rows;
    }

    // One round trip for all of them; the holes are numbered through.
    private FormattableString Together()
    {
        var text = new StringBuilder();
        var arguments = new List<object?>();
        foreach (var sql in statements)
        {
            object[] holes = [.. Enumerable.Range(arguments.Count, sql.ArgumentCount).Select(hole => string.Create(CultureInfo.InvariantCulture, $"{{{hole}}}"))];
            text.AppendFormat(CultureInfo.InvariantCulture, sql.Format, holes).Append(";\n");
            arguments.AddRange(sql.GetArguments());
        }

        return FormattableStringFactory.Create(text.ToString(), [.. arguments]);
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
