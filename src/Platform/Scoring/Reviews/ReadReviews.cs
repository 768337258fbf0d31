using Earshot.Analysis;
using Earshot.Analysis.Scorecards;
using Earshot.Analysis.Stored;
using Earshot.Masking;
using Earshot.Platform.Accounts;
using Earshot.Platform.Calls;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Scoring.Calls;
using Earshot.Platform.Scoring.Scorecards;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Scoring.Reviews;

/// <summary>A criterion with the machine's answer and the words behind it.</summary>
public sealed record JudgedCriterion(ScorecardCriterion Criterion, string Section, char Answer, IReadOnlyList<Quote> Quotes);

/// <summary>What a person answered.</summary>
public sealed record ReviewLine(Guid ReviewerId, string Answers, float? Score, string Reason, bool IsOverride, DateTimeOffset CreatedAt);

/// <summary>What the agent said, and what was answered.</summary>
public sealed record AppealLine(Guid Id, Guid CallId, Guid UserId, string State, string Reason, string? Answer, DateTimeOffset CreatedAt);

/// <summary>A call by one scorecard, with what people say of it.</summary>
/// <param name="IsBlind">Others have answered too, and this person sees their answers only after own ones.</param>
public sealed record JudgedCall(
    int VersionNo, string Scorecard, int Version, double? Score, bool Failed, IReadOnlyList<JudgedCriterion> Criteria, IReadOnlyList<ReviewLine> Reviews, IReadOnlyList<AppealLine> Appeals,
    bool IsBlind, bool Repeats, string MaskerVersion, string AnalystVersion, string? Engine)
{
    /// <summary>The score as the page of a call shows it.</summary>
    public ScorecardResult Result => new(
        Scorecard, Version, Score, Failed,
        [
            .. Criteria.Select(line => new CriterionResult(
                line.Criterion.Id, line.Criterion.Title, line.Section, line.Criterion.Weight, line.Criterion.Critical, AnswerOf(line.Answer),
                line.Criterion.Method.ToString().ToLowerInvariant(), line.Quotes)),
        ]);

    private static CriterionAnswer AnswerOf(char letter) => letter switch
    {
        'y' => CriterionAnswer.Yes,
        'n' => CriterionAnswer.No,
        '-' => CriterionAnswer.NotApplicable,
        _ => CriterionAnswer.Open,
    };
}

/// <summary>How well judges agree on a criterion.</summary>
/// <param name="Id">The criterion.</param>
/// <param name="Title">What a person reads.</param>
/// <param name="Method">How the machine answers it.</param>
/// <param name="People">Kappa between people; null when no two of them judged the same call.</param>
/// <param name="Machine">Kappa between people and the machine.</param>
/// <param name="Calls">Calls that people judged.</param>
public sealed record Agreement(string Id, string Title, string Method, double? People, double? Machine, int Calls);

/// <summary>Reads what people say of scores, and how well they agree.</summary>
public sealed class ReadReviews(PlatformDb db, Actor actor, TenantCipher cipher, WordBooks books)
{
    private const int Newest = 2_000;

    /// <summary>The call by each published scorecard that scored it, scored once more to see whether the answers repeat.</summary>
    public async Task<IReadOnlyList<JudgedCall>> OfCallAsync(Guid callId, CancellationToken ct)
    {
        var stored = await db.Database.SqlQuery<StoredRow>(
            $"""
            select c.words as "Words", c.facts as "Facts", c.masker_version as "MaskerVersion", c.analyst_version as "AnalystVersion", c.engine as "Engine", t.masked as "Masked"
            from scoring.calls c join calls.transcripts t on t.organization_id = c.organization_id and t.call_id = c.call_id
            where c.organization_id = kernel.current_tenant() and c.call_id = {callId} and t.masked is not null
            """).SingleOrDefaultAsync(ct);
        if (stored is null)
        {
            return [];
        }

        var key = await MaskSeal.KeyAsync(cipher, db.Organization, ct);
        var conversation = MaskedConversationFormat.Read(stored.Masked, key);
        var book = await books.ReadAsync(db, ct);
        var scores = await db.Database.SqlQuery<ScoreRow>(
            $"""
            select s.version_no as "VersionNo", v.version as "Version", v.definition as "Definition", s.score as "Score", s.failed as "Failed", s.answers as "Answers", s.places as "Places"
            from scoring.scores s join scoring.versions v on v.organization_id = s.organization_id and v.no = s.version_no and v.state = 'published'
            where s.organization_id = kernel.current_tenant() and s.call_id = {callId}
            """).ToListAsync(ct);
        var judged = new List<JudgedCall>();
        foreach (var score in scores)
        {
            judged.Add(await JudgeAsync(callId, stored, conversation, book, score, ct));
        }

        return judged;
    }

