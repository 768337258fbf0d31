using Earshot.Masking;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Calls.Browse;

/// <summary>Brings back masked conversations; the seal is checked on the way.</summary>
public sealed class ReadMaskedText(PlatformDb db, TenantCipher cipher)
{
    /// <returns>By call; a call without masked text is absent.</returns>
    public async Task<IReadOnlyDictionary<Guid, MaskedConversation>> RunAsync(Guid[] calls, CancellationToken ct)
    {
        var key = await MaskSeal.KeyAsync(cipher, db.Organization, ct);
        var rows = await db.Database.SqlQuery<StoredText>(
            $"""
            select call_id as "CallId", masked as "Masked" from calls.transcripts
            where organization_id = kernel.current_tenant() and call_id = any({calls}) and masked is not null
            """).ToListAsync(ct);
        return rows.ToDictionary(row => row.CallId, row => MaskedConversationFormat.Read(row.Masked, key));
    }

    private sealed record StoredText(Guid CallId, byte[] Masked);
}
