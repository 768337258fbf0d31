using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Privacy.Controls;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Privacy.Documents;

/// <summary>An invented operator and its published documents, for an installation that only shows how it would be.</summary>
public sealed class LoadDemoOperator(PlatformDb db, SaveOperator save, PublishDocuments publish, KeepAssurance assure, TimeProvider clock)
{
    private static readonly Operator Invented = new()
    {
        Name = "Earshot Demo",
        TaxId = "0000000000",
        RegistrationNumber = "0000000000000",
        RegistryNumber = "00-00-000000",
        Address = "1 Example Street, Sampletown",
        Email = "privacy@earshot.example",
        Responsible = "Vera Example",
    };

    /// <summary>Does nothing where somebody has given details already.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        if (!await db.Database.SqlQuery<bool>($"""select exists (select from privacy.operator) as "Value" """).SingleAsync(ct) && (await save.RunAsync(Invented, ct)).IsOk)
        {
            await publish.RunAsync(ct);
            await AssureAsync(ct);
        }
    }

    private async Task AssureAsync(CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        foreach (var kind in KeepAssurance.Kinds)
        {
            await assure.AddAsync(new Assurance(kind, "Invented, for the demo", today, today.AddYears(1)), ct);
        }
    }
}
