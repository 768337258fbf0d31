using System.Text.Json.Nodes;
using Earshot.Platform.Kernel.Database;

namespace Earshot.Platform.Privacy.Receipts;

/// <summary>Signs a statement on an erasure and adds it to the caller's transaction.</summary>
public sealed class WriteErasureReceipt(PlatformDb db, SignReceipt sign, TimeProvider clock)
{
    /// <param name="kind">retention, person or organization.</param>
    /// <param name="subject">The data set, the case, or the organization.</param>
    /// <param name="statement">What was erased and what stayed; ids, counts and dates alone.</param>
    /// <param name="ct">Stops the work.</param>
    /// <returns>Id of the receipt.</returns>
    public async Task<Guid> RunAsync(string kind, string subject, JsonObject statement, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        statement["type"] = $"earshot.erasure.{kind}";
        statement["version"] = 1;
        statement["id"] = id.ToString();
        statement["organization"] = db.Organization.ToString();
        statement["subject"] = subject;
        statement["erased_at"] = SignReceipt.Moment(now);
        var signature = await sign.RunAsync(statement, ct);
        var receipt = new ErasureReceipt
        {
            OrganizationId = db.Organization,
            Id = id,
            Kind = kind,
            Subject = subject,
            Body = SignReceipt.Canonical(statement),
            KeyId = signature.KeyId,
            Signature = signature.Signature,
            CreatedAt = now,
        };
        db.Add(receipt);
        return id;
    }
}
