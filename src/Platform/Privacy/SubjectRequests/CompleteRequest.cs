using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Privacy.SubjectRequests;

/// <summary>A file as it came, with its detached signature.</summary>
public sealed record NewRequestFile(string Name, byte[] Content, byte[]? Signature);

/// <summary>The person adds what a request lacked; it goes back to the desk.</summary>
public sealed class CompleteRequest(PlatformDb db, TenantCipher cipher, KeepRequestFiles files, AuditLog audit)
{
    private const int Longest = 1000;

    public async Task<Result<Done>> RunAsync(Guid id, string? text, NewRequestFile? file, CancellationToken ct)
    {
        var said = text?.Trim() ?? string.Empty;
        if (await db.Set<SubjectRequest>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { State: RequestStates.NeedsInformation } request)
        {
            return RequestFailures.NotNow;
        }

        if (said.Length > Longest || (said.Length == 0 && file is null))
        {
            return said.Length == 0 ? RequestFailures.NoReason : RequestFailures.TooLong;
        }

        if (file is not null && await files.AddAsync(id, file.Name, file.Content, file.Signature, ct) is { IsOk: false, Failure: { } refused })
        {
            return refused;
        }

        var person = await RequestSeal.OpenAsync(cipher, request, ct);
        var relation = string.Join("; ", new[] { person.Relation, said }.Where(part => !string.IsNullOrEmpty(part)));
        request.Person = await RequestSeal.SealAsync(cipher, request.OrganizationId, id, person with { Relation = relation }, ct);
        (request.State, request.Answer) = (RequestStates.Received, null);
        await audit.RecordAsync("request.completed", "request", id, "subject_request", null, null, ct);
        await db.SaveChangesAsync(ct);
        return default(Done);
    }
}
