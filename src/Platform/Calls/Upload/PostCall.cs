using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Earshot.Platform.Calls.Spool;
using Earshot.Platform.Calls.Upload.Transcripts;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Kernel.Jobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Npgsql;

namespace Earshot.Platform.Calls.Upload;

/// <summary>The answer to a call that was sent.</summary>
/// <param name="Id">The call.</param>
/// <param name="Url">Where its state and results can be read.</param>
/// <param name="Duplicate">True when the call was here already.</param>
public sealed record PostedCall(Guid Id, string Url, bool Duplicate);

/// <summary>
/// <c>POST /api/v1/calls</c>: a ready transcript as JSON, or a recording or transcript file as multipart with metadata. Safe to repeat with
/// <c>Idempotency-Key</c> or an external id.
/// </summary>
internal sealed class PostCall(
    PlatformDb db, Intake intake, AcceptFile accept, AudioSpool spool, TenantCipher cipher, PlatformSettings settings, TimeProvider clock)
{
    private const string Source = "api";
    private const int LongestKey = 255;

    public static void Map(RouteGroupBuilder calls) => calls.MapPost("/", PostAsync).WithMetadata(new DisableRequestSizeLimitAttribute());

    private static async Task<IResult> PostAsync(HttpContext http, PostCall post, CancellationToken ct)
    {
        http.Request.Headers.TryGetValue("Idempotency-Key", out var header);
        var key = header.ToString() is { Length: > 0 } given ? given : null;
        var result = key is { Length: > LongestKey }
            ? UploadFailures.BadMetadata("Idempotency-Key", "it is longer than 255 characters")
            : await post.RunAsync(http.Request, key, ct);
        return result switch
        {
            { IsOk: true, Value: { Duplicate: true } known } => TypedResults.Ok(known),
            { IsOk: true, Value: var call } => TypedResults.Accepted(call.Url, call),
            var failed => failed.ToProblem(),
        };
    }

    private async Task<Result<PostedCall>> RunAsync(HttpRequest request, string? key, CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
        {
            return UploadFailures.BadMetadata("Content-Type", "send application/json or multipart/form-data");
        }

        if (type.MediaType == "application/json")
        {
            return await TakeJsonAsync(request.Body, key, ct);
        }

        return type.MediaType == "multipart/form-data" && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and < 200 } boundary
            ? await TakeFormAsync(new MultipartReader(boundary, request.Body), key, ct)
            : UploadFailures.BadMetadata("Content-Type", "send application/json or multipart/form-data");
    }

    /// <summary>A call with its transcript in one JSON object.</summary>
    public async Task<Result<PostedCall>> TakeJsonAsync(Stream body, string? key, CancellationToken ct)
    {
        if (await ReadAsync(body, ReadTranscript.MaxBytes, ct) is not { } content)
        {
            return UploadFailures.TranscriptTooLarge;
        }

        await db.Database.OpenConnectionAsync(ct); // the body is here: one connection for all that follows
        var digest = await DigestAsync(content, ct);
        if (await FindRepeatAsync(key, digest, ct) is { } repeat)
        {
            return repeat;
        }

        var call = ReadTranscript.Read(TranscriptFormat.Json, content);
        if (call.Failure is { } failure)
        {
            return await RefuseAsync(content.Length, failure, ct);
        }

        var taken = await intake.TakeAsync(call.Value.Metadata, Source, call.Value.Conversation, "json", JobPriority.New, ct);
        if (taken.Failure is { } refusal)
        {
            return await RefuseAsync(content.Length, refusal, ct);
        }

        var upload = Record(content.Length);
        upload.Settle(taken.Value.IsDuplicate ? UploadedFile.Duplicate : UploadedFile.Accepted, [taken.Value.Id], null, null, clock.GetUtcNow());
        Remember(key, digest, taken.Value.Id);
        return await SaveAsync(taken.Value, key, digest, call.Value.Metadata.ExternalId, ct);
    }

    private async Task<Result<PostedCall>> TakeFormAsync(MultipartReader form, string? key, CancellationToken ct)
    {
        var read = await ReadFormAsync(form, ct);
        if (read.Failure is { } unreadable)
        {
            return unreadable;
        }

        var (fields, fileName, file) = read.Value;
        var handedOver = false;
        try
        {
            var metadata = MetadataFields.Read(fields);
            if (metadata.Failure is { } bad)
            {
                return await RefuseAsync(file.Bytes, bad, ct);
            }

            var digest = await DigestAsync([.. await accept.DigestAsync(file, ct), .. JsonSerializer.SerializeToUtf8Bytes(fields)], ct);
            if (await FindRepeatAsync(key, digest, ct) is { } repeat)
            {
                return repeat;
            }

            if (await intake.FindAsync(Source, metadata.Value.ExternalId, ct) is { } known)
            {
                return Posted(new TakenCall(known, IsDuplicate: true));
            }

            handedOver = true;
            var accepted = await AcceptAsync(fileName, file, metadata.Value, key, digest, ct);
            handedOver = accepted.Failure?.Kind is not FailureKind.Unavailable;
            return accepted;
        }
        finally
        {
            if (!handedOver)
            {
                spool.Delete(file.File);
            }
        }
    }

    private async Task<Result<PostedCall>> AcceptAsync(
        string fileName, SpooledAudio file, CallMetadata metadata, string? key, byte[] digest, CancellationToken ct)
    {
        var upload = Record(file.Bytes);
        upload.Describe(await cipher.SealAsync(db.Organization, UploadedFile.FileNamePurpose, upload.Id, fileName, ct), null);
        var result = await accept.RunAsync(upload, fileName, file, metadata, JobPriority.New, ct);
        if (result.Failure is { } notNow)
        {
            return notNow;
        }

        var accepted = result.Value;
        if (accepted.Calls.Count == 0)
        {
            return new Failure(FailureKind.Invalid, accepted.Reason ?? UploadFailures.NotAudio.Code, accepted.Detail ?? UploadFailures.NotAudio.Message);
        }

        Remember(key, digest, accepted.Calls[0]);
        await db.SaveChangesAsync(ct);
        return Posted(new TakenCall(accepted.Calls[0], accepted.State == UploadedFile.Duplicate));
    }

    private async Task<Result<(Dictionary<string, string> Fields, string FileName, SpooledAudio File)>> ReadFormAsync(MultipartReader form, CancellationToken ct)
    {
        var fields = new Dictionary<string, string>();
        (string Name, SpooledAudio Audio)? file = null;
        try
        {
            while (await form.ReadNextSectionAsync(ct) is { } section)
            {
                var disposition = section.GetContentDispositionHeader();
                var failure = disposition switch
                {
                    null => null,
                    _ when disposition.IsFileDisposition() && file is null => await KeepAsync(section.Body, disposition, ct),
                    _ when disposition.IsFileDisposition() => UploadFailures.BadMetadata("file", "send one file with each call"),
                    _ => await ReadFieldAsync(section.Body, HeaderUtilities.RemoveQuotes(disposition.Name).ToString(), fields, ct),
                };
                if (failure is not null)
                {
                    Drop(file);
                    return failure;
                }
            }
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException)
        {
            Drop(file);
            return AudioSpool.IsDiskFull(broken as IOException ?? new IOException()) ? CallFailures.SpoolFull : UploadFailures.BadMetadata("body", "it ended before the form did");
        }

        return file is { } kept ? (fields, kept.Name, kept.Audio) : UploadFailures.BadMetadata("file", "it is missing");

        async Task<Failure?> KeepAsync(Stream body, ContentDispositionHeaderValue disposition, CancellationToken stop)
        {
            var written = await spool.WriteAsync(body, settings.MaxUploadBytes, stop);
            var name = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString();
            file = written.IsOk ? (Path.GetFileName(name), written.Value) : null;
            return written.Failure;
        }
    }

    private void Drop((string Name, SpooledAudio Audio)? file)
    {
        if (file is { } kept)
        {
            spool.Delete(kept.Audio.File);
        }
    }

    // A field, or the part "metadata", which is a JSON object of fields.
    private static async Task<Failure?> ReadFieldAsync(Stream body, string name, Dictionary<string, string> fields, CancellationToken ct)
    {
        if (fields.Count > 100 || await ReadAsync(body, 64 * 1024, ct) is not { } content)
        {
            return UploadFailures.BadMetadata("metadata", "it is larger than 64 KB");
        }

        var text = Encoding.UTF8.GetString(content);
        if (name is not "metadata")
        {
            fields[name] = text;
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind is not JsonValueKind.Object)
            {
                return UploadFailures.BadMetadata(name, "it must be a JSON object");
            }

            foreach (var field in document.RootElement.EnumerateObject())
            {
                fields[field.Name] = field.Value.ToString();
            }

            return null;
        }
        catch (JsonException)
        {
            return UploadFailures.BadMetadata(name, "it is not valid JSON");
        }
    }

    private UploadedFile Record(long size)
    {
        var now = clock.GetUtcNow();
        var upload = UploadedFile.Started(db.Organization, Guid.CreateVersion7(now), Source, size, null, now);
        upload.Grew(size, now);
        db.Add(upload);
        return upload;
    }

    private async Task<Result<PostedCall>> RefuseAsync(long size, Failure failure, CancellationToken ct)
    {
        Record(size).Refuse(failure, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return failure;
    }

    private void Remember(string? key, byte[] digest, Guid call)
    {
        if (key is not null)
        {
            db.Add(new IdempotencyKey { OrganizationId = db.Organization, Key = key, Digest = digest, CallId = call, CreatedAt = clock.GetUtcNow() });
        }
    }

    private async Task<Result<PostedCall>?> FindRepeatAsync(string? key, byte[] digest, CancellationToken ct)
    {
        if (key is null || await db.Set<IdempotencyKey>().AsNoTracking().FirstOrDefaultAsync(known => known.Key == key, ct) is not { } before)
        {
            return null;
        }

        return CryptographicOperations.FixedTimeEquals(before.Digest, digest)
            ? Posted(new TakenCall(before.CallId, IsDuplicate: false))
            : UploadFailures.KeyReused;
    }

    // Two equal requests at once: the database lets one of them through, the other one gets its answer.
    private async Task<Result<PostedCall>> SaveAsync(TakenCall taken, string? key, byte[] digest, string? externalId, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return Posted(taken);
        }
        catch (DbUpdateException failed) when (failed.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            db.Forget();
            if (await FindRepeatAsync(key, digest, ct) is { } repeat)
            {
                return repeat;
            }

            return await intake.FindAsync(Source, externalId, ct) is { } known ? Posted(new TakenCall(known, IsDuplicate: true)) : UploadFailures.KeyReused;
        }
    }

    private async Task<byte[]> DigestAsync(byte[] content, CancellationToken ct) =>
        HMACSHA256.HashData(await cipher.DeriveAsync(db.Organization, UploadedFile.DigestPurpose, ct), content);

    private static PostedCall Posted(TakenCall call) => new(call.Id, $"/api/v1/calls/{call.Id}", call.IsDuplicate);

    private static async Task<byte[]?> ReadAsync(Stream body, int limit, CancellationToken ct)
    {
        using var content = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await body.ReadAsync(buffer, ct) is > 0 and var read)
        {
            if (content.Length + read > limit)
            {
                return null;
            }

            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }
}
