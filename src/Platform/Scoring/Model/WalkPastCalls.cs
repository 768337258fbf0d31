using Earshot.Platform.Calls;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Jobs;
using Earshot.Platform.Scoring.Calls;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Scoring.Model;

/// <summary>
/// Puts past calls with open questions into the queue of <see cref="AskAboutCall"/>, a few at a time: never more than the tokens that are left of the day
/// are likely to pay for. Where none are left it waits.
/// </summary>
internal sealed class WalkPastCalls(
    PlatformDb db, ReadAnalysisSettings wishes, ReadModelUse uses, ScoreCallByVersions scores, IEnumerable<LanguageModel> models, JobQueue jobs) : IJobHandler
{
    public const string Kind = "scoring.ask_past";

    private const int MostAtOnce = 100;
    private const int MostLooked = 2000;
    private const long UsualTokens = 2000; // of a call, as long as none was asked

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(30);

    public async Task<JobOutcome> RunAsync(Job job, CancellationToken ct)
    {
        if (await db.Set<PastAsk>().SingleOrDefaultAsync(row => row.Id == job.Subject && row.State == PastAsk.Running, ct) is not { } ask)
        {
            return new JobOutcome.Done();
        }

        var wanted = await wishes.RunAsync(ct);
        if (!wanted.AsksModel || !models.Any())
        {
            ask.State = PastAsk.Stopped;
            return new JobOutcome.Done();
        }

        var room = await RoomAsync(wanted.TokensPerDay, ct);
        if (room > 0)
        {
            await WalkAsync(ask, room, ct);
        }

        if (ask.IsRunning)
        {
            jobs.Enqueue(db, Kind, ask.Id, priority: JobPriority.Archive, delay: room > 0 ? Soon : Later);
        }

        return new JobOutcome.Done();
    }

    public async Task GiveUpAsync(Job job, string reason, CancellationToken ct)
    {
        if (await db.Set<PastAsk>().SingleOrDefaultAsync(row => row.Id == job.Subject, ct) is { } ask)
        {
            ask.State = PastAsk.Stopped;
        }
    }

    // How many calls more may wait for the model now.
    private async Task<int> RoomAsync(long tokensPerDay, CancellationToken ct)
    {
        var day = await uses.OfDayAsync(ct);
        var each = day.Calls > 0 ? Math.Max(1, day.Tokens / day.Calls) : UsualTokens;
        var waiting = await db.Set<Job>().CountAsync(row => row.Kind == AskAboutCall.Kind, ct);
        return (int)Math.Clamp(((tokensPerDay - day.Tokens) / each) - waiting, 0, MostAtOnce);
    }

    private async Task WalkAsync(PastAsk ask, int room, CancellationToken ct)
    {
        var questions = await scores.QuestionsAsync(ct);
        var newest = await scores.NewestQuestionsAsync(ct);
        var calls = questions.Count == 0 ? [] : await NextAsync(ask, ct);
        foreach (var call in calls)
        {
            (ask.NextAt, ask.NextCall, ask.Looked) = (call.StartedAt, call.Id, ask.Looked + 1);
            if (call.AskedAt >= newest || ScoreCallByVersions.Open(questions, call.Facts).Count == 0)
            {
                continue;
            }

            jobs.Enqueue(db, AskAboutCall.Kind, call.Id, priority: JobPriority.Archive);
            ask.Asked++;
            if (--room == 0)
            {
                return;
            }
        }

        ask.State = calls.Count < MostLooked ? PastAsk.Done : ask.State;
    }

    private Task<List<PastCall>> NextAsync(PastAsk ask, CancellationToken ct) => db.Database.SqlQuery<PastCall>(
        $"""
        select c.call_id as "Id", c.started_at as "StartedAt", c.facts as "Facts", u.asked_at as "AskedAt"
        from scoring.calls c left join scoring.model_uses u on u.organization_id = c.organization_id and u.call_id = c.call_id
        where c.organization_id = kernel.current_tenant() and c.started_at >= {ask.FromAt} and c.started_at <= {ask.NextAt} and (c.started_at, c.call_id) < ({ask.NextAt}, {ask.NextCall})
        order by c.started_at desc, c.call_id desc limit {MostLooked}
        """).ToListAsync(ct);

    private sealed record PastCall(Guid Id, DateTimeOffset StartedAt, byte[] Facts, DateTimeOffset? AskedAt);
}
