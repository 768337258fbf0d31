using System.Globalization;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Privacy.PersonalData;

/// <summary>Corrects or completes a person's data wherever it stands. The old value is kept nowhere; the audit log knows that and how often it changed.</summary>
public sealed class CorrectPerson(FindPerson find, PlatformDb db, AuditLog audit)
{
    /// <returns>Records that were changed.</returns>
    public async Task<int> RunAsync(IReadOnlyList<HeldRecord> records, Correction correction, Guid caseId, CancellationToken ct)
    {
        await find.ShowRestrictedAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var changed = 0;
        foreach (var holder in find.Holders)
        {
            changed += await holder.CorrectAsync(records, correction, ct);
        }

        await audit.RecordAsync("person.corrected", "request", caseId, "subject_request", null, string.Create(CultureInfo.InvariantCulture, $$"""{"field":"{{correction.Field}}","records":{{changed}}}"""), ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return changed;
    }
}
