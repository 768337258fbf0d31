using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Privacy.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Privacy.SubjectRequests;

/// <summary>A request with everything that its page shows, opened.</summary>
public sealed record RequestDetails
{
    public required Guid Id { get; init; }

    public required int Number { get; init; }

    public required string Organization { get; init; }

    public required string Law { get; init; }

    public required RequestKind Kind { get; init; }

    /// <summary>One of <see cref="RequestTopics"/>.</summary>
    public required string About { get; init; }

    public required string State { get; init; }

    public required string Way { get; init; }

    public required RequestPerson Person { get; init; }

    public string? Details { get; init; }

    public string? Ground { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required DateOnly DueOn { get; init; }

    public required DateOnly FirstDueOn { get; init; }

    public required int? Left { get; init; }

    public required bool CountsWorkingDays { get; init; }

    public required string Calendar { get; init; }

    public DateTimeOffset? ExtendedAt { get; init; }

    public string? ExtensionReason { get; init; }

    /// <summary>The most by which the answer may be put off now; null when it may not.</summary>
    public required Period? MayExtend { get; init; }

    public DateTimeOffset? VerifiedAt { get; init; }

    public string? Verification { get; init; }

    public DateTimeOffset? ActedAt { get; init; }

    public Guid? ReceiptId { get; init; }

    public DateTimeOffset? StopDueAt { get; init; }

    public DateTimeOffset? StoppedAt { get; init; }

    public DateTimeOffset? DestroyDueAt { get; init; }

    public DateTimeOffset? DestroyedAt { get; init; }

    public string? Answer { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public string? Failure { get; init; }

    public required int Attempts { get; init; }

    /// <summary>Something is frozen on account of it.</summary>
    public required bool IsHolding { get; init; }

    public bool IsOpen => ClosedAt is null;
}

/// <summary>Opens a request.</summary>
public sealed class ReadRequest(PlatformDb db, TenantCipher cipher, TimeProvider clock)
{
    public async Task<Result<RequestDetails>> RunAsync(Guid id, CancellationToken ct)
    {
        var row = await db.Set<SubjectRequest>().AsNoTracking().SingleOrDefaultAsync(request => request.Id == id, ct);
        return row is null ? RequestFailures.NotFound : await OpenAsync(row, ct);
    }

    internal async Task<RequestDetails> OpenAsync(SubjectRequest row, CancellationToken ct)
    {
        var organization = await OrganizationLaw.ReadAsync(db, ct);
        var kind = RequestKinds.Find(row.Kind) ?? throw new InvalidOperationException("A request is of no known kind.");
        var now = clock.GetUtcNow();
        return new RequestDetails
        {
            Id = row.Id,
            Number = row.Number,
            Organization = organization.Name,
            Law = organization.Law.Law,
            Kind = kind,
            About = row.About,
            State = row.State,
            Way = row.Way,
            Person = await RequestSeal.OpenAsync(cipher, row, ct),
            Details = await RequestSeal.TextAsync(cipher, row, RequestSeal.Details, row.Details, ct),
            Ground = row.Ground,
            ReceivedAt = row.ReceivedAt,
            DueOn = row.DueOn,
            FirstDueOn = row.FirstDueOn,
            Left = row.ClosedAt is null ? ListRequests.Left(row, organization, now) : null,
            CountsWorkingDays = kind.Period(organization.Law).Unit is PeriodUnit.BusinessDays,
            Calendar = row.Calendar,
            ExtendedAt = row.ExtendedAt,
            ExtensionReason = await RequestSeal.TextAsync(cipher, row, RequestSeal.Reason, row.ExtensionReason, ct),
            MayExtend = HandleRequest.RefuseExtension(row, organization.Law, 1, "long enough to be read", now) is null ? organization.Law.Extension : null,
            VerifiedAt = row.VerifiedAt,
            Verification = row.Verification,
            ActedAt = row.ActedAt,
            ReceiptId = row.ReceiptId,
            StopDueAt = row.StopDueAt,
            StoppedAt = row.StoppedAt,
            DestroyDueAt = row.DestroyDueAt,
            DestroyedAt = row.DestroyedAt,
            Answer = await RequestSeal.TextAsync(cipher, row, RequestSeal.Answer, row.Answer, ct),
            ClosedAt = row.ClosedAt,
            Failure = row.Failure,
            Attempts = row.Attempts,
            IsHolding = await db.Database.SqlQuery<bool>($"""select exists (select from privacy.restrictions where organization_id = {row.OrganizationId} and case_id = {row.Id} and lifted_at is null) as "Value" """).SingleAsync(ct),
        };
    }
}
