using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Privacy.Exit;

/// <summary>Where an organization stands on its way out.</summary>
public sealed record ExitState(string Name, string State, DateTimeOffset? ClosingAt);

/// <summary>Orders the end of the organization, or takes the order back while there is time.</summary>
public sealed class CloseOrganization(PlatformDb db, AuditLog audit, TimeProvider clock)
{
    /// <summary>The law gives thirty days from the order (clause A21).</summary>
    public const int MostDays = 30;

    public static readonly Failure WrongName = new(FailureKind.Invalid, "exit_name", "The name is not that of the organization.");
    public static readonly Failure BadDay = new(FailureKind.Invalid, "exit_day", "Choose a day from tomorrow up to thirty days ahead.");
    public static readonly Failure IsClosed = new(FailureKind.Conflict, "exit_closed", "The organization is closed.");

    public async Task<ExitState> ReadAsync(CancellationToken ct) => await db.Database.SqlQuery<ExitState>(
        $"""select name as "Name", state as "State", closing_at as "ClosingAt" from accounts.organizations where organization_id = kernel.current_tenant()""").SingleAsync(ct);

    /// <param name="name">The organization's name, typed again.</param>
    /// <param name="days">In how many days everything goes.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task<Result<Done>> RunAsync(string? name, int days, CancellationToken ct)
    {
        var organization = await ReadAsync(ct);
        if (!string.Equals(organization.Name, name?.Trim(), StringComparison.Ordinal))
        {
            return WrongName;
        }

        if (days is < 1 or > MostDays)
        {
            return BadDay;
        }

        return organization.State == "closed" ? IsClosed : await WriteAsync("closing", clock.GetUtcNow().AddDays(days), "organization.closing", ct);
    }

    /// <summary>The organization stays.</summary>
    public async Task<Result<Done>> KeepAsync(CancellationToken ct) =>
        (await ReadAsync(ct)).State == "closing" ? await WriteAsync("active", null, "organization.kept", ct) : IsClosed;

    private async Task<Result<Done>> WriteAsync(string state, DateTimeOffset? at, string action, CancellationToken ct)
    {
        db.AlsoExecute($"update accounts.organizations set state = {state}, closing_at = {at} where organization_id = {db.Organization}");
        await audit.RecordAsync(action, "organization", db.Organization, "administration", null, null, ct);
        await db.SaveChangesAsync(ct);
        return default(Done);
    }
}
