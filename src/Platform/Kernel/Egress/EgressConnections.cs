using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Earshot.Platform.Kernel.Egress;

/// <summary>Asks the name service.</summary>
public delegate Task<IPAddress[]> ResolveHost(string host, CancellationToken ct);

/// <summary>The certificate that this server shows now, where it speaks TLS itself.</summary>
public delegate X509Certificate2 OwnCertificate();

/// <summary>
/// The only sockets that the product opens. A host is resolved once for each connection, and the connection goes to the very addresses
/// that were looked at, so that a second answer of the name service changes nothing. Connections to the operator's own network and to
/// the internet are kept apart.
/// </summary>
internal sealed class EgressConnections : IDisposable
{
    private readonly ResolveHost resolve;
    private readonly OwnCertificate? own;
    private readonly ConcurrentDictionary<(string Host, int Port), string> protocols = [];
    private readonly SocketsHttpHandler outside;
    private readonly SocketsHttpHandler inside;

    public EgressConnections(ResolveHost resolve, OwnCertificate? own)
    {
        (this.resolve, this.own) = (resolve, own);
        outside = NewHandler(isLocal: false);
        inside = NewHandler(isLocal: true);
    }

    public HttpMessageInvoker To(Destination destination) => new(destination.IsLocal ? inside : outside, disposeHandler: false);

    /// <summary>What the newest connection to an address speaks: <see cref="EgressProtocol"/>.</summary>
    public string? ProtocolOf(Uri address) => protocols.GetValueOrDefault((address.IdnHost, address.Port));

    /// <exception cref="EgressRefusedException">The host leads to a private address, and the destination is not a local one.</exception>
    public async Task<Stream> ConnectAsync(string host, int port, bool isLocal, CancellationToken ct)
    {
        var addresses = await resolve(host, ct);
        if (addresses.Length == 0 || (!isLocal && !addresses.All(PublicAddress.Is)))
        {
            throw new EgressRefusedException(EgressFailures.PrivateAddress);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        outside.Dispose();
        inside.Dispose();
    }

    private SocketsHttpHandler NewHandler(bool isLocal) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        ConnectTimeout = TimeSpan.FromSeconds(15),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectCallback = async (context, ct) => await ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, isLocal, ct),
        PlaintextStreamFilter = (context, _) => ValueTask.FromResult(Note(context)),
        SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = isLocal ? IsTrustedInside : null },
    };

    private Stream Note(SocketsHttpPlaintextStreamFilterContext opened)
    {
        if (opened.InitialRequestMessage.RequestUri is { } address)
        {
            protocols[(address.IdnHost, address.Port)] = EgressProtocol.Of((opened.PlaintextStream as SslStream)?.SslProtocol ?? SslProtocols.None);
        }

        return opened.PlaintextStream;
    }

    // Whoever shows our own certificate has our key and so is this very server, by whatever name it was reached.
    private bool IsTrustedInside(object _, X509Certificate? shown, X509Chain? chain, SslPolicyErrors errors) =>
        errors == SslPolicyErrors.None || (shown is not null && own?.Invoke() is { } mine && shown.GetRawCertData().AsSpan().SequenceEqual(mine.RawData));
}
