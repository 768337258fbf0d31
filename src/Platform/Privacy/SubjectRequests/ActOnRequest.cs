using System.Security.Cryptography;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Privacy.PersonalData;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Earshot.Platform.Privacy.SubjectRequests;

/// <summary>Does what a request asks for, over all modules: shows, corrects, freezes, erases. Nothing before the identity is checked.</summary>
public sealed class ActOnRequest(
    PlatformDb db, TenantCipher cipher, FindPerson find, CorrectPerson correct, PersonActs acts, TimeProvider clock)
{
    /// <summary>What is stored about the person of the request.</summary>
    public async Task<Result<List<HeldRecord>>> FindAsync(Guid id, bool readsTexts, CancellationToken ct)
    {
        var request = await RequestAsync(id, ct);
        return request switch
        {
            null => RequestFailures.NotFound,
            { VerifiedAt: null } => RequestFailures.NotVerified,
            _ => await SearchAsync(request, readsTexts, ct),
        };
    }

    /// <summary>Erases, freezes or lets go, as the kind of the request says. A failure is written down and tried again by the clock.</summary>
    public async Task<Result<Done>> RunAsync(Guid id, CancellationToken ct)
    {
        if (await RequestAsync(id, ct) is not { } request)
        {
            return RequestFailures.NotFound;
        }

        if (request.VerifiedAt is null || request.State != RequestStates.InWork)
        {
            return RequestFailures.NotVerified;
        }

        return request.Kind switch
        {
            RequestKinds.Erasure => await EraseAsync(request, ct),
            RequestKinds.Restriction => await StopAsync(request, request.Ground ?? "accuracy", ct),
            RequestKinds.Objection => await StopAsync(request, "objection", ct),
            RequestKinds.Withdrawal when request.StoppedAt is null => await StopAsync(request, "withdrawal", ct),
            RequestKinds.Withdrawal => await EraseAsync(request, ct),
            _ => RequestFailures.NothingToDo,
        };
    }

    /// <summary>What the request froze goes on. The person must have been told before (GDPR, article 18, paragraph 3): the reason goes to them.</summary>
    public async Task<Result<Done>> LiftAsync(Guid id, string? reason, CancellationToken ct)
    {
        if (await RequestAsync(id, ct) is not { StoppedAt: not null, Kind: RequestKinds.Restriction or RequestKinds.Objection } request)
        {
            return RequestFailures.NothingToDo;
        }

        if ((reason?.Trim().Length ?? 0) < HandleRequest.ShortestReason)
        {
            return RequestFailures.NoReason;
        }

        request.Answer = await cipher.SealAsync(request.OrganizationId, RequestSeal.Answer, request.Id, reason?.Trim() ?? string.Empty, ct);
        await acts.Restrict.LiftAsync(id, ct);
        return default(Done);
    }

    /// <summary>Writes the right value wherever the wrong one stands.</summary>
    public async Task<Result<int>> CorrectAsync(Guid id, Correction correction, CancellationToken ct)
    {
        if (correction.Field is not ("name" or "phone") || string.IsNullOrWhiteSpace(correction.Value) || correction.Value.Length > 300)
        {
            return RequestFailures.BadCorrection;
        }

        if (await RequestAsync(id, ct) is not { VerifiedAt: not null, State: RequestStates.InWork, Kind: RequestKinds.Correction or RequestKinds.Completion } request)
        {
            return RequestFailures.NotVerified;
        }

        var records = (await SearchAsync(request, false, ct)).Where(record => record.FoundBy is not ("link" or AccountsHolder.ByAccount)).ToList();
        var changed = await correct.RunAsync(records, correction with { Value = correction.Value.Trim() }, id, ct);
        request.ActedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
        return changed;
    }

    // By the clock: what was withdrawn stops and ends in time, whoever forgot it.
    internal async Task KeepPromisesAsync(Guid id, CancellationToken ct)
    {
        if (await RequestAsync(id, ct) is not { VerifiedAt: not null } request)
        {
            return;
        }

        if (request is { Failure: not null, State: RequestStates.InWork })
        {
            await RunAsync(id, ct);
        }

        if (request is { StopDueAt: not null, StoppedAt: null })
        {
            await StopAsync(request, request.Kind == RequestKinds.Objection ? "objection" : "withdrawal", ct);
        }

        if (request is { DestroyDueAt: { } due, DestroyedAt: null } && clock.GetUtcNow() >= due.AddDays(-1))
        {
            await EraseAsync(request, ct);
        }
    }

    private Task<Result<Done>> EraseAsync(SubjectRequest request, CancellationToken ct) => TryAsync(request, erases: true, async records =>
    {
        var erasure = await acts.Erase.RunAsync(records, request.Id, ct);
        var now = clock.GetUtcNow();
        (request.ReceiptId, request.ActedAt, request.DestroyedAt) = (erasure.Receipt, now, now);
    }, ct);

    private Task<Result<Done>> StopAsync(SubjectRequest request, string ground, CancellationToken ct) => TryAsync(request, erases: false, async records =>
    {
        await acts.Restrict.RunAsync(records, ground, request.Id, ct);
        var now = clock.GetUtcNow();
        (request.ActedAt, request.StoppedAt) = (now, now);
    }, ct);

    private async Task<Result<Done>> TryAsync(SubjectRequest request, bool erases, Func<List<HeldRecord>, Task> act, CancellationToken ct)
    {
        try
        {
            var records = await SearchAsync(request, true, ct);
            if (records.Exists(record => AccountsHolder.Bars(record, erases)))
            {
                return RequestFailures.AccountRemains;
            }

            await act([.. records.Where(record => record.FoundBy is not AccountsHolder.ByAccount)]);
            (request.Failure, request.Attempts) = (null, request.Attempts + 1);
            await db.SaveChangesAsync(ct);
            return default(Done);
        }
        catch (Exception trouble) when (trouble is NpgsqlException or DbUpdateException or CryptographicException or IOException or InvalidDataException)
        {
            await NoteAsync(request, trouble.GetType().Name, ct);
            return new Failure(FailureKind.Unavailable, "request_act_failed", "It did not work and is tried again within the hour.");
        }
    }

    private Task<int> NoteAsync(SubjectRequest request, string failure, CancellationToken ct)
    {
        db.Forget();
        return db.Set<SubjectRequest>().Where(row => row.Id == request.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.Failure, failure).SetProperty(r => r.Attempts, r => r.Attempts + 1), ct);
    }

    private async Task<List<HeldRecord>> SearchAsync(SubjectRequest request, bool readsTexts, CancellationToken ct) =>
        (await RequestSeal.OpenAsync(cipher, request, ct)).Keys(readsTexts) is { } keys
            ? [.. await find.RunAsync(keys, request.Id, ct)]
            : [];

    private Task<SubjectRequest?> RequestAsync(Guid id, CancellationToken ct) => db.Set<SubjectRequest>().SingleOrDefaultAsync(row => row.Id == id, ct);
}

/// <summary>The two acts that change everything about a person.</summary>
public sealed record PersonActs(ErasePerson Erase, RestrictPerson Restrict);
