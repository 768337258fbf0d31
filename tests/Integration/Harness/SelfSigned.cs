using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Earshot.Integration.Harness;

/// <summary>A certificate that nobody vouches for, as PEM files.</summary>
internal static class SelfSigned
{
    /// <summary>The key goes beside it: <c>PATH.key</c>.</summary>
    public static void Write(string path, string name, DateTimeOffset until)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(50), until);
        File.WriteAllText(path + ".key", key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(path, made.ExportCertificatePem());
    }

    /// <summary>What names it to the server.</summary>
    public static Func<string, string?> Settings(string path) => name => name switch
    {
        "EARSHOT_TLS_CERTIFICATE" => path,
        "EARSHOT_TLS_KEY" => path + ".key",
        _ => null,
    };
}
