using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Earshot.Platform.Accounts;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Privacy.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Privacy.SubjectRequests;

/// <summary>What came in.</summary>
/// <param name="Kind">One of <see cref="RequestKinds"/>.</param>
/// <param name="Way">form, desk, email or messenger.</param>
/// <param name="Person">Who asks.</param>
/// <param name="Details">What they wrote.</param>
/// <param name="Ground">Of a restriction.</param>
/// <param name="About">One of <see cref="RequestTopics"/>.</param>
public sealed record NewRequest(string Kind, string Way, RequestPerson Person, string? Details, string? Ground, string About = RequestTopics.Conversation);

/// <summary>A request that was taken.</summary>
/// <param name="Token">Secret of the person's private link; shown once.</param>
public sealed record ReceivedRequest(Guid Id, int Number, DateOnly DueOn, string Token);

/// <summary>Takes a request for the current organization and starts its clocks.</summary>
public sealed class ReceiveRequest(PlatformDb db, TenantCipher cipher, AuditLog audit, Actor actor, TimeProvider clock)
{
    private const int LongestText = 4000;
    private const int PerAddress = 5;
    private const int PerOrganization = 300;
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    public async Task<Result<ReceivedRequest>> RunAsync(NewRequest request, CancellationToken ct)
    {
        if (Refuse(request) is { } refused)
        {
            return refused;
        }

        if (!RouteRequest.IsAtItsDesk(request.About, db.Organization))
        {
            return RequestFailures.WrongDesk;
        }

        var now = clock.GetUtcNow();
        var digest = await DigestAsync(ct);
        if (request.Way == "form" && await IsTooManyAsync(digest, now, ct))
        {
            return RequestFailures.TooMany;
        }

        var organization = await OrganizationLaw.ReadAsync(db, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var row = await MakeAsync(request, organization, now, token, digest, ct);
        db.Add(row);
        await audit.RecordAsync("request.received", "request", row.Id, "subject_request", null, $$"""{"kind":"{{row.Kind}}","way":"{{row.Way}}"}""", ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new ReceivedRequest(row.Id, row.Number, row.DueOn, string.Create(CultureInfo.InvariantCulture, $"{db.Organization:n}.{token}"));
    }

    internal static Failure? Refuse(NewRequest request) => request switch
    {
        _ when RequestKinds.Find(request.Kind) is null || (request.Way == "form" && request.Kind == RequestKinds.Authority) => RequestFailures.BadKind,
        { Kind: RequestKinds.Restriction } when !RequestKinds.Grounds.Contains(request.Ground) => RequestFailures.NoGround,
        _ when (request.Details?.Length ?? 0) > LongestText || new[] { request.Person.Name, request.Person.Phone, request.Person.Email, request.Person.CrmId, request.Person.Relation, request.Person.Representative }.Any(text => text?.Length > 300) => RequestFailures.TooLong,
        _ when request.Kind != RequestKinds.Authority && request.Person.Keys(false) is null => RequestFailures.NoPerson,
        _ => null,
    };

    /// <summary>
    /// A request that does not say what ties the person to the organization waits for that. The clock runs all the same. An account, an
    /// inquiry and a subscription are such a tie.
    /// </summary>
    internal static string FirstState(NewRequest request) =>
        request is { Way: "form", Person.Relation: null or "", About: RequestTopics.Conversation } && RequestKinds.Find(request.Kind) is { NeedsIdentity: true } ? RequestStates.NeedsInformation : RequestStates.Received;

    internal static byte[] HashOf(string token) => SHA256.HashData(Encoding.ASCII.GetBytes(token));

    private async Task<SubjectRequest> MakeAsync(NewRequest request, OrganizationLaw organization, DateTimeOffset now, string token, byte[]? digest, CancellationToken ct)
    {
        var id = Guid.CreateVersion7(now);
        var received = LawProfile.DayOf(now, organization.Zone);
        var due = organization.Law.Due(received, (RequestKinds.Find(request.Kind)?.Period ?? (law => law.Answer))(organization.Law));
        var isWithdrawal = request.Kind is RequestKinds.Withdrawal or RequestKinds.Objection;
        return new SubjectRequest
        {
            OrganizationId = db.Organization,
            Id = id,
            Number = await NextNumberAsync(ct),
            Kind = request.Kind,
            About = request.About,
            State = FirstState(request),
            Way = request.Way,
            Person = await RequestSeal.SealAsync(cipher, db.Organization, id, request.Person, ct),
            Details = string.IsNullOrWhiteSpace(request.Details) ? null : await cipher.SealAsync(db.Organization, RequestSeal.Details, id, request.Details.Trim(), ct),
            Ground = request.Kind == RequestKinds.Restriction ? request.Ground : null,
            ReceivedAt = now,
            DueOn = due.Day,
            FirstDueOn = due.Day,
            DueAt = LawProfile.EndOf(due.Day, organization.Zone),
            Calendar = due.CalendarVersion,
            StopDueAt = isWithdrawal ? LawProfile.EndOf(organization.Law.Due(received, organization.Law.Stop).Day, organization.Zone) : null,
            DestroyDueAt = request.Kind == RequestKinds.Withdrawal ? now.AddDays(organization.Law.Destroy.Amount) : null,
            TokenHash = HashOf(token),
            AddressDigest = digest,
        };
    }

    // One at a time for an organization, so that numbers have no gaps.
    private async Task<int> NextNumberAsync(CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({db.Organization.ToString()}, 7))", ct);
        return await db.Set<SubjectRequest>().MaxAsync(row => (int?)row.Number, ct) + 1 ?? 1;
    }

    private async Task<byte[]?> DigestAsync(CancellationToken ct) =>
        actor.Address is { } address ? await cipher.BlindIndexAsync(db.Organization, "privacy.requests.address", address, ct) : null;

    private async Task<bool> IsTooManyAsync(byte[]? digest, DateTimeOffset now, CancellationToken ct)
    {
        var since = now - Window;
        var recent = db.Set<SubjectRequest>().Where(row => row.ReceivedAt > since && row.Way == "form");
        return await recent.CountAsync(ct) >= PerOrganization || (digest is not null && await recent.CountAsync(row => row.AddressDigest == digest, ct) >= PerAddress);
    }
}
