using Earshot.Analysis;
using Earshot.Masking;
using Earshot.Platform.Calls.Browse;
using Earshot.Platform.Calls.OwnTopics;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Kernel.Jobs;

namespace Earshot.Platform.Calls.Pipeline;

/// <summary>Masked conversation to judgement, to the columns of the call, and to the words by which it is found.</summary>
internal sealed class AnalyseCall(CallInWork work, PlatformDb db, TenantCipher cipher, FindAnalyst analysts, StopCall stop, TimeProvider clock) : IJobHandler
{
    public async Task<JobOutcome> RunAsync(Job job, CancellationToken ct)
    {
        if (await work.FindAsync(job.Subject, ct) is not { } call || work.Text?.Masked is not { } masked)
        {
            return new JobOutcome.Done();
        }

        var key = await MaskSeal.KeyAsync(cipher, db.Organization, ct);
        var conversation = work.Masked ?? MaskedConversationFormat.Read(masked, key);
        var analyst = await analysts.RunAsync(ct);
        if (analyst.Refuse(conversation) is { } refusal)
        {
            return await stop.RunAsync(call, refusal is AnalysisRefusal.Empty ? StopReason.NoSpeech : StopReason.TranscriptTooLarge, ct);
        }

        return Keep(call, conversation, analyst.Analyze(conversation));
    }

    public async Task GiveUpAsync(Job job, string reason, CancellationToken ct)
    {
        if (await work.FindAsync(job.Subject, ct) is { } call)
        {
            await stop.RunAsync(call, StopReason.AnalysisFailed, ct);
        }
    }

    private JobOutcome.MoveOn Keep(Call call, MaskedConversation conversation, CallAnalysis analysis)
    {
        var now = clock.GetUtcNow();
        db.AlsoExecute($"update calls.analyses set is_current = false where organization_id = {call.OrganizationId} and call_id = {call.Id} and is_current");
        db.Add(new StoredAnalysis
        {
            OrganizationId = call.OrganizationId,
            CallId = call.Id,
            Id = Guid.CreateVersion7(now),
            Result = AnalysisFormat.Write(analysis),
            AnalystVersion = analysis.AnalystVersion,
            MaskerVersion = analysis.MaskerVersion,
            IsCurrent = true,
            CreatedAt = now,
        });
        FillSearch(call, conversation);
        call.Analysed(Findings(analysis));
        call.StartDelivering(now);
        return new JobOutcome.MoveOn(CallPipeline.Delivering);
    }

    // Masked words only. Who said it is kept as the weight of the word.
    private void FillSearch(Call call, MaskedConversation conversation)
    {
        var agent = Words(conversation, SpeakerSide.IsAgent);
        var customer = Words(conversation, SpeakerSide.IsCustomer);
        var others = Words(conversation, speaker => !SpeakerSide.IsAgent(speaker) && !SpeakerSide.IsCustomer(speaker));
        db.AlsoExecute(
            $"""
            insert into calls.search (organization_id, call_id, started_at, words)
            values ({call.OrganizationId}, {call.Id}, {call.StartedAt}, calls.search_words({conversation.Language}, {agent}, {customer}, {others}))
            on conflict (organization_id, call_id) do update set words = excluded.words, started_at = excluded.started_at
            """);
    }

    private static string Words(MaskedConversation conversation, Func<string, bool> isWanted) =>
        string.Join('\n', conversation.Turns.Where(turn => isWanted(turn.Speaker)).Select(turn => turn.Text.Value));

    private static CallFindings Findings(CallAnalysis analysis)
    {
        var card = analysis.Scorecards.Count > 0 ? analysis.Scorecards[0] : null;
        return new CallFindings(
            analysis.Metrics.Turns,
            analysis.Metrics.Words,
            (long?)analysis.Metrics.Duration?.TotalMilliseconds,
            card?.Score,
            card?.Failed,
            (short)analysis.Sentiment.Overall,
            analysis.Sentiment.Score,
            analysis.Satisfied,
            analysis.Resolved,
            [.. analysis.Flags.Select(flag => flag.Name).Distinct()],
            [.. analysis.Topics.Select(topic => topic.Name).Distinct()]);
    }
}
