using Earshot.Masking;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Calls.Pipeline;

/// <summary>The call of this attempt and its texts, read once. Steps that join each other in one transaction see here what the one before made.</summary>
internal sealed class CallInWork(PlatformDb db)
{
    private Call? call;

    public StoredTranscript? Text { get; private set; }

    /// <summary>What masking made in this attempt; null where masking was done before.</summary>
    public MaskedConversation? Masked { get; set; }

    /// <returns>The call; null when it is gone or over.</returns>
    public async Task<Call?> FindAsync(Guid? id, CancellationToken ct)
    {
        if (call is null)
        {
            var found = await (
                from row in db.Set<Call>()
                join transcript in db.Set<StoredTranscript>() on row.Id equals transcript.CallId into texts
                from text in texts.DefaultIfEmpty()
                where row.Id == id
                select new { row, text }).SingleOrDefaultAsync(ct);
            (call, Text) = (found?.row, found?.text);
        }

        return call is { IsOver: false } ? call : null;
    }
}
