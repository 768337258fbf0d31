using System.Text.Json;
using Earshot.Platform.Accounts;
using Earshot.Platform.Calls.Spool;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Kernel.Jobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Calls.Upload;

/// <summary>What a browser says before it sends a file.</summary>
/// <param name="FileName">Name of the file; sealed before it is stored.</param>
/// <param name="Size">Size in bytes.</param>
/// <param name="Metadata">Fields that hold for the call: <see cref="MetadataFields"/>.</param>
public sealed record StartUploadRequest(string FileName, long Size, Dictionary<string, string>? Metadata = null);

/// <summary>Where an upload stands.</summary>
/// <param name="Id">Id of the upload.</param>
/// <param name="Offset">Bytes that have arrived and are safe.</param>
public sealed record UploadProgress(Guid Id, long Offset);

/// <summary>
/// A file in parts, so that a lost connection costs the last part and not the file: start, append at the known offset, complete.
/// What has arrived is encrypted before it touches the disk. Unfinished uploads are given up after a day.
/// </summary>
internal sealed class UploadInParts(
    PlatformDb db, Intake intake, AcceptFile accept, AudioSpool spool, TenantCipher cipher, Actor actor, PlatformSettings settings, TimeProvider clock)
{
    private const string OffsetHeader = "Upload-Offset";

    public static void Map(RouteGroupBuilder uploads)
    {
        uploads.MapPost("/", PostStartAsync);
        uploads.MapMethods("/{id:guid}", [HttpMethods.Head], HeadAsync);
        uploads.MapPatch("/{id:guid}", PatchAsync).WithMetadata(new DisableRequestSizeLimitAttribute());
        uploads.MapPost("/{id:guid}/complete", PostCompleteAsync);
        uploads.MapDelete("/{id:guid}", DeleteAsync);
    }

    public async Task<Result<UploadProgress>> StartAsync(StartUploadRequest request, CancellationToken ct)
    {
        var metadata = MetadataFields.Read(request.Metadata ?? []);
        var failure = metadata.Failure ?? Check(request) ?? (await intake.CheckAsync(metadata.Value, ct)).Failure;
        if (failure is not null)
        {
            return failure;
        }

        var now = clock.GetUtcNow();
        var upload = UploadedFile.Started(db.Organization, Guid.CreateVersion7(now), "ui", request.Size, actor.UserId, now);
        upload.Describe(
            await cipher.SealAsync(db.Organization, UploadedFile.FileNamePurpose, upload.Id, request.FileName, ct),
            await cipher.SealAsync(db.Organization, UploadedFile.DetailsPurpose, upload.Id, JsonSerializer.Serialize(request.Metadata ?? []), ct));
        await using var writer = spool.Create();
        await writer.FlushAsync(ct);
        upload.KeepIn(writer.File, await cipher.SealAsync(db.Organization, UploadedFile.KeyPurpose, upload.Id, writer.Key, ct));
        db.Add(upload);
        await db.SaveChangesAsync(ct);
        return new UploadProgress(upload.Id, 0);
    }

    public async Task<Result<UploadProgress>> AppendAsync(Guid id, long offset, Stream body, CancellationToken ct)
    {
        if (await FindOpenAsync(id, ct) is not { SpoolFile: { } file } upload)
        {
            return UploadFailures.UploadNotFound;
        }

        try
        {
            await using var writer = await spool.ResumeAsync(file, await KeyAsync(upload, ct), ct);
            if (offset != writer.Received)
            {
                return UploadFailures.WrongOffset;
            }

            return await CopyAsync(upload, body, writer, ct);
        }
        catch (IOException full) when (AudioSpool.IsDiskFull(full))
        {
            return CallFailures.SpoolFull;
        }
        catch (FileNotFoundException)
        {
            return UploadFailures.UploadNotFound;
        }
    }

    public async Task<Result<UploadProgress>> ReadOffsetAsync(Guid id, CancellationToken ct) =>
        await FindOpenAsync(id, ct) is { SpoolFile: { } file } && await spool.MeasureAsync(file, ct) is { } part
            ? new UploadProgress(id, part.Bytes) // the file knows better than the row what a crash left
            : UploadFailures.UploadNotFound;

    public async Task<Result<AcceptedFile>> CompleteAsync(Guid id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } upload)
        {
            return UploadFailures.UploadNotFound;
        }

        // A lost answer is asked for again: what became of the file is in the history.
        if (upload.State != UploadedFile.Receiving || upload.SpoolFile is not { } file)
        {
            return new AcceptedFile(upload.State, upload.Reason, upload.Detail, upload.CallId is { } call ? [call] : []);
        }

        if (await spool.MeasureAsync(file, ct) is not { } part)
        {
            return UploadFailures.UploadNotFound;
        }

        if (part.Bytes != upload.Size)
        {
            return UploadFailures.Incomplete;
        }

        var metadata = MetadataFields.Read(await DetailsAsync(upload, ct));
        var audio = await CloseAsync(upload, file, part, ct);
        var name = upload.FileName is { } sealedName ? await cipher.OpenTextAsync(db.Organization, UploadedFile.FileNamePurpose, id, sealedName, ct) : "";
        return await accept.RunAsync(upload, name, audio, metadata.Value, JobPriority.New, ct);
    }

    public async Task<Result<Done>> AbandonAsync(Guid id, CancellationToken ct)
    {
        if (await FindOpenAsync(id, ct) is not { } upload)
        {
            return UploadFailures.UploadNotFound;
        }

        var file = upload.SpoolFile;
        upload.Abandon(clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        if (file is not null)
        {
            spool.Delete(file);
        }

        return default(Done);
    }

    // A crash may have come between closing the file and saving what became of it.
    private async Task<SpooledAudio> CloseAsync(UploadedFile upload, string file, SpooledPart part, CancellationToken ct)
    {
        var key = await KeyAsync(upload, ct);
        if (part.IsWhole)
        {
            return new SpooledAudio(file, key, part.Bytes);
        }

        await using var writer = await spool.ResumeAsync(file, key, ct);
        return await writer.FinishAsync(ct);
    }

    private Failure? Check(StartUploadRequest request) => request switch
    {
        { Size: 0 } => UploadFailures.Empty,
        { Size: < 0 } => UploadFailures.BadMetadata("size", "it must be the size of the file in bytes"),
        { FileName.Length: 0 or > 500 } => UploadFailures.BadMetadata("fileName", "it must have 1 to 500 characters"),
        _ when request.Size > settings.MaxUploadBytes => UploadFailures.TooLarge(settings.MaxUploadBytes),
        _ => null,
    };

    private async Task<Result<UploadProgress>> CopyAsync(UploadedFile upload, Stream body, SpoolWriter writer, CancellationToken ct)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await body.ReadAsync(buffer, ct) is > 0 and var read)
            {
                if (writer.Received + read > upload.Size)
                {
                    return UploadFailures.BadMetadata("size", "more bytes arrived than were announced");
                }

                await writer.WriteAsync(buffer.AsMemory(0, read), ct);
            }
        }
        finally
        {
            // What came before the connection was lost is kept: the sender goes on from there.
            await writer.FlushAsync(CancellationToken.None);
            upload.Grew(writer.Received, clock.GetUtcNow());
            await db.SaveChangesAsync(CancellationToken.None);
        }

        return new UploadProgress(upload.Id, writer.Received);
    }

    private Task<UploadedFile?> FindAsync(Guid id, CancellationToken ct) =>
        db.Set<UploadedFile>().FirstOrDefaultAsync(upload => upload.Id == id && upload.UploadedBy == actor.UserId, ct);

    private Task<UploadedFile?> FindOpenAsync(Guid id, CancellationToken ct) =>
        db.Set<UploadedFile>().FirstOrDefaultAsync(upload => upload.Id == id && upload.UploadedBy == actor.UserId && upload.State == UploadedFile.Receiving, ct);

    private async Task<byte[]> KeyAsync(UploadedFile upload, CancellationToken ct) =>
        await cipher.OpenAsync(db.Organization, UploadedFile.KeyPurpose, upload.Id, upload.SpoolKey ?? throw new InvalidOperationException("An open upload has a key."), ct);

    private async Task<Dictionary<string, string>> DetailsAsync(UploadedFile upload, CancellationToken ct) => upload.Details is { } details
        ? JsonSerializer.Deserialize<Dictionary<string, string>>(await cipher.OpenAsync(db.Organization, UploadedFile.DetailsPurpose, upload.Id, details, ct)) ?? []
        : [];

    private static async Task<Results<Created<UploadProgress>, ProblemHttpResult>> PostStartAsync(StartUploadRequest request, UploadInParts upload, CancellationToken ct) =>
        await upload.StartAsync(request, ct) switch
        {
            { IsOk: true, Value: var started } => TypedResults.Created($"/uploads/{started.Id}", started),
            var failed => failed.ToProblem(),
        };

    private static async Task<Results<NoContent, ProblemHttpResult>> PatchAsync(
        Guid id, [FromHeader(Name = OffsetHeader)] long offset, HttpContext http, UploadInParts upload, CancellationToken ct) =>
        Answer(http, await upload.AppendAsync(id, offset, http.Request.Body, ct));

    private static async Task<Results<NoContent, ProblemHttpResult>> HeadAsync(Guid id, HttpContext http, UploadInParts upload, CancellationToken ct) =>
        Answer(http, await upload.ReadOffsetAsync(id, ct));

    private static async Task<Results<Ok<AcceptedFile>, ProblemHttpResult>> PostCompleteAsync(Guid id, UploadInParts upload, CancellationToken ct) =>
        await upload.CompleteAsync(id, ct) switch
        {
            { IsOk: true, Value: var accepted } => TypedResults.Ok(accepted),
            var failed => failed.ToProblem(),
        };

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(Guid id, UploadInParts upload, CancellationToken ct) =>
        await upload.AbandonAsync(id, ct) is { IsOk: false } failed ? failed.ToProblem() : TypedResults.NoContent();

    private static Results<NoContent, ProblemHttpResult> Answer(HttpContext http, Result<UploadProgress> progress)
    {
        if (!progress.IsOk)
        {
            return progress.ToProblem();
        }

        http.Response.Headers[OffsetHeader] = progress.Value.Offset.ToString(System.Globalization.CultureInfo.InvariantCulture);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.NoContent();
    }
}
