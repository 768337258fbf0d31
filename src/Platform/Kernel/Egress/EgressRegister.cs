namespace Earshot.Platform.Kernel.Egress;

/// <summary>Destinations that are rows: what an organization connects, what the operator adds while the product runs.</summary>
public interface IDestinationSource
{
    /// <param name="organization">Those of this organization and those for all; null: only those for all.</param>
    /// <param name="ct">Stops the work.</param>
    Task<IReadOnlyList<Destination>> ListAsync(Guid? organization, CancellationToken ct);
}

/// <summary>Every destination of this installation. The page of subprocessors is drawn from it, the guard refuses all else.</summary>
public sealed class EgressRegister
{
    private readonly Dictionary<string, Destination> declared;
    private readonly IReadOnlyList<IDestinationSource> sources;

    /// <exception cref="InvalidOperationException">Two declared destinations have one name.</exception>
    public EgressRegister(IEnumerable<Destination> declared, IEnumerable<IDestinationSource> sources)
    {
        var twice = declared.GroupBy(destination => destination.Name).FirstOrDefault(same => same.Count() > 1);
        this.declared = twice is null
            ? declared.ToDictionary(destination => destination.Name)
            : throw new InvalidOperationException($"The destination {twice.Key} is declared twice.");
        this.sources = [.. sources];
    }

    public async Task<Destination?> FindAsync(string name, Guid? organization, CancellationToken ct) =>
        declared.TryGetValue(name, out var found) ? found : (await AddedAsync(organization, ct)).FirstOrDefault(destination => destination.Name == name);

    public async Task<IReadOnlyList<Destination>> ListAsync(Guid? organization, CancellationToken ct) =>
        [.. declared.Values, .. (await AddedAsync(organization, ct)).Where(destination => !declared.ContainsKey(destination.Name))];

    private async Task<IReadOnlyList<Destination>> AddedAsync(Guid? organization, CancellationToken ct)
    {
        var added = new List<Destination>();
        foreach (var source in sources)
        {
            added.AddRange((await source.ListAsync(organization, ct)).Where(destination => destination.Organization is not { } owner || owner == organization));
        }

        return [.. added.Select(destination => destination.Organization is null ? destination : destination with { IsLocal = false })];
    }
}
