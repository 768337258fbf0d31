using System.Globalization;
using System.Security.Authentication;
using Earshot.Platform.Kernel.Egress;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Platform.Privacy.Controls;

/// <summary>Nothing crosses a network in clear, inward or outward.</summary>
internal static class TransportControls
{
    private const string Outward = "from kernel.egress_calls c where c.outcome = 'answered' and c.region <> 'local' and c.host not in ('127.0.0.1', '::1', 'localhost') and c.at > @now - interval '30 days'";

    public static readonly IReadOnlyList<Control> List =
    [
        Control.Probe("transport", "A26 B30", "No network is listened on without TLS 1.3.", "Без TLS 1.3 сеть не прослушивается.", IsUnderTlsAsync),
        Control.Live("transport-out", "A26 B30", "Other services are spoken to under TLS 1.3, or 1.2 where they know no better.", "С другими сервисами обмен идёт по TLS 1.3 или по 1.2, если новее они не знают.", AreExchangesEncryptedAsync),
    ];

    /// <summary>What listening tells by itself; null: a handshake must tell.</summary>
    internal static Finding? IsInClear(IReadOnlyList<Uri> listened) => listened switch
    {
        [] => new Finding(null, "nothing is listened on"),
        _ when listened.Any(address => address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback) => new Finding(false, "listens on a network without TLS"),
        _ when listened.All(address => address.Scheme != Uri.UriSchemeHttps) => new Finding(true, "listens on the loopback alone; what faces the network is the proxy, with TLS"),
        _ => null,
    };

    internal static Finding Judge(Handshake newest, Handshake older, DateTimeOffset now) => (newest, older) switch
    {
        ({ Agreed: not SslProtocols.Tls13 }, _) => new Finding(false, "TLS 1.3 is refused"),
        (_, { Agreed: not SslProtocols.None }) => new Finding(false, "older protocols than TLS 1.3 are agreed to"),
        ({ Until: { } until }, _) when until < now => new Finding(false, string.Create(CultureInfo.InvariantCulture, $"the certificate ran out on {until:yyyy-MM-dd}")),
        _ => new Finding(true, string.Create(CultureInfo.InvariantCulture, $"a handshake: TLS 1.3 alone, certificate until {newest.Until:yyyy-MM-dd}")),
    };

    internal static Finding AreEncrypted(IReadOnlyList<(string Destination, string Protocol, long Exchanges)> spoken)
    {
        var weak = spoken.Where(one => one.Protocol is not (EgressProtocol.Tls13 or EgressProtocol.Tls12)).Select(one => one.Destination).Distinct().ToArray();
        var told = spoken.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Destination} {one.Protocol}: {one.Exchanges}"));
        return new Finding(weak.Length == 0, spoken.Count == 0 ? "nothing went out within 30 days" : string.Join("; ", told));
    }

    private static async Task<Finding> IsUnderTlsAsync(Installation site, CancellationToken ct)
    {
        if (IsInClear(site.Listened) is { } told)
        {
            return told;
        }

        if (site.Address is not { IsLoopback: true, Scheme: "https" } address)
        {
            return new Finding(null, "listens with TLS, but not on the loopback, where a handshake could be tried");
        }

        var egress = site.Services.GetRequiredService<EgressClient>();
        var newest = await Handshake.OfferAsync(egress, address, SslProtocols.None, ct); // what the system knows best
#pragma warning disable CA5398 // asks for what must be refused
        return Judge(newest, await Handshake.OfferAsync(egress, address, SslProtocols.Tls12, ct), site.Now);
#pragma warning restore CA5398
    }

    private static async Task<Finding> AreExchangesEncryptedAsync(Installation site, CancellationToken ct) => AreEncrypted(await site.ListAsync(
        $"select c.destination, c.protocol, count(*) {Outward} and c.protocol is not null group by 1, 2 order by 1, 2", row => (row.GetString(0), row.GetString(1), row.GetInt64(2)), ct));
}
