using System.Globalization;
using System.Security.Cryptography;
using Earshot.Platform.Calls.Spool;
using Earshot.Platform.Calls.Upload.Transcripts;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Kernel.Jobs;
using Earshot.Platform.Kernel.Malware;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Calls.Upload;

/// <summary>What became of a file.</summary>
/// <param name="State">accepted, duplicate or refused.</param>
/// <param name="Reason">Code of the refusal.</param>
/// <param name="Detail">What to do about it, or which parts were refused.</param>
/// <param name="Calls">The calls that came of it, or that it belongs to.</param>
public sealed record AcceptedFile(string State, string? Reason, string? Detail, IReadOnlyList<Guid> Calls);

/// <summary>
/// Turns a file that has arrived whole into calls: a recording into one, a transcript into one or, as JSON lines, many. The spool file
/// of a recording goes over to its call; that of anything else is destroyed. Everything is saved in one transaction.
/// </summary>
internal sealed class AcceptFile(PlatformDb db, Intake intake, AudioSpool spool, ScanForMalware scan, TenantCipher cipher, TimeProvider clock)
{
    /// <returns>What became of it; a failure where that can't be said now: then nothing is changed, and the file is the caller's.</returns>
    public async Task<Result<AcceptedFile>> RunAsync(UploadedFile upload, string fileName, SpooledAudio file, CallMetadata metadata, JobPriority priority, CancellationToken ct)
    {
        var malware = await ScanAsync(file, ct);
        return malware is { Kind: FailureKind.Unavailable } ? malware : await SettleAsync(upload, fileName, file, metadata, priority, malware, ct);
    }

    private async Task<AcceptedFile> SettleAsync(
        UploadedFile upload, string fileName, SpooledAudio file, CallMetadata metadata, JobPriority priority, Failure? malware, CancellationToken ct)
    {
        var handedOver = false;
        try
        {
            var (result, isAudio) = malware is null ? await SortAsync(upload, fileName, file, metadata, priority, ct) : (Refuse(upload, malware), false);
            handedOver = isAudio && result.State == UploadedFile.Accepted; // from here on: a commit whose answer is lost may have happened, and the sweeper knows
            await SaveAsync(upload, ct);
            return result;
        }
        finally
        {
            if (!handedOver)
            {
                spool.Delete(file.File);
            }
        }
    }

    private async Task<(AcceptedFile Result, bool IsAudio)> SortAsync(
        UploadedFile upload, string fileName, SpooledAudio file, CallMetadata metadata, JobPriority priority, CancellationToken ct)
    {
        if (file.Bytes == 0)
        {
            return (Refuse(upload, UploadFailures.Empty), false);
        }

        var (beginning, digest) = await LookAsync(file, ct);
        if (await FindSameAsync(digest, ct) is { } same)
        {
            upload.Settle(UploadedFile.Duplicate, [same], digest, null, clock.GetUtcNow());
            return (new AcceptedFile(UploadedFile.Duplicate, null, null, [same]), false);
        }

        if (AudioSignature.MayHoldSound(beginning))
        {
            var taken = await intake.TakeAsync(metadata, upload.Source, file, priority, ct);
            return (taken.Failure is { } failure ? Refuse(upload, failure) : Settle(upload, digest, [taken.Value], null), true);
        }

        return ReadTranscript.Detect(fileName, beginning) is { } format
            ? (await TakeTranscriptsAsync(upload, format, file, digest, metadata, priority, ct), false)
            : (Refuse(upload, UploadFailures.NotAudio), false);
    }

