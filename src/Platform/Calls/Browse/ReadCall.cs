using Earshot.Analysis;
using Earshot.Masking;
using Earshot.Platform.Accounts;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Calls.Browse;

/// <summary>One call with everything that its page shows.</summary>
public sealed record CallDetails
{
    public required CallFacts Facts { get; init; }

    /// <summary>What was said, masked; null until it is.</summary>
    public MaskedConversation? Conversation { get; init; }

    /// <summary>The current judgement; null until there is one.</summary>
    public CallAnalysis? Analysis { get; init; }

    public required IReadOnlyList<CallReceipt> Receipts { get; init; }
}

/// <summary>The row of a call, without what is sealed.</summary>
public sealed record CallFacts(
    Guid Id,
    string? ExternalId,
    string Source,
    string Direction,
    DateTimeOffset StartedAt,
    long? DurationMs,
    string? Language,
    Guid? AgentId,
    Guid? DepartmentId,
    string RecordingGround,
    string State,
    string? StopReason,
    string? StopDetail,
    bool HasAudio,
    double? Score,
    bool? FailedCritical,
    short? Sentiment,
    double? SentimentScore,
    int? MaskedCount,
    DateTimeOffset ReceivedAt,
    string? Engine)
{
    public TimeSpan? Duration => DurationMs is { } known ? TimeSpan.FromMilliseconds(known) : null;
}

/// <summary>Proof that something is gone. <paramref name="KeyId"/> names the key that signed it; null for receipts from before signing.</summary>
public sealed record CallReceipt(
    Guid Id, string Kind, string Reason, string? Engine, string? EngineForget, DateTimeOffset? RecognisedAt, DateTimeOffset DeletedAt, long? Bytes, string? KeyId);

/// <summary>Reads a call for its page. Masked text only; that it was read stands in the audit log.</summary>
public sealed class ReadCall(PlatformDb db, ReadMaskedText texts, AuditLog audit)
{
    public async Task<Result<CallDetails>> RunAsync(Guid id, CallScope scope, CancellationToken ct)
    {
        var facts = await FactsAsync(id, ct);
        if (facts is null || !scope.Includes(facts.AgentId, facts.DepartmentId))
        {
            return BrowseFailures.NotFound;
        }

        var conversation = (await texts.RunAsync([id], ct)).GetValueOrDefault(id);
        if (conversation is not null)
        {
            await audit.WriteAsync("call.opened", "call", id, "quality_control", null, ct);
        }

        return new CallDetails
        {
            Facts = facts,
            Conversation = conversation,
            Analysis = await AnalysisAsync(id, ct),
            Receipts = await ReceiptsAsync(id, ct),
        };
    }

    /// <summary>Whether the call is within the scope.</summary>
    public async Task<bool> MaySeeAsync(Guid id, CallScope scope, CancellationToken ct) =>
        await FactsAsync(id, ct) is { } facts && scope.Includes(facts.AgentId, facts.DepartmentId);

    private Task<CallFacts?> FactsAsync(Guid id, CancellationToken ct) =>
        db.Database.SqlQuery<CallFacts>(
            $"""
            select c.id as "Id", c.external_id as "ExternalId", c.source as "Source", c.direction as "Direction", c.started_at as "StartedAt",
              c.duration_ms as "DurationMs", c.language as "Language", c.agent_id as "AgentId", c.department_id as "DepartmentId",
              c.recording_ground as "RecordingGround", c.state as "State", c.stop_reason as "StopReason", c.stop_detail as "StopDetail",
              c.audio_key is not null as "HasAudio", c.score as "Score", c.failed_critical as "FailedCritical", c.sentiment as "Sentiment",
              c.sentiment_score as "SentimentScore", c.masked_count as "MaskedCount", c.received_at as "ReceivedAt", t.engine as "Engine"
            from calls.calls c left join calls.transcripts t on t.organization_id = c.organization_id and t.call_id = c.id
            where c.organization_id = kernel.current_tenant() and c.id = {id}
            """).SingleOrDefaultAsync(ct);

    private async Task<CallAnalysis?> AnalysisAsync(Guid id, CancellationToken ct)
    {
        var json = await db.Database.SqlQuery<string>(
            $"""
            select result::text as "Value" from calls.analyses where organization_id = kernel.current_tenant() and call_id = {id} and is_current
            """).SingleOrDefaultAsync(ct);
        return json is null ? null : AnalysisFormat.Read(json);
    }

    private Task<List<CallReceipt>> ReceiptsAsync(Guid id, CancellationToken ct) =>
        db.Database.SqlQuery<CallReceipt>(
            $"""
            select id as "Id", kind as "Kind", reason as "Reason", engine as "Engine", engine_forget as "EngineForget", recognised_at as "RecognisedAt",
              deleted_at as "DeletedAt", bytes as "Bytes", key_id as "KeyId"
            from calls.receipts where organization_id = kernel.current_tenant() and call_id = {id} order by deleted_at
            """).ToListAsync(ct);
}
