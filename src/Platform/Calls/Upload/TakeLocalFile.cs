using Earshot.Platform.Calls.Spool;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Kernel.Jobs;

namespace Earshot.Platform.Calls.Upload;

/// <summary>Takes in a file of this machine: the command line's and the watched folder's way. The file itself stays as it is.</summary>
internal sealed class TakeLocalFile(PlatformDb db, AcceptFile accept, AudioSpool spool, TenantCipher cipher, PlatformSettings settings, TimeProvider clock)
{
    /// <param name="path">The file.</param>
    /// <param name="pattern">Reads metadata from its name; null when names say nothing.</param>
    /// <param name="defaults">Metadata that holds where the name says nothing.</param>
    /// <param name="source"><c>cli</c> or <c>folder</c>.</param>
    /// <param name="priority">Archives wait behind new calls.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task<Result<AcceptedFile>> RunAsync(
        string path, FileNamePattern? pattern, CallMetadata defaults, string source, JobPriority priority, CancellationToken ct)
    {
        var file = new FileInfo(path);
        var now = clock.GetUtcNow();
        var upload = UploadedFile.Started(db.Organization, Guid.CreateVersion7(now), source, file.Length, null, now);
        upload.Describe(await cipher.SealAsync(db.Organization, UploadedFile.FileNamePurpose, upload.Id, file.Name, ct), null);
        upload.Grew(file.Length, now);
        var named = pattern?.Read(file.Name) ?? new CallMetadata();
        if (named.Failure is { } bad)
        {
            return await RefuseAsync(upload, bad, ct);
        }

        await using var content = file.OpenRead();
        var spooled = await spool.WriteAsync(content, settings.MaxUploadBytes, ct);
        if (spooled.Failure is { } failure)
        {
            return failure.Kind is FailureKind.Unavailable ? failure : await RefuseAsync(upload, failure, ct);
        }

        var written = new CallMetadata { StartedAt = new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero) };
        var accepted = await accept.RunAsync(upload, file.Name, spooled.Value, named.Value.Over(defaults).Over(written), priority, ct);
        if (!accepted.IsOk)
        {
            spool.Delete(spooled.Value.File); // the file itself waits where it lies
        }

        return accepted;
    }

    private async Task<Result<AcceptedFile>> RefuseAsync(UploadedFile upload, Failure failure, CancellationToken ct)
    {
        upload.Refuse(failure, clock.GetUtcNow());
        db.Add(upload);
        await db.SaveChangesAsync(ct);
        return new AcceptedFile(UploadedFile.Refused, failure.Code, failure.Message, []);
    }
}
