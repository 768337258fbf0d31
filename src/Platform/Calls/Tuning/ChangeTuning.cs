using System.Text.Json;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Earshot.Platform.Calls.Tuning;

/// <summary>The lists as they should be from now on.</summary>
/// <param name="Stamp">Of the version that was changed; null where there was none.</param>
/// <param name="Allow">See <see cref="MaskingTuning"/>.</param>
/// <param name="Deny">See <see cref="MaskingTuning"/>.</param>
/// <param name="Patterns">See <see cref="MaskingTuning"/>.</param>
/// <param name="AcceptsWarnings">The warnings about new lines were read.</param>
public sealed record ChangeTuningRequest(Guid? Stamp, IReadOnlyList<string> Allow, IReadOnlyList<string> Deny, IReadOnlyList<OwnPattern> Patterns, bool AcceptsWarnings = false)
{
    internal MaskingTuning Tuning => new(Allow ?? [], Deny ?? [], Patterns ?? []);
}

/// <summary>Writes a new version of what the organization tunes. Calls that were masked before stay as they are.</summary>
public sealed class ChangeTuning(PlatformDb db, ReadTuning read, TenantCipher cipher, AuditLog audit, AuditActor who, TimeProvider clock)
{
    /// <summary>Versions that are kept, to go back to.</summary>
    public const int Kept = 10;

    public static readonly Failure BadLines = new(FailureKind.Invalid, "bad_tuning", "Some lines can't be used. Each is named with its reason; nothing was changed.");

    public static readonly Failure Warned = new(FailureKind.Invalid, "tuning_warnings", "New lines leave more in the text than they seem to. Read the warnings, then accept them; nothing was changed.");

    public static readonly Failure ChangedMeanwhile = new(FailureKind.Conflict, "tuning_changed", "Somebody else changed these lists meanwhile. Load them again; nothing was changed.");

    public static readonly Failure NoVersion = new(FailureKind.NotFound, "tuning_version", "That version is not kept any more.");

    /// <returns>The version that holds now.</returns>
    public async Task<Result<int>> RunAsync(ChangeTuningRequest request, CancellationToken ct)
    {
        var remarks = CheckTuning.Run(request.Tuning);
        if (remarks.Any(remark => !remark.IsWarning))
        {
            return BadLines;
        }

        var current = await read.RunAsync(ct);
        return current.Stamp != request.Stamp ? ChangedMeanwhile
            : !request.AcceptsWarnings && remarks.Any(remark => IsNew(remark, request.Tuning, current.Tuning)) ? Warned
            : await WriteAsync(current, request.Tuning.Tidied(), null, ct);
    }

    /// <summary>Makes an earlier version the newest one again.</summary>
    public async Task<Result<int>> RestoreAsync(int version, Guid? stamp, CancellationToken ct)
    {
        var current = await read.RunAsync(ct);
        if (current.Stamp != stamp)
        {
            return ChangedMeanwhile;
        }

        var isKept = version == 0 ? current.Version is > 0 and < Kept : await db.Set<TuningVersion>().AnyAsync(row => row.Version == version, ct);
        return isKept ? await WriteAsync(current, ReadTuning.Tuning(await read.LinesAsync(version, ct)), version, ct) : NoVersion;
    }

    /// <summary>Whether a warning is about a line that does not hold yet.</summary>
    public static bool IsNew(TuningRemark remark, MaskingTuning wanted, MaskingTuning current) => remark.List switch
    {
        CheckTuning.Allow => !current.Allow.Contains(MaskingTuning.Tidied(wanted.Allow[remark.Line - 1]), StringComparer.OrdinalIgnoreCase),
        CheckTuning.Pattern => !current.Patterns.Any(own => own.Pattern == wanted.Patterns[remark.Line - 1].Pattern.Trim()),
        _ => true,
    };

    private async Task<Result<int>> WriteAsync(CurrentTuning current, MaskingTuning wanted, int? restored, CancellationToken ct)
    {
        var rows = Rows(wanted).ToHashSet();
        var held = await read.LinesAsync(current.Version, ct);
        var version = current.Version + 1;
        var gone = held.Where(line => !rows.Contains((line.Row.List, line.Words, line.Row.Type))).ToList();
        var added = rows.Except(held.Select(line => (line.Row.List, line.Words, line.Row.Type))).ToList();
        if (gone.Count + added.Count == 0)
        {
            return current.Version;
        }

        gone.ForEach(line => line.Row.UntilVersion = version);
        foreach (var (list, words, type) in added)
        {
            await AddLineAsync(list, words, type, version, ct);
        }

        AddVersion(wanted, version, restored);
        await audit.RecordAsync(
            "masking.tuned", "organization", db.Organization, "administration", null,
            JsonSerializer.Serialize(new { version, restored, allowed = wanted.Allow.Count, denied = wanted.Deny.Count, patterns = wanted.Patterns.Count, added = added.Count, removed = gone.Count }), ct);
        return await SaveAsync(version, ct);
    }

    private async Task AddLineAsync(string list, string words, string? type, int version, CancellationToken ct)
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        db.Add(new TuningLine
        {
            OrganizationId = db.Organization, Id = id, List = list, Words = await cipher.SealAsync(db.Organization, TuningLine.Purpose, id, words, ct), Type = type, SinceVersion = version,
        });
    }

    private void AddVersion(MaskingTuning wanted, int version, int? restored) => db.Add(new TuningVersion
    {
        OrganizationId = db.Organization,
        Version = version,
        Stamp = Guid.NewGuid(),
        Allowed = wanted.Allow.Count,
        Denied = wanted.Deny.Count,
        Patterns = wanted.Patterns.Count,
        RestoredFrom = restored,
        MadeAt = clock.GetUtcNow(),
        MadeBy = who.Id,
    });

    // The number of a version is given once: who comes second is told so.
    private async Task<Result<int>> SaveAsync(int version, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException taken) when (taken.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "tuning_versions" })
        {
            return ChangedMeanwhile;
        }

        var oldest = version - Kept + 1;
        await db.Set<TuningLine>().Where(row => row.UntilVersion <= oldest).ExecuteDeleteAsync(ct);
        await db.Set<TuningVersion>().Where(row => row.Version < oldest).ExecuteDeleteAsync(ct);
        return version;
    }

    private static IEnumerable<(string List, string Words, string? Type)> Rows(MaskingTuning tuning) =>
    [
        .. tuning.Allow.Select(line => (CheckTuning.Allow, line, (string?)null)),
        .. tuning.Deny.Select(line => (CheckTuning.Deny, line, (string?)null)),
        .. tuning.Patterns.Select(own => (CheckTuning.Pattern, $"{own.Name}\n{own.Pattern}", (string?)own.Type)),
    ];
}
