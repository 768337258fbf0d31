using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Earshot.Platform.Kernel.Egress;

namespace Earshot.Platform.Privacy.Controls;

/// <summary>What this server said when it was offered TLS.</summary>
/// <param name="Agreed">The protocol; <see cref="SslProtocols.None"/>: it hung up.</param>
/// <param name="Until">The end of the certificate that it showed.</param>
internal sealed record Handshake(SslProtocols Agreed, DateTimeOffset? Until)
{
    public static async Task<Handshake> OfferAsync(EgressClient egress, Uri address, SslProtocols offered, CancellationToken ct)
    {
        await using var line = await egress.OpenAsync(OwnPages.Name, address, 0, ct);
#pragma warning disable CA5359 // nothing is sent: the question is what it shows, and until when
        await using var tls = new SslStream(line.Stream, leaveInnerStreamOpen: false, (_, _, _, _) => true);
#pragma warning restore CA5359
        try
        {
            await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = address.IdnHost, EnabledSslProtocols = offered }, ct);
        }
        catch (Exception no) when (no is AuthenticationException or IOException)
        {
            return new Handshake(SslProtocols.None, null);
        }

        line.Answered(0, tls.SslProtocol);
        return new Handshake(tls.SslProtocol, tls.RemoteCertificate is X509Certificate2 shown ? new DateTimeOffset(shown.NotAfter) : null);
    }
}
