using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Kernel.Malware;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Privacy.SubjectRequests;

/// <summary>A file of a request as the desk sees it.</summary>
public sealed record RequestFileLine(Guid Id, string? Name, int Bytes, string SignatureState, string? Signer, DateTimeOffset AddedAt, bool IsErased);

/// <summary>Takes files of requests with their detached signatures, checks these, and keeps both sealed until the request is closed.</summary>
public sealed class KeepRequestFiles(PlatformDb db, TenantCipher cipher, ScanForMalware scan, AuditLog audit, TimeProvider clock)
{
    public const int Largest = 5 << 20;
    internal const string NamePurpose = "privacy.request_files.name";
    private const string ContentPurpose = "privacy.request_files.content";
    private const string SignaturePurpose = "privacy.request_files.signature";
    internal const string SignerPurpose = "privacy.request_files.signer";
    private const int Most = 10;

    /// <param name="request">Which request, of the current organization.</param>
    /// <param name="name">Name of the file.</param>
    /// <param name="content">The file.</param>
    /// <param name="signature">A detached signature over it; null: none.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task<Result<SignatureVerdict>> AddAsync(Guid request, string name, byte[] content, byte[]? signature, CancellationToken ct)
    {
        if (content.Length is 0 or > Largest || signature is { Length: 0 or > Largest })
        {
            return RequestFailures.FileTooLarge;
        }

        var state = await db.Set<SubjectRequest>().Where(row => row.Id == request).Select(row => row.State).SingleOrDefaultAsync(ct);
        if (state is null || !RequestStates.IsOpen(state) || await db.Set<RequestFile>().CountAsync(row => row.RequestId == request, ct) >= Most)
        {
            return state is null ? RequestFailures.NotFound : RequestFailures.NotNow;
        }

        if (await scan.RunAsync(new MemoryStream(content), content.Length, ct) is { } malware)
        {
            return malware;
        }

        var verdict = CheckSignature.Run(content, signature);
        db.Add(await SealAsync(request, name, content, signature, verdict, ct));
        await audit.RecordAsync("request.file_added", "request", request, "subject_request", null, $$"""{"signature":"{{verdict.State}}"}""", ct);
        await db.SaveChangesAsync(ct);
        return verdict;
    }

    public async Task<IReadOnlyList<RequestFileLine>> ListAsync(Guid request, CancellationToken ct)
    {
        var lines = new List<RequestFileLine>();
        foreach (var row in await db.Set<RequestFile>().AsNoTracking().Where(row => row.RequestId == request).OrderBy(row => row.AddedAt).ToListAsync(ct))
        {
            lines.Add(new RequestFileLine(row.Id, await TextAsync(row, NamePurpose, row.Name, ct), row.Bytes, row.SignatureState, await TextAsync(row, SignerPurpose, row.Signer, ct), row.AddedAt, row.ErasedAt is not null));
        }

        return lines;
    }

    /// <summary>The file, for the desk.</summary>
    public async Task<Result<(string Name, byte[] Content)>> ReadAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<RequestFile>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is not { Content: { } content } file)
        {
            return RequestFailures.NotFound;
        }

        await audit.RecordAsync("request.file_opened", "request", file.RequestId, "subject_request", null, null, ct);
        await db.SaveChangesAsync(ct);
        return (await TextAsync(file, NamePurpose, file.Name, ct) ?? "file", await cipher.OpenAsync(file.OrganizationId, ContentPurpose, file.Id, content, ct));
    }

    /// <summary>The request is closed: copies of papers go with the next save; that they were there, and what became of the signature, stays.</summary>
    internal static void Forget(PlatformDb db, Guid organization, Guid request, DateTimeOffset now) => db.AlsoExecute(
        $"update privacy.request_files set name = null, content = null, signature = null, signer = null, erased_at = {now} where organization_id = {organization} and request_id = {request} and erased_at is null");

    private async Task<RequestFile> SealAsync(Guid request, string name, byte[] content, byte[]? signature, SignatureVerdict verdict, CancellationToken ct)
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        return new RequestFile
        {
            OrganizationId = db.Organization,
            Id = id,
            RequestId = request,
            Name = await cipher.SealAsync(db.Organization, NamePurpose, id, Path.GetFileName(name) is { Length: > 0 and <= 200 } shortName ? shortName : "file", ct),
            Content = await cipher.SealAsync(db.Organization, ContentPurpose, id, content, ct),
            Signature = signature is null ? null : await cipher.SealAsync(db.Organization, SignaturePurpose, id, signature, ct),
            Bytes = content.Length,
            SignatureState = verdict.State,
            Signer = verdict.Signer is null ? null : await cipher.SealAsync(db.Organization, SignerPurpose, id, verdict.Signer, ct),
            AddedAt = clock.GetUtcNow(),
        };
    }

    private async Task<string?> TextAsync(RequestFile row, string purpose, byte[]? text, CancellationToken ct) =>
        text is null ? null : await cipher.OpenTextAsync(row.OrganizationId, purpose, row.Id, text, ct);
}
