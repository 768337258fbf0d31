namespace Earshot.Platform.Kernel.Egress;

/// <summary>Leave to send to an address now.</summary>
/// <param name="Destination">Whose address it is.</param>
/// <param name="Transfer">The permission on which data leaves the region; null where it does not.</param>
internal sealed record EgressPass(Destination Destination, TransferPermission? Transfer);

/// <summary>Decides by the register whether an address may be spoken to. A cell holds organizations of its own region only.</summary>
internal sealed class EgressGate(EgressRegister register, IEgressPermits permits, string region, TimeProvider clock)
{
    public async Task<Result<EgressPass>> JudgeAsync(string name, Guid? organization, Uri address, CancellationToken ct)
    {
        if (await register.FindAsync(name, organization, ct) is not { } destination)
        {
            return EgressFailures.Unregistered;
        }

        if (Refuse(destination, address) is { } refused)
        {
            return refused;
        }

        var whose = organization ?? Guid.Empty;
        if (await permits.IsSwitchedOffAsync(whose, destination, ct))
        {
            return EgressFailures.SwitchedOff;
        }

        if (StaysHere(destination))
        {
            return new EgressPass(destination, null);
        }

        return await permits.FindTransferAsync(whose, destination, ct) is { } transfer && !(transfer.Until <= clock.GetUtcNow())
            ? new EgressPass(destination, transfer)
            : EgressFailures.OtherRegion;
    }

    private static Failure? Refuse(Destination destination, Uri address) => destination switch
    {
        { IsEnabled: false } => EgressFailures.SwitchedOff,
        _ when !destination.Covers(address) => EgressFailures.OtherHost,
        { IsLocal: false } when address.Scheme != Uri.UriSchemeHttps => EgressFailures.Insecure,
        _ => null,
    };

    private bool StaysHere(Destination destination) =>
        destination.Region == region || destination.Data.Count == 0 || destination is { Region: Destination.Local, IsLocal: true };
}
