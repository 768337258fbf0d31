using Earshot.Analysis;
using Earshot.Analysis.Stored;
using Earshot.Masking;
using Earshot.Platform.Calls;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Kernel.Jobs;
using Earshot.Platform.Scoring.Model;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Scoring.Calls;

/// <summary>A call is done: keep what scorecards need of it, score it by every published version, and have its day summed again.</summary>
internal sealed class ScoreNewCall(
    PlatformDb db, TenantCipher cipher, Analyst analyst, WordBooks books, ScoreCallByVersions scores, ReadAnalysisSettings wishes, IEnumerable<LanguageModel> models, JobQueue jobs) : IJobHandler
{
    public const string Kind = "scoring.call";

    public async Task<JobOutcome> RunAsync(Job job, CancellationToken ct)
    {
        if (await FindAsync(job.Subject, ct) is not { } call)
        {
            return new JobOutcome.Done();
        }

        var key = await MaskSeal.KeyAsync(cipher, db.Organization, ct);
        var conversation = MaskedConversationFormat.Read(call.Masked, key);
        if (analyst.Refuse(conversation) is not null)
        {
            return new JobOutcome.Done();
        }

        var book = await books.ReadAsync(db, ct);
        var analysis = analyst.Analyze(conversation);
        var stored = StoredCall.Of(conversation, analysis, book);
        Keep(call, stored, conversation, analysis);
        await scores.RunAsync(call.Id, stored, ct);
        if (models.Any() && (await wishes.RunAsync(ct)).AsksModel)
        {
            jobs.Enqueue(db, AskAboutCall.Kind, call.Id);
        }

        return new JobOutcome.Done();
    }

    public Task GiveUpAsync(Job job, string reason, CancellationToken ct) => Task.CompletedTask; // the call stands; re-scoring picks up what is stored

    private void Keep(DoneCall call, StoredCall stored, MaskedConversation conversation, CallAnalysis analysis)
    {
        db.AlsoExecute(
            $"""
            insert into scoring.calls (organization_id, call_id, started_at, agent_id, department_id, language, words, facts, masker_version, analyst_version, engine)
            values ({db.Organization}, {call.Id}, {call.StartedAt}, {call.AgentId}, {call.DepartmentId}, {conversation.Language}, {stored.Words}, {stored.Facts},
              {analysis.MaskerVersion}, {analysis.AnalystVersion}, {call.Engine})
            on conflict (organization_id, call_id) do update set started_at = excluded.started_at, agent_id = excluded.agent_id, department_id = excluded.department_id,
              words = excluded.words, facts = excluded.facts, masker_version = excluded.masker_version, analyst_version = excluded.analyst_version, engine = excluded.engine
            """);
        db.AlsoExecute($"insert into scoring.dirty_days values ({db.Organization}, scoring.day_of({call.StartedAt}::timestamptz)) on conflict do nothing");
    }

    private Task<DoneCall?> FindAsync(Guid? id, CancellationToken ct) => db.Database.SqlQuery<DoneCall>(
        $"""
        select c.id as "Id", c.started_at as "StartedAt", c.agent_id as "AgentId", c.department_id as "DepartmentId", t.masked as "Masked", t.engine as "Engine"
        from calls.calls c join calls.transcripts t on t.organization_id = c.organization_id and t.call_id = c.id
        where c.organization_id = kernel.current_tenant() and c.id = {id} and t.masked is not null and not c.restricted
        """).SingleOrDefaultAsync(ct);

    private sealed record DoneCall(Guid Id, DateTimeOffset StartedAt, Guid? AgentId, Guid? DepartmentId, byte[] Masked, string? Engine);
}
