using System.CommandLine;
using System.Globalization;
using Earshot.Platform;
using Earshot.Platform.Kernel.Audit;
using Npgsql;

namespace Earshot.Web.CommandLine;

/// <summary><c>earshot audit verify</c>: recomputes the hash chains of the audit log and says whether anything was changed.</summary>
internal static class AuditCommand
{
    public static Command Create()
    {
        var verify = new Command("verify", "Check that no event of the audit log was changed, taken out or put in.");
        verify.SetAction((_, ct) => RunAsync(ct));
        return new Command("audit", "The audit log.") { verify };
    }

    private static async Task<int> RunAsync(CancellationToken ct)
    {
        var settings = PlatformSettings.Read(Environment.GetEnvironmentVariable);
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

    private static string Line(AuditVerdict verdict) => string.Create(
        CultureInfo.InvariantCulture,
        $"{verdict.Organization}  {verdict.Events} events  {Outcome(verdict)}");

    private static string Outcome(AuditVerdict verdict) => verdict.IsWhole
        ? "whole"
        : string.Create(CultureInfo.InvariantCulture, $"BROKEN at {verdict.BrokenAt}: {verdict.Problem}");

    private static async Task<List<Guid>> OrganizationsAsync(NpgsqlDataSource owner, CancellationToken ct)
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
