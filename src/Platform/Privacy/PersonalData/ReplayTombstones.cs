using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Tenancy;
using Earshot.Platform.Privacy.Exit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Platform.Privacy.PersonalData;

/// <summary>After a restore: erases again what was erased since the backup was made (clause B36), before the product is opened.</summary>
public sealed class ReplayTombstones(IServiceScopeFactory scopes, PlatformSettings settings)
{
    /// <returns>Rows that were there and are erased, or emptied, once more.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var file = KeepTombstones.FileOf(settings);
        var lines = File.Exists(file) ? (await File.ReadAllLinesAsync(file, ct)).Select(Parse).OfType<Line>().Distinct().ToList() : [];
        var gone = 0;
        var ended = lines.Where(line => line.Holder == KeepTombstones.OrganizationHolder).Select(line => line.Organization).ToHashSet();
        foreach (var organization in lines.Where(line => !ended.Contains(line.Organization)).GroupBy(line => line.Organization))
        {
            gone += await EraseAsync(organization.Key, [.. organization], ct);
        }

        foreach (var organization in ended)
        {
            gone += await EndAgainAsync(organization, ct);
        }

        return gone;
    }

    private async Task<int> EndAgainAsync(Guid organization, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<EraseOrganization>().AgainAsync(organization, ct);
    }

    private async Task<int> EraseAsync(Guid organization, IReadOnlyList<Line> lines, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(organization);
        var find = scope.ServiceProvider.GetRequiredService<FindPerson>();
        var (db, tombstones) = (scope.ServiceProvider.GetRequiredService<PlatformDb>(), scope.ServiceProvider.GetRequiredService<KeepTombstones>());
        await find.ShowRestrictedAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var wanted = lines.Select(line => (line.Table, line.Id)).ToHashSet();
        var returned = new List<HeldRecord>();
        foreach (var holder in find.Holders)
        {
            returned.AddRange((await holder.FindAsync(PersonKeys.Linked([.. lines.Select(line => line.Id).Distinct()]), ct)).Where(record => wanted.Contains((record.Table, record.Id))));
        }

        foreach (var holder in find.Holders)
        {
            await holder.EraseAsync(returned, ct);
        }

        foreach (var table in lines.GroupBy(line => (line.Holder, line.Table)))
        {
            await tombstones.AddRowsAsync(table.Key.Holder, table.Key.Table, [.. table.Select(line => line.Id)], ct);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return returned.Count;
    }

    private static Line? Parse(string line) => line.Split(' ') is [var organization, var holder, var table, var id]
        && Guid.TryParseExact(organization, "n", out var tenant) && Guid.TryParseExact(id, "n", out var row)
        ? new Line(tenant, holder, table, row)
        : null; // the last line of a machine that died may be torn

    private sealed record Line(Guid Organization, string Holder, string Table, Guid Id);
}
