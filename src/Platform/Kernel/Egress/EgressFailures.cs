namespace Earshot.Platform.Kernel.Egress;

/// <summary>Every way in which the guard says no.</summary>
public static class EgressFailures
{
    public static readonly Failure Unregistered =
        new(FailureKind.Forbidden, "egress_unregistered", "This destination is not in the register: nothing was sent.");

    public static readonly Failure OtherHost =
        new(FailureKind.Forbidden, "egress_other_host", "The address is not one of the registered hosts of this destination: nothing was sent.");

    public static readonly Failure Redirected =
        new(FailureKind.Forbidden, "egress_redirected", "The service sent us on to a host that is not registered, or too often: not followed.");

    public static readonly Failure SwitchedOff = new(FailureKind.Forbidden, "egress_switched_off", "This destination is switched off: nothing was sent.");

    public static readonly Failure OtherRegion = new(
        FailureKind.Forbidden, "egress_other_region", "This destination processes in another region, and there is no permission for the transfer: nothing was sent.");

    public static readonly Failure Insecure = new(FailureKind.Forbidden, "egress_insecure", "Only https is spoken outside this machine: nothing was sent.");

    public static readonly Failure PrivateAddress =
        new(FailureKind.Forbidden, "egress_private_address", "The host leads to a private address: nothing was sent.");

    public static readonly Failure TooLarge = new(FailureKind.TooLarge, "egress_too_large", "More data than this destination is allowed to exchange.");
}

/// <summary>The guard refused. To callers it is a service that can't be reached.</summary>
public sealed class EgressRefusedException(Failure failure) : HttpRequestException(failure.Message)
{
    public Failure Failure { get; } = failure;
}
