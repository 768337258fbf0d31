using Earshot.Analysis.Model;
using Earshot.Analysis.Scorecards;
using Earshot.Analysis.Stored;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Scoring.Reviews;
using Earshot.Platform.Scoring.Scorecards;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Scoring.Calls;

/// <summary>Scores one stored call by every published version, with the save that follows.</summary>
public sealed class ScoreCallByVersions(PlatformDb db, WordBooks books)
{
    public async Task RunAsync(Guid call, StoredCall stored, CancellationToken ct)
    {
        var book = await books.ReadAsync(db, ct);
        var versions = await PublishedAsync(ct);
        foreach (var version in versions)
        {
            var score = new ScoreStoredCalls(version.Scorecard, book, await FindUnsureCriteria.OfVersionAsync(db, version.No, ct)).Run(stored.Words, stored.Facts);
            db.AlsoExecute(
                $"""
                insert into scoring.scores (organization_id, version_no, call_id, score, failed, answers, places)
                values ({db.Organization}, {version.No}, {call}, {(float?)score.Score}, {score.Failed}, {score.Answers}, {score.Places})
                on conflict (organization_id, version_no, call_id) do update set score = excluded.score, failed = excluded.failed, answers = excluded.answers, places = excluded.places
                """);
        }

        if (versions.Count > 0)
        {
            ShowScores.OfCall(db, call);
        }
    }

    /// <summary>Questions of published scorecards to a model.</summary>
    public async Task<IReadOnlyList<ModelQuestion>> QuestionsAsync(CancellationToken ct)
    {
        var asked = (await PublishedAsync(ct)).SelectMany(AskedOf);
        return [.. asked.Select(criterion => new ModelQuestion(criterion.Source)).DistinctBy(question => question.Key)];
    }

    /// <returns>When a scorecard with such questions was last published; null when there is none.</returns>
    public async Task<DateTimeOffset?> NewestQuestionsAsync(CancellationToken ct) =>
        (await PublishedAsync(ct)).Where(version => AskedOf(version).Any()).Max(version => version.PublishedAt);

    /// <summary>Those of the questions that these facts hold no answer to.</summary>
    public static IReadOnlyList<ModelQuestion> Open(IReadOnlyList<ModelQuestion> questions, byte[] facts)
    {
        var answered = StoredFacts.Answered(facts);
        return [.. questions.Where(question => !answered.Contains(question.Key))];
    }

    private static IEnumerable<ScorecardCriterion> AskedOf(VersionLine version) =>
        version.Scorecard.Sections.SelectMany(section => section.Criteria).Where(criterion => criterion.Method == AnswerMethod.Model);

    private Task<List<VersionLine>> PublishedAsync(CancellationToken ct) => db.Set<ScorecardVersion>().Where(row => row.State == ScorecardVersion.Published)
        .Select(row => new VersionLine(row.No, row.Version, row.State, row.Definition, row.CreatedAt, row.PublishedAt)).ToListAsync(ct);
}
