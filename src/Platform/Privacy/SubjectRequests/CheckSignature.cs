using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Earshot.Platform.Privacy.SubjectRequests;

/// <summary>What a detached signature says.</summary>
/// <param name="State">One of <see cref="SignatureStates"/>.</param>
/// <param name="Signer">The name in the certificate. Whether its issuer is to be trusted is for the desk to judge.</param>
public sealed record SignatureVerdict(string State, string? Signer);

/// <summary>States of a signature.</summary>
public static class SignatureStates
{
    public const string None = "none";
    public const string Genuine = "genuine";
    public const string Broken = "broken";
    public const string Unreadable = "unreadable";

    /// <summary>A GOST signature (1.2.643…): the framework can't check it, the desk must with a certified tool.</summary>
    public const string UnknownAlgorithm = "unknown_algorithm";

    public static readonly IReadOnlyList<string> All = [None, Genuine, Broken, Unreadable, UnknownAlgorithm];
}

/// <summary>Checks a detached electronic signature (CMS, RFC 5652) over a file (clause A69).</summary>
internal static class CheckSignature
{
    private const string Gost = "1.2.643.";

    /// <param name="content">The file.</param>
    /// <param name="signature">The detached signature, DER or PEM; null: none came.</param>
    public static SignatureVerdict Run(byte[] content, byte[]? signature)
    {
        if (signature is null)
        {
            return new SignatureVerdict(SignatureStates.None, null);
        }

        return Read(content, signature) is { SignerInfos.Count: > 0 } cms ? Judge(cms) : new SignatureVerdict(SignatureStates.Unreadable, null);
    }

    private static SignedCms? Read(byte[] content, byte[] signature)
    {
        try
        {
            var cms = new SignedCms(new ContentInfo(content), detached: true);
            cms.Decode(Binary(signature));
            return cms;
        }
        catch (Exception bad) when (bad is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private static byte[] Binary(byte[] signature)
    {
        var text = System.Text.Encoding.Latin1.GetString(signature);
        return PemEncoding.TryFind(text, out var fields) ? Convert.FromBase64String(text[fields.Base64Data]) : signature;
    }

    private static SignatureVerdict Judge(SignedCms cms)
    {
        var signer = cms.SignerInfos[0];
        var name = signer.Certificate?.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
        if (signer.DigestAlgorithm.Value?.StartsWith(Gost, StringComparison.Ordinal) == true)
        {
            return new SignatureVerdict(SignatureStates.UnknownAlgorithm, name);
        }

        try
        {
            cms.CheckSignature(verifySignatureOnly: true);
            return new SignatureVerdict(SignatureStates.Genuine, name);
        }
        catch (CryptographicException)
        {
            return new SignatureVerdict(SignatureStates.Broken, name);
        }
    }
}
