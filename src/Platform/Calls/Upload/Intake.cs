using Earshot.Masking;
using Earshot.Platform.Accounts;
using Earshot.Platform.Calls.Spool;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Calls.Upload;

/// <summary>A call that was taken in, or that was here already.</summary>
internal readonly record struct TakenCall(Guid Id, bool IsDuplicate);

/// <summary>
/// The gate before the pipeline: agreement, recording ground, language, duplicates, agent. Adds the call to the context and leaves
/// saving to the caller, so that the call is acknowledged together with its upload.
/// </summary>
internal sealed class Intake(PlatformDb db, ReceiveCall receive, CallIntakeGate gate, AgentDirectory agents, TimeProvider clock)
{
    /// <summary>Languages that the masker can be trusted with in speech.</summary>
    private static readonly string[] Languages = ["ru", "en", "ar"];

    public Task<Result<TakenCall>> TakeAsync(CallMetadata metadata, string source, SpooledAudio audio, JobPriority priority, CancellationToken ct) =>
        TakeAsync(metadata, source, priority, call => receive.WithAudioAsync(call, audio, ct), ct);

    public Task<Result<TakenCall>> TakeAsync(
        CallMetadata metadata, string source, Conversation transcript, string format, JobPriority priority, CancellationToken ct) =>
        TakeAsync(metadata, source, priority, call => receive.WithTranscriptAsync(call, transcript, format, ct), ct);

    /// <summary>Under which terms a call of this organization is taken; or what stands in the way.</summary>
    public async Task<Result<CallTerms>> CheckAsync(CallMetadata metadata, CancellationToken ct) => metadata switch
    {
        { Consent: false } => UploadFailures.NoConsent,
        { Language: { } language } when !Languages.Contains(language) => UploadFailures.UnknownLanguage,
        _ => await gate.CheckAsync(metadata.RecordingGround, ct),
    };

    private async Task<Result<TakenCall>> TakeAsync(
        CallMetadata metadata, string source, JobPriority priority, Func<NewCall, Task<Call>> content, CancellationToken ct)
    {
        var terms = await CheckAsync(metadata, ct);
        if (terms.Failure is { } obstacle)
        {
            return obstacle;
        }

        if (await FindAsync(source, metadata.ExternalId, ct) is { } known)
        {
            return new TakenCall(known, IsDuplicate: true);
        }

        var call = await content(await DescribeAsync(metadata, source, terms.Value.RecordingGround, priority, ct));
        return new TakenCall(call.Id, IsDuplicate: false);
    }

    /// <summary>The call with this id in the source system; null when there is none.</summary>
    public async Task<Guid?> FindAsync(string source, string? externalId, CancellationToken ct)
    {
        if (externalId is null)
        {
            return null;
        }

        var added = db.ChangeTracker.Entries<Call>().FirstOrDefault(entry => entry.Entity.ExternalId == externalId && entry.Entity.Source == source);
        return added?.Entity.Id
            ?? await db.Set<Call>().Where(call => call.Source == source && call.ExternalId == externalId).Select(call => (Guid?)call.Id).FirstOrDefaultAsync(ct);
    }

    private async Task<NewCall> DescribeAsync(CallMetadata metadata, string source, string ground, JobPriority priority, CancellationToken ct)
    {
        var agent = await agents.FindOrCreateAsync(new AgentMention(metadata.AgentId, null, metadata.AgentName), ct);
        return new NewCall
        {
            ExternalId = metadata.ExternalId,
            Source = source,
            Direction = metadata.Direction is "outbound" ? CallDirection.Outbound : CallDirection.Inbound,
            StartedAt = metadata.StartedAt ?? clock.GetUtcNow(),
            Duration = metadata.Duration,
            Language = metadata.Language,
            AgentId = agent?.Id,
            DepartmentId = agent?.DepartmentId,
            CustomerPhone = metadata.CustomerPhone,
            CustomerName = metadata.CustomerName,
            Line = metadata.Line,
            Result = metadata.Result,
            RecordingGround = ground,
            AgentChannel = (short?)metadata.AgentChannel,
            Priority = priority,
        };
    }
}
