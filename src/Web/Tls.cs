using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Earshot.Platform;
using Earshot.Platform.Kernel.Egress;

namespace Earshot.Web;

/// <summary>
/// HTTPS by this server itself, TLS 1.3 alone: EARSHOT_TLS_CERTIFICATE names a PEM file with the certificate and its chain, EARSHOT_TLS_KEY
/// the key. Renewed files are taken up within a minute, without a restart; broken ones leave the old certificate in use.
/// </summary>
internal sealed partial class Tls(string certificate, string key, TimeProvider clock, ILogger log) : IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private X509Certificate2? current;
    private DateTime changed;
    private DateTimeOffset looked;

    /// <exception cref="PlatformSettingsException">One file is named and the other is not.</exception>
    public static void Configure(WebApplicationBuilder builder, Func<string, string?> environment)
    {
        var (certificate, key) = (environment("EARSHOT_TLS_CERTIFICATE"), environment("EARSHOT_TLS_KEY"));
        if (string.IsNullOrEmpty(certificate) && string.IsNullOrEmpty(key))
        {
            return;
        }

        if (!File.Exists(certificate) || !File.Exists(key))
        {
            throw new PlatformSettingsException("EARSHOT_TLS_CERTIFICATE and EARSHOT_TLS_KEY must both name PEM files that can be read.");
        }

        builder.Services.AddSingleton(services => new Tls(certificate, key, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<Tls>>()));
        builder.Services.AddSingleton<OwnCertificate>(services => services.GetRequiredService<Tls>().Current);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https =>
        {
            https.SslProtocols = SslProtocols.Tls13;
            https.ServerCertificateSelector = (_, _) => kestrel.ApplicationServices.GetRequiredService<Tls>().Current();
        }));
    }

    /// <summary>The certificate to show now.</summary>
    public X509Certificate2 Current()
    {
        lock (gate)
        {
            if (current is null || clock.GetUtcNow() - looked > Every)
            {
                looked = clock.GetUtcNow();
                Look();
            }

            return current ?? throw new InvalidOperationException("There is no certificate.");
        }
    }

    public void Dispose() => current?.Dispose();

    private void Look()
    {
        var stamp = File.GetLastWriteTimeUtc(certificate);
        if (stamp == changed)
        {
            return;
        }

        try
        {
            current = X509Certificate2.CreateFromPemFile(certificate, key);
            changed = stamp;
        }
        catch (Exception bad) when (current is not null && bad is CryptographicException or IOException)
        {
            LogKept(log, bad.GetType().Name); // half-written, perhaps: the next look takes it
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The renewed certificate can't be read ({Failure}); the old one stays in use")]
    private static partial void LogKept(ILogger log, string failure);
}
