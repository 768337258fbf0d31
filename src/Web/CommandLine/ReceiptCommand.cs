using System.CommandLine;
using System.Security.Cryptography;
using Earshot.Platform;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Privacy;
using Npgsql;

namespace Earshot.Web.CommandLine;

/// <summary><c>earshot receipt verify</c> checks a receipt with nothing but the file; <c>earshot receipt key</c> shows the key to compare.</summary>
internal static class ReceiptCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "The receipt, as it was downloaded." };
        var key = new Option<FileInfo?>("--key") { Description = "Public key that must have signed it (PEM). Without it the key inside the file is used and its id is shown." };
        var verify = new Command("verify", "Check a receipt offline. The exit code is 1 when a byte of it was changed.") { file, key };
        verify.SetAction((parsed, ct) => VerifyAsync(parsed.GetRequiredValue(file), parsed.GetValue(key), ct));
        var show = new Command("key", "Show the public key of this installation (PEM), and its id.");
        show.SetAction((_, ct) => ShowKeyAsync(ct));
        return new Command("receipt", "Signed receipts of what was erased.") { verify, show };
    }

    private static async Task<int> VerifyAsync(FileInfo file, FileInfo? key, CancellationToken ct)
    {
        try
        {
            var trusted = key is null ? null : ReadPem(await File.ReadAllTextAsync(key.FullName, ct));
            var verdict = SignedReceipt.Verify(await File.ReadAllBytesAsync(file.FullName, ct), trusted);
            await Terminal.Out.WriteLineAsync(Line(verdict, isTrusted: trusted is not null));
            return verdict.IsGenuine ? 0 : 1;
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            await Terminal.Error.WriteLineAsync($"The file could not be read. {bad.Message}");
            return 2;
        }
    }

    private static string Line(ReceiptVerdict verdict, bool isTrusted) => verdict.Problem switch
    {
        null when isTrusted => $"genuine  signed by the given key {verdict.KeyId}",
        null => $"genuine  signed by key {verdict.KeyId}: compare it with what the installation shows at /.well-known/earshot-receipt-key.pem, or give --key",
        "changed" => "NOT GENUINE  changed since it was signed",
        "other_key" => "NOT GENUINE  signed by another key",
        "not_canonical" => "NOT GENUINE  not written the way receipts are",
        _ => "NOT GENUINE  not a receipt",
    };

    internal static byte[] ReadPem(string pem)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(pem);
        return key.ExportSubjectPublicKeyInfo();
    }

    private static async Task<int> ShowKeyAsync(CancellationToken ct)
    {
        try
        {
            var settings = await PlatformSettings.ReadAsync(Environment.GetEnvironmentVariable, ct);
            await using var source = new DatabaseSettings(settings.Database, settings.MasterKey).OpenApp();
            var pem = await PrivacyDataModule.PublicKeyAsync(source, settings.MasterKey, ct);
            await Terminal.Out.WriteAsync(pem);
            await Terminal.Out.WriteLineAsync($"key {SignedReceipt.KeyIdOf(ReadPem(pem))}");
            return 0;
        }
        catch (PlatformSettingsException bad)
        {
            await Terminal.Error.WriteLineAsync(bad.Message);
            return 2;
        }
    }
}
