using Earshot.Masking;
using Earshot.Platform.Calls.Pipeline;
using Earshot.Platform.Calls.Spool;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Kernel.Jobs;

namespace Earshot.Platform.Calls;

/// <summary>
/// The door of the pipeline. Adds the call, its content and its first job to the context; the caller saves, so that the call is
/// acknowledged together with whatever else belongs to the same transaction. Metadata is checked by the caller.
/// </summary>
internal sealed class ReceiveCall(PlatformDb db, TenantCipher cipher, JobQueue jobs, TimeProvider clock)
{
    public const string AudioKeyPurpose = "calls.audio_key";
    public const string PhonePurpose = "calls.customer_phone";
    public const string NamePurpose = "calls.customer_name";

    /// <summary>A recording, spooled before. It enters at transcribing.</summary>
    public async Task<Call> WithAudioAsync(NewCall details, SpooledAudio audio, CancellationToken ct)
    {
        var call = await AddAsync(details, ct);
        call.AttachAudio(audio.File, await cipher.SealAsync(call.OrganizationId, AudioKeyPurpose, call.Id, audio.Key, ct), audio.Bytes);
        jobs.Enqueue(db, CallPipeline.Transcribing, call.Id, priority: details.Priority);
        return call;
    }

    /// <summary>A ready transcript. It enters at masking.</summary>
    /// <param name="details">What is known of the call.</param>
    /// <param name="transcript">The raw text; sealed before it is stored.</param>
    /// <param name="format">Where it came from: <c>json</c>, <c>webvtt</c>, <c>srt</c>, <c>text</c>.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task<Call> WithTranscriptAsync(NewCall details, Conversation transcript, string format, CancellationToken ct)
    {
        var call = await AddAsync(details, ct);
        var stored = new StoredTranscript { OrganizationId = call.OrganizationId, CallId = call.Id, Engine = format, CreatedAt = clock.GetUtcNow() };
        stored.KeepRaw(await cipher.SealAsync(call.OrganizationId, StoredTranscript.RawPurpose, call.Id, RawTranscript.Write(transcript), ct));
        db.Add(stored);
        jobs.Enqueue(db, CallPipeline.Masking, call.Id, priority: details.Priority);
        return call;
    }

    private async Task<Call> AddAsync(NewCall details, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var call = Call.Received(db.Organization, id, details, await SealAsync(id, details, ct), now);
        db.Add(call);
        return call;
    }

    private async Task<SealedCustomer> SealAsync(Guid id, NewCall details, CancellationToken ct) => new(
        details.CustomerPhone is { } phone ? await cipher.SealAsync(db.Organization, PhonePurpose, id, phone, ct) : null,
        details.CustomerPhone is { } same ? await cipher.BlindIndexAsync(db.Organization, PhonePurpose, PhoneDigits(same), ct) : null,
        details.CustomerName is { } name ? await cipher.SealAsync(db.Organization, NamePurpose, id, name, ct) : null);

    /// <summary>The form under which equal phone numbers are found: digits alone, Russian 8 as 7.</summary>
    internal static string PhoneDigits(string phone)
    {
        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        return digits is ['8', ..] && digits.Length == 11 ? $"7{digits[1..]}" : digits;
    }
}
