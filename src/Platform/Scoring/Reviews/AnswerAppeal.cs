using Earshot.Masking;
using Earshot.Platform.Accounts;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Scoring.Reviews;

/// <summary>The agent acknowledges a score or appeals against it; a reviewer answers.</summary>
public sealed class AnswerAppeal(PlatformDb db, Actor actor, AuditLog audit, Masker masker, TimeProvider clock)
{
    /// <summary>Seen; with words it is an appeal. The caller has checked that the call is the person's to see.</summary>
    public async Task<Result<Guid>> SayAsync(Guid callId, int versionNo, string words, CancellationToken ct)
    {
        var said = MaskedWords.Of(masker, words);
        if (said is null && !string.IsNullOrWhiteSpace(words))
        {
            return ScoringFailures.NotMasked;
        }

        var now = clock.GetUtcNow();
        var appeal = db.Add(new Appeal
        {
            OrganizationId = db.Organization,
            Id = Guid.CreateVersion7(now),
            VersionNo = versionNo,
            CallId = callId,
            UserId = actor.RequireUser(),
            State = said is null ? Appeal.Acknowledged : Appeal.Open,
            Reason = said ?? string.Empty,
            CreatedAt = now,
        }).Entity;
        await audit.RecordAsync(said is null ? "score.acknowledged" : "score.appealed", "call", callId, "quality_control", null, null, ct);
        await db.SaveChangesAsync(ct);
        return appeal.Id;
    }

    /// <summary>Upholds or rejects an open appeal, with a reason.</summary>
    public async Task<Result<Guid>> DecideAsync(Guid id, bool isUpheld, string words, CancellationToken ct)
    {
        if (await db.Set<Appeal>().SingleOrDefaultAsync(row => row.Id == id && row.State == Appeal.Open, ct) is not { } appeal)
        {
            return ScoringFailures.NoAppeal;
        }

        if (MaskedWords.Of(masker, words) is not { } said)
        {
            return string.IsNullOrWhiteSpace(words) ? ScoringFailures.NoReason : ScoringFailures.NotMasked;
        }

        (appeal.State, appeal.Answer, appeal.AnsweredBy, appeal.AnsweredAt) = (isUpheld ? Appeal.Upheld : Appeal.Rejected, said, actor.UserId, clock.GetUtcNow());
        await audit.RecordAsync("score.appeal_decided", "call", appeal.CallId, "quality_control", null, null, ct);
        await db.SaveChangesAsync(ct);
        return appeal.CallId;
    }
}
