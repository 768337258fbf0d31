using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using Earshot.Platform;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Privacy.AuditTrail;
using Npgsql;

namespace Earshot.Web.CommandLine;

/// <summary><c>earshot audit verify</c>: recomputes the hash chains of the audit log and says whether anything was changed.</summary>
internal static class AuditCommand
{
    public static Command Create()
    {
        var verify = new Command("verify", "Check that no event of the audit log was changed, taken out or put in.");
        var file = new Option<FileInfo?>("--file") { Description = "An exported log to check instead: needs no database." };
        var key = new Option<FileInfo?>("--key") { Description = "Public key that must have signed the file (PEM), see earshot receipt key." };
        verify.Add(file);
        verify.Add(key);
        verify.SetAction((parsed, ct) => parsed.GetValue(file) is { } exported ? VerifyFileAsync(exported, parsed.GetValue(key), ct) : RunAsync(ct));
        return new Command("audit", "The audit log.") { verify };
    }

    private static async Task<int> RunAsync(CancellationToken ct)
    {
        var settings = await PlatformSettings.ReadAsync(Environment.GetEnvironmentVariable, ct);
        await using var owner = NpgsqlDataSource.Create(settings.Database);
        var verify = new VerifyAudit(owner, settings.MasterKey);
        var broken = 0;
        foreach (var organization in await OrganizationsAsync(owner, ct))
        {
            var verdict = await verify.RunAsync(organization, ct);
            broken += verdict.IsWhole ? 0 : 1;
            await Terminal.Out.WriteLineAsync(Line(verdict));
        }

        await Terminal.Out.WriteLineAsync(broken == 0 ? "The audit log is whole." : string.Create(CultureInfo.InvariantCulture, $"{broken} chains are broken."));
        return broken == 0 ? 0 : 1;
    }

    private static async Task<int> VerifyFileAsync(FileInfo file, FileInfo? key, CancellationToken ct)
    {
        try
        {
            var trusted = key is null ? null : ReceiptCommand.ReadPem(await File.ReadAllTextAsync(key.FullName, ct));
            var verdict = VerifyAuditFile.Run(File.ReadLines(file.FullName), trusted);
            await Terminal.Out.WriteLineAsync(verdict.IsWhole
                ? string.Create(CultureInfo.InvariantCulture, $"{verdict.Events} events  whole  signed by key {verdict.KeyId}")
                : string.Create(CultureInfo.InvariantCulture, $"{verdict.Events} events  BROKEN at {verdict.At}: {verdict.Problem}"));
            return verdict.IsWhole ? 0 : 1;
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            await Terminal.Error.WriteLineAsync($"The file could not be read. {bad.Message}");
            return 2;
        }
    }

    private static string Line(AuditVerdict verdict) => string.Create(
        CultureInfo.InvariantCulture,
        $"{verdict.Organization}  {verdict.Events} events  {Outcome(verdict)}");

    private static string Outcome(AuditVerdict verdict) => verdict.IsWhole
        ? "whole"
        : string.Create(CultureInfo.InvariantCulture, $"BROKEN at {verdict.BrokenAt}: {verdict.Problem}");

    internal static async Task<List<Guid>> OrganizationsAsync(NpgsqlDataSource owner, CancellationToken ct)
    {
        await using var select = owner.CreateCommand("select organization_id from kernel.audit_events union select organization_id from kernel.audit_seals order by 1");
        await using var reader = await select.ExecuteReaderAsync(ct);
        var organizations = new List<Guid>();
        while (await reader.ReadAsync(ct))
        {
            organizations.Add(reader.GetGuid(0));
        }

        return organizations;
    }
}
