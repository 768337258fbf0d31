using System.Net.Http;
using Npgsql;

namespace Earshot.Platform.Privacy.Controls;

/// <summary>Runs every check of <see cref="AllControls"/> against this installation.</summary>
public sealed class ProveControls(PlatformSettings settings, IServiceProvider services, TimeProvider clock)
{
    public async Task<IReadOnlyList<Proof>> RunAsync(CancellationToken ct)
    {
        await using var owner = new NpgsqlConnection(settings.Database);
        await owner.OpenAsync(ct);
        return await RunAsync(owner, AllControls.List, ct);
    }

    /// <summary>Some checks, over a connection whose transaction may hold what nobody else sees yet.</summary>
    internal async Task<IReadOnlyList<Proof>> RunAsync(NpgsqlConnection owner, IReadOnlyList<Control> controls, CancellationToken ct)
    {
        var site = new Installation(owner, settings, services, new OwnPages(services).Listened, clock.GetUtcNow());
        var proofs = new List<Proof>(controls.Count);
        foreach (var control in controls)
        {
            proofs.Add(await ProveAsync(control, site, ct));
        }

        return proofs;
    }

    private async Task<Proof> ProveAsync(Control control, Installation site, CancellationToken ct)
    {
        var finding = await FindAsync(control, site, ct);
        return new Proof(control.Id, control.Clauses, control.Statement.English, ProofStatus.Of(finding.Holds), clock.GetUtcNow(), finding.Evidence);
    }

    // A check that can't be run proves nothing.
    private static async Task<Finding> FindAsync(Control control, Installation site, CancellationToken ct)
    {
        try
        {
            return await control.Check(site, ct);
        }
        catch (Exception trouble) when (trouble is NpgsqlException or IOException or UnauthorizedAccessException or HttpRequestException or TimeoutException)
        {
            return new Finding(null, $"the check could not be run: {trouble.GetType().Name}");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new Finding(null, "the check took too long");
        }
    }
}
