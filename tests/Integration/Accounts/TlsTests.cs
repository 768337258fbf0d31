using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Earshot.Integration.Harness;
using Earshot.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Earshot.Integration.Accounts;

public sealed class TlsTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("earshot-tls").FullName;
    private WebApplication server = null!; // set before the first test

    private string Certificate => Path.Combine(folder, "site.pem");

    public async Task InitializeAsync()
    {
        Write("one.example");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(new Hours());
        builder.WebHost.UseUrls("https://127.0.0.1:0");
        Tls.Configure(builder, SelfSigned.Settings(Certificate));
        server = builder.Build();
        await server.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Only_the_newest_protocol_is_spoken()
    {
        Assert.Equal(SslProtocols.Tls13, (await ShakeAsync(SslProtocols.Tls13)).Protocol);
#pragma warning disable CA5397, CA5398, SYSLIB0039 // the test asks for what must be refused
        await Assert.ThrowsAnyAsync<Exception>(() => ShakeAsync(SslProtocols.Tls12));
        await Assert.ThrowsAnyAsync<Exception>(() => ShakeAsync(SslProtocols.Tls11));
#pragma warning restore CA5397, CA5398, SYSLIB0039
    }

    [Fact]
    public async Task A_renewed_certificate_is_taken_up_and_a_broken_one_is_not()
    {
        var before = (await ShakeAsync(SslProtocols.Tls13)).Subject;
        Write("two.example");
        File.SetLastWriteTimeUtc(Certificate, DateTime.UnixEpoch.AddYears(60));
        var renewed = (await ShakeAsync(SslProtocols.Tls13)).Subject;
        await File.WriteAllTextAsync(Certificate, "half of a certifi");

        Assert.Equal(("CN=one.example", "CN=two.example", "CN=two.example"), (before, renewed, (await ShakeAsync(SslProtocols.Tls13)).Subject));
    }

    private async Task<(SslProtocols Protocol, string Subject)> ShakeAsync(SslProtocols protocol)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, new Uri(server.Urls.First()).Port);
#pragma warning disable CA5359 // its own certificate, made a moment ago
        await using var tls = new SslStream(client.GetStream(), leaveInnerStreamOpen: false, (_, _, _, _) => true);
#pragma warning restore CA5359
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "one.example", EnabledSslProtocols = protocol });
        return (tls.SslProtocol, tls.RemoteCertificate?.Subject ?? "");
    }

    private void Write(string name) => SelfSigned.Write(Certificate, name, DateTimeOffset.UnixEpoch.AddYears(70));

    // Every look at the clock is an hour later.
    private sealed class Hours : TimeProvider
    {
        private int hours;

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddHours(Interlocked.Increment(ref hours));
    }
}
