using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Earshot.Platform.Accounts.Sessions;

/// <summary>
/// Whose address a request has. What a proxy says of it (<c>X-Forwarded-For</c>, <c>X-Forwarded-Proto</c>) counts only when the operator
/// named that proxy; from anybody else it is an invention of the sender.
/// </summary>
internal static class ForwardedAddresses
{
    public static ForwardedHeadersOptions Options(IReadOnlyList<IPNetwork> proxies)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            options.KnownIPNetworks.Add(proxy);
        }

        return options;
    }

    /// <exception cref="PlatformSettingsException">One of them is no address.</exception>
    public static IReadOnlyList<IPNetwork> Read(string? text) =>
        [.. (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ReadOne)];

    private static IPNetwork ReadOne(string text)
    {
        if (IPNetwork.TryParse(text, out var network))
        {
            return network;
        }

        return IPAddress.TryParse(text, out var address)
            ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
            : throw new PlatformSettingsException("EARSHOT_PROXIES must be addresses or networks with commas, such as 10.0.0.5,10.1.0.0/16.");
    }
}
