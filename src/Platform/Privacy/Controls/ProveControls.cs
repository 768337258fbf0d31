using Npgsql;

namespace Earshot.Platform.Privacy.Controls;

/// <summary>Runs every check of <see cref="AllControls"/> against this installation.</summary>
public sealed class ProveControls(PlatformSettings settings, TimeProvider clock)
{
    public async Task<IReadOnlyList<Proof>> RunAsync(CancellationToken ct)
    {
        await using var owner = NpgsqlDataSource.Create(settings.Database);
        var site = new Installation(owner, settings);
        var proofs = new List<Proof>();
        foreach (var control in AllControls.List)
        {
            proofs.Add(await ProveAsync(control, site, ct));
        }

        return proofs;
    }

    private async Task<Proof> ProveAsync(Control control, Installation site, CancellationToken ct)
    {
        var finding = await FindAsync(control, site, ct);
        var status = finding.Holds switch { true => "pass", false => "fail", null => "unknown" };
        return new Proof(control.Id, control.Clauses, control.Statement, status, clock.GetUtcNow(), finding.Evidence);
    }

    // A check that can't be run proves nothing.
    private static async Task<Finding> FindAsync(Control control, Installation site, CancellationToken ct)
    {
        try
        {
            return await control.Check(site, ct);
        }
        catch (Exception trouble) when (trouble is NpgsqlException or IOException or UnauthorizedAccessException)
        {
            return new Finding(null, $"the check could not be run: {trouble.GetType().Name}");
        }
    }
}