    private async Task<AcceptedFile> TakeTranscriptsAsync(
        UploadedFile upload, TranscriptFormat format, SpooledAudio file, byte[] digest, CallMetadata metadata, JobPriority priority, CancellationToken ct)
    {
        if (file.Bytes > (format is TranscriptFormat.JsonLines ? 32 : 1) * ReadTranscript.MaxBytes)
        {
            return Refuse(upload, UploadFailures.TranscriptTooLarge);
        }

        var taken = new List<TakenCall>();
        Failure? first = null;
        var refused = 0;
        foreach (var call in ReadTranscript.ReadAll(format, await ReadAllAsync(file, ct)))
        {
            var result = await TakeTranscriptAsync(call, upload.Source, format, metadata, priority, ct);
            if (result.Failure is { } failure)
            {
                first ??= failure;
                refused++;
                continue;
            }

            taken.Add(result.Value);
        }

        if (taken.Count == 0)
        {
            return Refuse(upload, first ?? UploadFailures.NoTurns);
        }

        var detail = first is null ? null : string.Create(CultureInfo.InvariantCulture, $"{refused} of {refused + taken.Count} calls were refused. The first one: {first.Message}");
        return Settle(upload, digest, taken, detail);
    }

    private async Task<Result<TakenCall>> TakeTranscriptAsync(
        Result<TranscribedCall> call, string source, TranscriptFormat format, CallMetadata given, JobPriority priority, CancellationToken ct)
    {
        if (call.Failure is { } failure)
        {
            return failure;
        }

        var metadata = call.Value.Metadata.Over(given);
        var conversation = call.Value.Conversation with { Language = metadata.Language };
        return await intake.TakeAsync(metadata, source, conversation, format.ToString().ToLowerInvariant(), priority, ct);
    }

    private AcceptedFile Settle(UploadedFile upload, byte[] digest, IReadOnlyList<TakenCall> taken, string? detail)
    {
        var calls = taken.Select(call => call.Id).Distinct().ToList();
        var state = taken.All(call => call.IsDuplicate) ? UploadedFile.Duplicate : UploadedFile.Accepted;
        upload.Settle(state, calls, digest, detail, clock.GetUtcNow());
        return new AcceptedFile(state, null, detail, calls);
    }

    private AcceptedFile Refuse(UploadedFile upload, Failure failure)
    {
        upload.Refuse(failure, clock.GetUtcNow());
        return new AcceptedFile(UploadedFile.Refused, failure.Code, failure.Message, []);
    }

    private async Task SaveAsync(UploadedFile upload, CancellationToken ct)
    {
        if (db.Entry(upload).State is EntityState.Detached)
        {
            db.Add(upload);
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>Keyed digest of a file's content, by which it is known again.</summary>
    public async Task<byte[]> DigestAsync(SpooledAudio file, CancellationToken ct) => (await LookAsync(file, ct)).Digest;

    private async Task<Failure?> ScanAsync(SpooledAudio file, CancellationToken ct)
    {
        await using var stream = spool.Open(file.File, file.Key);
        return await scan.RunAsync(stream, file.Bytes, ct);
    }

    private async Task<(byte[] Beginning, byte[] Digest)> LookAsync(SpooledAudio file, CancellationToken ct)
    {
        await using var stream = spool.Open(file.File, file.Key);
        var beginning = new byte[64];
        var read = await stream.ReadAtLeastAsync(beginning, beginning.Length, throwOnEndOfStream: false, ct);
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, await cipher.DeriveAsync(db.Organization, UploadedFile.DigestPurpose, ct));
        hash.AppendData(beginning, 0, read);
        var buffer = new byte[64 * 1024];
        while (await stream.ReadAsync(buffer, ct) is > 0 and var more)
        {
            hash.AppendData(buffer, 0, more);
        }

        return (beginning[..read], hash.GetHashAndReset());
    }

    // The same file again, while its call is still here.
    private Task<Guid?> FindSameAsync(byte[] digest, CancellationToken ct) =>
        (from upload in db.Set<UploadedFile>()
         join call in db.Set<Call>() on upload.CallId equals call.Id
         where upload.Digest == digest && upload.State == UploadedFile.Accepted && call.State != CallState.Stopped
         select (Guid?)call.Id).FirstOrDefaultAsync(ct);

    private async Task<byte[]> ReadAllAsync(SpooledAudio file, CancellationToken ct)
    {
        await using var stream = spool.Open(file.File, file.Key);
        var content = new byte[file.Bytes];
        await stream.ReadExactlyAsync(content, ct);
        return content;
    }
}
