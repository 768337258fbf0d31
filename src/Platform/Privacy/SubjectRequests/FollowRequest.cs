using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Tenancy;
using Earshot.Platform.Privacy.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Privacy.SubjectRequests;

/// <summary>
/// The person's own view of a request, by the secret of the private link: state, due date, questions, reasons, the answer, and for thirty
/// days after it a copy of the data. Here a reason that must be sent is sent.
/// </summary>
public sealed class FollowRequest(PlatformDb db, TenantContext tenant, ReadRequest read, ActOnRequest act, CompleteRequest complete, TimeProvider clock)
{
    public static readonly TimeSpan CopyLife = TimeSpan.FromDays(30);

    public async Task<Result<RequestDetails>> RunAsync(string token, CancellationToken ct)
    {
        var request = await FindAsync(token, ct);
        return request is null ? RequestFailures.NotFound : await read.OpenAsync(request, ct);
    }

    /// <summary>The copy of the person's data.</summary>
    /// <param name="token">Secret of the private link.</param>
    /// <param name="format">One of <see cref="ExportPerson.Formats"/>.</param>
    /// <param name="title">Head of the readable form.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task<Result<byte[]>> CopyAsync(string token, string format, string title, CancellationToken ct)
    {
        if (await FindAsync(token, ct) is not { } request || !HasCopy(request.Kind, request.State, request.ClosedAt) || !ExportPerson.Formats.Contains(format))
        {
            return RequestFailures.NotFound;
        }

        var found = await act.FindAsync(request.Id, readsTexts: true, ct);
        return found.IsOk ? ExportPerson.Write(found.Value, format, title) : found.Failure ?? RequestFailures.NotFound;
    }

    /// <summary>The person adds what was missing.</summary>
    /// <param name="token">Secret of the private link.</param>
    /// <param name="text">What ties them to the organization, or what they were asked for.</param>
    /// <param name="file">A paper; null: none.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task<Result<Done>> AddAsync(string token, string? text, NewRequestFile? file, CancellationToken ct) =>
        await FindAsync(token, ct) is { } request ? await complete.RunAsync(request.Id, text, file, ct) : RequestFailures.NotFound;

    /// <summary>Whether the link gives a copy of the data now.</summary>
    public bool HasCopy(string kind, string state, DateTimeOffset? closedAt) =>
        kind is RequestKinds.Access or RequestKinds.Portability && state == RequestStates.Answered && closedAt + CopyLife > clock.GetUtcNow();

    private async Task<SubjectRequest?> FindAsync(string token, CancellationToken ct)
    {
        if (token.Split('.') is not [var name, var secret] || !Guid.TryParseExact(name, "n", out var organization) || (tenant.IsSet && tenant.OrganizationId != organization))
        {
            return null;
        }

        tenant.Set(organization);
        var hash = ReceiveRequest.HashOf(secret);
        return await db.Set<SubjectRequest>().AsNoTracking().SingleOrDefaultAsync(row => row.TokenHash == hash, ct);
    }
}
