using System.Globalization;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Privacy.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Privacy.SubjectRequests;

/// <summary>What the desk does with a request in words: ask, check the identity, put off, refuse, answer.</summary>
public sealed class HandleRequest(PlatformDb db, TenantCipher cipher, AuditLog audit, AuditActor actor, TimeProvider clock)
{
    internal const int ShortestReason = 10;

    /// <summary>Asks the person for what is missing. The clock goes on: the law knows no pause.</summary>
    public Task<Result<Done>> AskAsync(Guid id, string? question, CancellationToken ct) =>
        ChangeAsync(id, RequestStates.NeedsInformation, "request.asked", question, async (request, text) => request.Answer = await SealAsync(request, RequestSeal.Answer, text, ct), ct);

    /// <summary>The person is who they say; work may begin.</summary>
    public async Task<Result<Done>> VerifyAsync(Guid id, string? verification, CancellationToken ct)
    {
        if (verification is null || !RequestKinds.Verifications.Contains(verification))
        {
            return RequestFailures.BadVerification;
        }

        return await ChangeAsync(id, RequestStates.InWork, "request.verified", "verified as told", (request, _) =>
        {
            (request.VerifiedAt, request.VerifiedBy, request.Verification, request.Answer) = (clock.GetUtcNow(), actor.Id, verification, null);
            return Task.CompletedTask;
        }, ct);
    }

    /// <summary>Puts the answer off, once, with a reason that the person reads.</summary>
    public async Task<Result<Done>> ExtendAsync(Guid id, int amount, string? reason, CancellationToken ct)
    {
        var organization = await OrganizationLaw.ReadAsync(db, ct);
        if (await FindAsync(id, ct) is not { } request)
        {
            return RequestFailures.NotFound;
        }

        if (RefuseExtension(request, organization.Law, amount, reason, clock.GetUtcNow()) is { } refused)
        {
            return refused;
        }

        var due = organization.Law.Due(request.FirstDueOn, organization.Law.Extension with { Amount = amount });
        (request.DueOn, request.DueAt, request.Calendar) = (due.Day, LawProfile.EndOf(due.Day, organization.Zone), due.CalendarVersion);
        (request.ExtendedAt, request.ExtensionReason, request.WarnedAt) = (clock.GetUtcNow(), await SealAsync(request, RequestSeal.Reason, reason ?? string.Empty, ct), null);
        return await SaveAsync(request, "request.extended", ct);
    }

    /// <summary>Says no, with a reason.</summary>
    public Task<Result<Done>> RefuseAsync(Guid id, string? reason, CancellationToken ct) =>
        ChangeAsync(id, RequestStates.Refused, "request.refused", reason, async (request, text) => await CloseAsync(request, text, ct), ct);

    /// <summary>Answers and closes. What is asked for must have been done before, where it is something to do.</summary>
    public async Task<Result<Done>> AnswerAsync(Guid id, string? answer, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } request && RequestKinds.Find(request.Kind) is { NeedsIdentity: true } && request.VerifiedAt is null)
        {
            return RequestFailures.NotVerified;
        }

        return await ChangeAsync(id, RequestStates.Answered, "request.answered", answer, async (row, text) => await CloseAsync(row, text, ct), ct);
    }

    internal static Failure? RefuseExtension(SubjectRequest request, LawProfile law, int amount, string? reason, DateTimeOffset now) => request switch
    {
        _ when !RequestStates.IsOpen(request.State) || request.Kind is RequestKinds.Authority or RequestKinds.Claim => RequestFailures.NotNow,
        { ExtendedAt: not null } => RequestFailures.ExtendedBefore,
        _ when now >= request.DueAt => RequestFailures.ExtensionTooLate,
        _ when amount < 1 || amount > law.Extension.Amount => RequestFailures.ExtensionTooLong,
        _ when (reason?.Trim().Length ?? 0) < ShortestReason => RequestFailures.NoReason,
        _ => null,
    };

    private async Task CloseAsync(SubjectRequest request, string answer, CancellationToken ct)
    {
        request.Answer = await SealAsync(request, RequestSeal.Answer, answer, ct);
        (request.ClosedAt, request.Failure, request.AddressDigest) = (clock.GetUtcNow(), null, null);
        KeepRequestFiles.Forget(db, request.OrganizationId, request.Id, clock.GetUtcNow());
    }

    private async Task<Result<Done>> ChangeAsync(Guid id, string to, string action, string? text, Func<SubjectRequest, string, Task> change, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } request)
        {
            return RequestFailures.NotFound;
        }

        if (!RequestStates.MayGo(request.State, to))
        {
            return RequestFailures.NotNow;
        }

        if ((text?.Trim().Length ?? 0) < ShortestReason)
        {
            return RequestFailures.NoReason;
        }

        await change(request, text?.Trim() ?? string.Empty);
        request.State = to;
        return await SaveAsync(request, action, ct);
    }

    private async Task<Result<Done>> SaveAsync(SubjectRequest request, string action, CancellationToken ct)
    {
        var details = string.Create(CultureInfo.InvariantCulture, $$"""{"kind":"{{request.Kind}}","number":{{request.Number}}}""");
        await audit.RecordAsync(action, "request", request.Id, "subject_request", null, details, ct);
        await db.SaveChangesAsync(ct);
        return default(Done);
    }

    private Task<SubjectRequest?> FindAsync(Guid id, CancellationToken ct) => db.Set<SubjectRequest>().SingleOrDefaultAsync(row => row.Id == id, ct);

    private async Task<byte[]> SealAsync(SubjectRequest request, string purpose, string text, CancellationToken ct) =>
        await cipher.SealAsync(request.OrganizationId, purpose, request.Id, text, ct);
}
