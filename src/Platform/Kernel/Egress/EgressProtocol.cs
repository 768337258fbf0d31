using System.Security.Authentication;

namespace Earshot.Platform.Kernel.Egress;

/// <summary>Names under which the ledger keeps what a connection spoke.</summary>
public static class EgressProtocol
{
    public const string Tls13 = "tls1.3";
    public const string Tls12 = "tls1.2";
    public const string Older = "older";
    public const string InClear = "none";

    /// <param name="agreed">What both sides agreed on; <see cref="SslProtocols.None"/>: nothing was encrypted.</param>
    public static string Of(SslProtocols agreed) => agreed switch
    {
        SslProtocols.Tls13 => Tls13,
        SslProtocols.Tls12 => Tls12,
        SslProtocols.None => InClear,
        _ => Older,
    };
}