    /// <summary>Appeals that wait for an answer.</summary>
    public async Task<IReadOnlyList<AppealLine>> OpenAppealsAsync(CancellationToken ct) =>
        await db.Set<Appeal>().Where(row => row.State == Appeal.Open).OrderBy(row => row.CreatedAt).Take(100)
            .Select(row => new AppealLine(row.Id, row.CallId, row.UserId, row.State, row.Reason, row.Answer, row.CreatedAt)).ToListAsync(ct);

    /// <summary>Calibration: how well people agree with each other and with the machine, by criterion.</summary>
    public async Task<IReadOnlyList<Agreement>> AgreementsAsync(VersionLine version, CancellationToken ct)
    {
        var reviews = await db.Set<Review>().Where(row => row.VersionNo == version.No).OrderByDescending(row => row.CreatedAt).Take(Newest)
            .Select(row => new { row.CallId, row.ReviewerId, row.Answers }).ToListAsync(ct);
        var ids = reviews.Select(row => row.CallId).Distinct().ToArray();
        var stored = await db.Database.SqlQuery<WordsRow>(
            $"""select call_id as "CallId", words as "Words", facts as "Facts" from scoring.calls where organization_id = kernel.current_tenant() and call_id = any({ids})""").ToListAsync(ct);
        var scorer = new ScoreStoredCalls(version.Scorecard, await books.ReadAsync(db, ct));
        var machine = stored.ToDictionary(row => row.CallId, row => scorer.Run(row.Words, row.Facts).Answers);
        var calls = reviews.DistinctBy(row => (row.CallId, row.ReviewerId)).GroupBy(row => row.CallId).Select(group => (Id: group.Key, Answers: group.Select(row => row.Answers).ToArray())).ToArray();
        return
        [
            .. version.Scorecard.Sections.SelectMany(section => section.Criteria).Select((criterion, i) => new Agreement(
                criterion.Id,
                criterion.Title,
                criterion.Method.ToString().ToLowerInvariant(),
                Kappa.Of([.. calls.Where(call => call.Answers.Length > 1).Select(call => (call.Answers[0][i], call.Answers[1][i]))]),
                Kappa.Of([.. calls.Where(call => machine.TryGetValue(call.Id, out var answers) && answers[i] != 'o').SelectMany(call => call.Answers.Select(answers => (answers[i], machine[call.Id][i])))]),
                calls.Length)),
        ];
    }

    private async Task<JudgedCall> JudgeAsync(Guid callId, StoredRow stored, MaskedConversation conversation, WordBook book, ScoreRow score, CancellationToken ct)
    {
        var scorecard = ScorecardFormat.Read(score.Definition).Scorecard ?? throw new InvalidOperationException("A published scorecard works no more.");
        var again = new ScoreStoredCalls(scorecard, book, await FindUnsureCriteria.OfVersionAsync(db, score.VersionNo, ct)).Run(stored.Words, stored.Facts);
        var quotes = StoredPlaces.Read(score.Places, conversation);
        var reviews = await db.Set<Review>().Where(row => row.CallId == callId && row.VersionNo == score.VersionNo).OrderBy(row => row.CreatedAt)
            .Select(row => new ReviewLine(row.ReviewerId, row.Answers, row.Score, row.Reason, row.IsOverride, row.CreatedAt)).ToListAsync(ct);
        var appeals = await db.Set<Appeal>().Where(row => row.CallId == callId && row.VersionNo == score.VersionNo).OrderBy(row => row.CreatedAt)
            .Select(row => new AppealLine(row.Id, row.CallId, row.UserId, row.State, row.Reason, row.Answer, row.CreatedAt)).ToListAsync(ct);
        var isBlind = reviews.Count > 0 && !reviews.Exists(row => row.IsOverride || row.ReviewerId == actor.UserId);
        return new JudgedCall(
            score.VersionNo, scorecard.Name, score.Version, score.Score, score.Failed,
            [.. scorecard.Sections.SelectMany(section => section.Criteria.Select(criterion => (section.Title, criterion))).Select((pair, i) => new JudgedCriterion(pair.criterion, pair.Title, score.Answers[i], [.. quotes[i]]))],
            isBlind ? [] : reviews, appeals, isBlind, again.Answers == score.Answers || reviews.Exists(row => row.IsOverride), stored.MaskerVersion, stored.AnalystVersion, stored.Engine);
    }

    private sealed record StoredRow(byte[] Words, byte[] Facts, string MaskerVersion, string AnalystVersion, string? Engine, byte[] Masked);

    private sealed record ScoreRow(int VersionNo, int Version, string Definition, float? Score, bool Failed, string Answers, byte[] Places);

    private sealed record WordsRow(Guid CallId, byte[] Words, byte[] Facts);
}
