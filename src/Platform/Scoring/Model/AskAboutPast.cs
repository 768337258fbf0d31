using System.Text.Json;
using Earshot.Platform.Calls;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Jobs;
using Earshot.Platform.Scoring.Calls;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Scoring.Model;

/// <summary>
/// Has the model asked about past calls that hold no answer to a published question: after a new question, or after a model was connected.
/// <see cref="WalkPastCalls"/> does it, newest first, no faster than the tokens of a day allow.
/// </summary>
public sealed class AskAboutPast(
    PlatformDb db, AuditLog audit, ReadAnalysisSettings wishes, ScoreCallByVersions scores, IEnumerable<LanguageModel> models, JobQueue jobs, TimeProvider clock)
{
    public const int MostDays = 3650;

    public static readonly Failure BadDays = new(FailureKind.Invalid, "bad_days", "The time to go back is a number of days from 1 to 3,650.");

    public static readonly Failure NoModel = new(
        FailureKind.Conflict, "model_not_asked", "No model is asked here: connect one, and allow it to be asked about new calls, before it goes back to past ones.");

    public static readonly Failure NoQuestions = new(
        FailureKind.Conflict, "no_questions", "No published scorecard asks the model anything. Add a question to one and publish it.");

    public static readonly Failure UnderWay = new(FailureKind.Conflict, "past_asks_running", "The model is going through past calls already. Stop that first.");

    /// <returns>Null when past calls were never asked about.</returns>
    public Task<PastAsk?> FindAsync(CancellationToken ct) => db.Set<PastAsk>().AsNoTracking().SingleOrDefaultAsync(ct);

    /// <summary>Calls that started in the last <paramref name="days"/> days, whether their questions are open or not.</summary>
    public Task<int> CountAsync(int days, CancellationToken ct)
    {
        var from = clock.GetUtcNow().AddDays(-days);
        return db.Database.SqlQuery<int>(
            $"""select count(*)::int as "Value" from scoring.calls where organization_id = kernel.current_tenant() and started_at >= {from}""").SingleAsync(ct);
    }

    public async Task<Result<Done>> StartAsync(int days, CancellationToken ct)
    {
        if (days is < 1 or > MostDays)
        {
            return BadDays;
        }

        if (!models.Any() || !(await wishes.RunAsync(ct)).AsksModel)
        {
            return NoModel;
        }

        if ((await scores.QuestionsAsync(ct)).Count == 0)
        {
            return NoQuestions;
        }

        var before = await db.Set<PastAsk>().SingleOrDefaultAsync(ct);
        if (before is { IsRunning: true })
        {
            return UnderWay;
        }

        await BeginAsync(before, days, ct);
        return new Done();
    }

    /// <summary>Calls that stand in the queue already are still asked about.</summary>
    public async Task StopAsync(CancellationToken ct)
    {
        if (await db.Set<PastAsk>().SingleOrDefaultAsync(ct) is not { IsRunning: true } running)
        {
            return;
        }

        running.State = PastAsk.Stopped;
        await audit.RecordAsync("model.past_stopped", "organization", db.Organization, "administration", null, JsonSerializer.Serialize(new { running.Looked, running.Asked }), ct);
        await db.SaveChangesAsync(ct);
    }

    private async Task BeginAsync(PastAsk? before, int days, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (before is not null)
        {
            db.Remove(before);
            await db.SaveChangesAsync(ct);
        }

        var ask = db.Add(new PastAsk
        {
            OrganizationId = db.Organization,
            Id = Guid.CreateVersion7(now),
            State = PastAsk.Running,
            FromAt = now.AddDays(-days),
            NextAt = now,
            NextCall = Guid.AllBitsSet,
            Total = await CountAsync(days, ct),
            StartedAt = now,
        }).Entity;
        jobs.Enqueue(db, WalkPastCalls.Kind, ask.Id, priority: JobPriority.Archive);
        await audit.RecordAsync("model.past_started", "organization", db.Organization, "administration", null, JsonSerializer.Serialize(new { days, ask.Total }), ct);
        await db.SaveChangesAsync(ct);
    }
}
