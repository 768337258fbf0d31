namespace Earshot.Platform.Kernel.Egress;

/// <summary>Leave to send personal data of an organization to another region: consent, notice to the authority, information on the recipient.</summary>
/// <param name="Id">Of the record that holds the three.</param>
/// <param name="Until">When it ends; null: until it is withdrawn.</param>
public sealed record TransferPermission(Guid Id, DateTimeOffset? Until);

/// <summary>What the register of subprocessors knows of a destination. The kernel asks, the privacy module answers.</summary>
public interface IEgressPermits
{
    /// <returns>The permission of the organization (all zeros: the installation) for this destination in another region; null: there is none.</returns>
    Task<TransferPermission?> FindTransferAsync(Guid organization, Destination destination, CancellationToken ct);

    /// <returns>True when nothing may go there at present, for example because the agreement has run out.</returns>
    Task<bool> IsSwitchedOffAsync(Guid organization, Destination destination, CancellationToken ct);
}

/// <summary>No data leaves the region.</summary>
public sealed class NoEgressPermits : IEgressPermits
{
    public Task<TransferPermission?> FindTransferAsync(Guid organization, Destination destination, CancellationToken ct) =>
        Task.FromResult<TransferPermission?>(null);

    public Task<bool> IsSwitchedOffAsync(Guid organization, Destination destination, CancellationToken ct) => Task.FromResult(false);
}
