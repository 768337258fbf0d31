using Earshot.Analysis.Model;
using Earshot.Analysis.Stored;
using Earshot.Masking;
using Earshot.Platform.Calls;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Egress;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Kernel.Jobs;
using Earshot.Platform.Scoring.Calls;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Scoring.Model;

/// <summary>
/// A call was scored: its open questions go to the model, where the organization wants that and the tokens of the day are not used up.
/// Whatever the model does, the call stands as the rules judged it; what it could not show in words of the call stays open.
/// </summary>
internal sealed class AskAboutCall(
    PlatformDb db, TenantCipher cipher, ReadAnalysisSettings wishes, ScoreCallByVersions scores, ReadModelUse uses, IEnumerable<LanguageModel> models, TimeProvider clock) : IJobHandler
{
    public const string Kind = "scoring.ask";

    public async Task<JobOutcome> RunAsync(Job job, CancellationToken ct)
    {
        var wanted = await wishes.RunAsync(ct);
        if (models.FirstOrDefault() is not { } model || !wanted.AsksModel || await FindAsync(job.Subject, ct) is not { } call || (await uses.OfDayAsync(ct)).Tokens >= wanted.TokensPerDay)
        {
            return new JobOutcome.Done();
        }

        var conversation = await ReadAsync(call, ct);
        var questions = ScoreCallByVersions.Open(await scores.QuestionsAsync(ct), call.Facts);
        try
        {
            using var endpoint = model.Open(db.Organization);
            if (await model.Ask(endpoint).RunAsync(conversation, questions, wantsSummary: true, ct) is { } reply)
            {
                await KeepAsync(call, reply, questions.Count, model.Settings, ct);
            }

            return new JobOutcome.Done();
        }
        catch (ModelException failed)
        {
            return failed.MayPass ? new JobOutcome.Retry(failed.Message) : new JobOutcome.Done();
        }
        catch (EgressRefusedException)
        {
            return new JobOutcome.Done(); // the guard's ledger says why
        }
    }

    public Task GiveUpAsync(Job job, string reason, CancellationToken ct) => Task.CompletedTask; // questions stay open, for a person

    private async Task KeepAsync(AskedCall call, ModelReply reply, int asked, ModelSettings settings, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var cost = settings.Cost(reply.Usage.In, reply.Usage.Out);
        var name = reply.Model.Length > 0 ? reply.Model : settings.Name;
        db.AlsoExecute(
            $"""
            insert into scoring.model_uses (organization_id, call_id, model, prompt_hash, asked, answered, hidden, summary, tokens_in, tokens_out, cost, currency, asked_at)
            values ({db.Organization}, {call.Id}, {name}, {reply.PromptHash}, {asked}, {reply.Answers.Count}, {reply.Hidden}, {reply.Summary}, {reply.Usage.In}, {reply.Usage.Out}, {cost}, {settings.Currency}, {now})
            on conflict (organization_id, call_id) do update set model = excluded.model, prompt_hash = excluded.prompt_hash, asked = excluded.asked, answered = excluded.answered,
              hidden = excluded.hidden, summary = coalesce(excluded.summary, scoring.model_uses.summary), tokens_in = scoring.model_uses.tokens_in + excluded.tokens_in,
              tokens_out = scoring.model_uses.tokens_out + excluded.tokens_out, cost = scoring.model_uses.cost + excluded.cost, asked_at = excluded.asked_at
            """);
        if (reply.Answers.Count > 0)
        {
            var facts = StoredFacts.WithAnswers(call.Facts, reply.Answers);
            db.AlsoExecute($"update scoring.calls set facts = {facts} where organization_id = {db.Organization} and call_id = {call.Id}");
            db.AlsoExecute($"insert into scoring.dirty_days select organization_id, scoring.day_of(started_at) from scoring.calls where organization_id = {db.Organization} and call_id = {call.Id} on conflict do nothing");
            await scores.RunAsync(call.Id, new StoredCall(call.Words, facts), ct);
        }
    }

    private async Task<MaskedConversation> ReadAsync(AskedCall call, CancellationToken ct)
    {
        var key = await MaskSeal.KeyAsync(cipher, db.Organization, ct);
        return MaskedConversationFormat.Read(call.Masked, key);
    }

    private Task<AskedCall?> FindAsync(Guid? id, CancellationToken ct) => db.Database.SqlQuery<AskedCall>(
        $"""
        select s.call_id as "Id", s.words as "Words", s.facts as "Facts", t.masked as "Masked"
        from scoring.calls s join calls.transcripts t on t.organization_id = s.organization_id and t.call_id = s.call_id
          join calls.calls c on c.organization_id = s.organization_id and c.id = s.call_id
        where s.organization_id = kernel.current_tenant() and s.call_id = {id} and t.masked is not null and not c.restricted
        """).SingleOrDefaultAsync(ct);

    private sealed record AskedCall(Guid Id, byte[] Words, byte[] Facts, byte[] Masked);
}
