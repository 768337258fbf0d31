using System.Text.Json;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Privacy.Retention;

/// <summary>Changes how long the organization keeps a set of data, inside the bounds.</summary>
public sealed class SetPeriod(PlatformDb db, AuditLog audit, AuditActor actor, TimeProvider clock)
{
    public static readonly Failure NotChangeable = new(FailureKind.Invalid, "retention_not_changeable", "The period of this data is fixed.");

    public static readonly Failure OutOfBounds = new(FailureKind.Invalid, "retention_out_of_bounds", "The period must be inside the bounds that the page shows.");

    public async Task<Result<Done>> RunAsync(string dataSet, int amount, CancellationToken ct)
    {
        if (DataSets.All.SingleOrDefault(set => set.Id == dataSet) is not { Bounds: { } bounds } set)
        {
            return NotChangeable;
        }

        if (amount < bounds.Least || amount > bounds.Most)
        {
            return OutOfBounds;
        }

        Store(set.Id, amount);
        var details = JsonSerializer.Serialize(new Dictionary<string, object> { ["set"] = set.Id, ["amount"] = amount });
        await audit.RecordAsync("retention.changed", "data_set", null, "administration", null, details, ct);
        await db.SaveChangesAsync(ct);
        return default(Done);
    }

    // The period of transcripts stands with the other settings of the organization.
    private void Store(string dataSet, int amount)
    {
        if (dataSet == DataSets.CallContent)
        {
            db.AlsoExecute($"update accounts.organizations set retention_months = {amount} where organization_id = {db.Organization}");
            return;
        }

        db.AlsoExecute(
            $"""
            insert into privacy.retention_settings (organization_id, data_set, amount, changed_by, changed_at)
            values ({db.Organization}, {dataSet}, {amount}, {actor.Id}, {clock.GetUtcNow()})
            on conflict (organization_id, data_set) do update set amount = excluded.amount, changed_by = excluded.changed_by, changed_at = excluded.changed_at
            """);
    }
}
