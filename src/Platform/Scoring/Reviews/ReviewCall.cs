using Earshot.Analysis.Scorecards;
using Earshot.Masking;
using Earshot.Platform.Accounts;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Jobs;
using Earshot.Platform.Scoring.Calls;
using Earshot.Platform.Scoring.Scorecards;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Scoring.Reviews;

/// <summary>A person answers the criteria of a call. An override counts instead of the machine's answers, with its reason.</summary>
public sealed class ReviewCall(PlatformDb db, Actor actor, AuditLog audit, Masker masker, JobQueue jobs, TimeProvider clock)
{
    /// <param name="callId">Which call; the caller has checked that the person may see it.</param>
    /// <param name="versionNo">By which version of a scorecard.</param>
    /// <param name="answers">A letter for each criterion: y, n or -.</param>
    /// <param name="reason">Why; masked before it is kept.</param>
    /// <param name="isOverride">Counts instead of the machine's answers.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task<Result<Guid>> RunAsync(Guid callId, int versionNo, string answers, string reason, bool isOverride, CancellationToken ct)
    {
        if (await db.Set<ScorecardVersion>().SingleOrDefaultAsync(row => row.No == versionNo, ct) is not { } version || ScorecardFormat.Read(version.Definition).Scorecard is not { } scorecard)
        {
            return ScoringFailures.NotFound;
        }

        var criteria = scorecard.Sections.SelectMany(section => section.Criteria).ToArray();
        if (answers.Length != criteria.Length || answers.Any(answer => answer is not ('y' or 'n' or '-')))
        {
            return ScoringFailures.BadAnswers;
        }

        if (MaskedWords.Of(masker, reason) is not { } said)
        {
            return string.IsNullOrWhiteSpace(reason) ? ScoringFailures.NoReason : ScoringFailures.NotMasked;
        }

        var (score, failed) = ScoreAnswers.Run(criteria, answers);
        var review = Keep(callId, versionNo, answers, said, isOverride, score, failed);
        if (isOverride)
        {
            db.AlsoExecute($"update scoring.scores set score = {(float?)score}, failed = {failed}, answers = {answers} where organization_id = {db.Organization} and version_no = {versionNo} and call_id = {callId}");
            ShowScores.OfCall(db, callId);
            db.AlsoExecute($"insert into scoring.dirty_days select organization_id, scoring.day_of(started_at) from scoring.calls where organization_id = {db.Organization} and call_id = {callId} on conflict do nothing");
        }

        jobs.Enqueue(db, FindUnsureCriteria.Kind, callId);
        await audit.RecordAsync(isOverride ? "score.overridden" : "score.reviewed", "call", callId, "quality_control", null, null, ct);
        await db.SaveChangesAsync(ct);
        return review.Id;
    }

    private Review Keep(Guid callId, int versionNo, string answers, string said, bool isOverride, double? score, bool failed)
    {
        var now = clock.GetUtcNow();
        return db.Add(new Review
        {
            OrganizationId = db.Organization,
            Id = Guid.CreateVersion7(now),
            VersionNo = versionNo,
            CallId = callId,
            ReviewerId = actor.RequireUser(),
            Answers = answers,
            Score = (float?)score,
            Failed = failed,
            Reason = said,
            IsOverride = isOverride,
            CreatedAt = now,
        }).Entity;
    }
}

/// <summary>The score that answers give.</summary>
public static class ScoreAnswers
{
    public static (double? Score, bool Failed) Run(IReadOnlyList<ScorecardCriterion> criteria, string answers)
    {
        var counted = criteria.Zip(answers).Where(pair => pair.Second is 'y' or 'n').ToArray();
        var failed = counted.Any(pair => pair.First.Critical && pair.Second == 'n');
        var total = counted.Sum(pair => pair.First.Weight);
        return (total <= 0 ? null : failed ? 0 : Math.Round(counted.Where(pair => pair.Second == 'y').Sum(pair => pair.First.Weight) / total * 100, 1), failed);
    }
}

/// <summary>What people write about a call is masked as what was said in it.</summary>
internal static class MaskedWords
{
    private const int Longest = 2_000;

    /// <returns>Null when there is nothing, too much, or what cannot be masked.</returns>
    public static string? Of(Masker masker, string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length is 0 or > Longest)
        {
            return null;
        }

        var masked = masker.Mask(new Conversation(null, [new Turn("agent", trimmed)]));
        return masked.IsMasked ? masked.Value.Turns[0].Text.Value : null;
    }
}
