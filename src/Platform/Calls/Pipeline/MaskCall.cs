using Earshot.Masking;
using Earshot.Platform.Accounts;
using Earshot.Platform.Calls.Spool;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Kernel.Jobs;

namespace Earshot.Platform.Calls.Pipeline;

/// <summary>Raw transcript to masked conversation. Fails closed: without a masked text the call goes no further.</summary>
internal sealed class MaskCall(CallInWork work, TenantCipher cipher, MaskingChoices choices, ReadAnalysisSettings wishes, FindMasker maskers, AudioSpool spool, StopCall stop, TimeProvider clock) : IJobHandler
{
    public async Task<JobOutcome> RunAsync(Job job, CancellationToken ct)
    {
        if (await work.FindAsync(job.Subject, ct) is not { } call || work.Text is not { Raw: { } raw } text)
        {
            return new JobOutcome.Done();
        }

        var conversation = RawTranscript.Read(await cipher.OpenAsync(call.OrganizationId, StoredTranscript.RawPurpose, call.Id, raw, ct));
        var choice = await choices.ReadAsync(ct);
        var masker = await maskers.RunAsync(choice.UnmaskedTypes, ct);
        var masked = masker.Mask(conversation with { Language = conversation.Language ?? call.Language });
        return masked.IsMasked
            ? await KeepAsync(call, text, masked.Value, choice.KeepsRawTranscript, ct)
            : await stop.RunAsync(call, Reason(masked.Refusal), ct);
    }

    public async Task GiveUpAsync(Job job, string reason, CancellationToken ct)
    {
        if (await work.FindAsync(job.Subject, ct) is { } call)
        {
            await stop.RunAsync(call, StopReason.MaskingFailed, ct);
        }
    }

    private async Task<JobOutcome> KeepAsync(Call call, StoredTranscript text, MaskedConversation masked, bool keepsRaw, CancellationToken ct)
    {
        work.Masked = masked;
        text.KeepMasked(MaskedConversationFormat.Write(masked, await MaskSeal.KeyAsync(cipher, call.OrganizationId, ct)), masked.MaskerVersion);
        if (!keepsRaw)
        {
            text.ForgetRaw();
        }

        call.Masked(masked.Language, masked.Turns.Sum(turn => turn.Text.Spans.Count));
        UnlinkAudio(call);
        if ((await wishes.RunAsync(ct)).IsTechnicalOnly)
        {
            call.StartDelivering(clock.GetUtcNow());
            return new JobOutcome.MoveOn(CallPipeline.Delivering);
        }

        call.StartAnalysing(clock.GetUtcNow());
        return new JobOutcome.MoveOn(CallPipeline.Analysing);
    }

    // The step before unlinked the file right after its commit, unless the process died between the two.
    private void UnlinkAudio(Call call)
    {
        if (call.AudioFile is { } file)
        {
            spool.Delete(file);
            call.AudioUnlinked();
        }
    }

    private static StopReason Reason(MaskingRefusal? refusal) => refusal switch
    {
        MaskingRefusal.UnsupportedLanguage => StopReason.UnsupportedLanguage,
        MaskingRefusal.InvalidText => StopReason.InvalidText,
        MaskingRefusal.TooLarge => StopReason.TranscriptTooLarge,
        _ => StopReason.MaskingFailed,
    };
}
