using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Calls.Tuning;

/// <summary>What holds now.</summary>
/// <param name="Version">0 where nothing was ever tuned.</param>
/// <param name="Stamp">To be given back with a change, so that two people do not write over each other; null at version 0.</param>
/// <param name="Tuning">The lists.</param>
public sealed record CurrentTuning(int Version, Guid? Stamp, MaskingTuning Tuning);

/// <summary>A version in the list of versions.</summary>
public sealed record TuningVersionLine(int Version, int Allowed, int Denied, int Patterns, int? RestoredFrom, DateTimeOffset MadeAt, Guid? MadeBy);

/// <summary>A line with its row.</summary>
internal sealed record OpenedLine(TuningLine Row, string Words)
{
    public OwnPattern AsPattern() => Words.Split('\n', 2) is [var name, var pattern] ? new OwnPattern(name, pattern, Row.Type ?? string.Empty) : new OwnPattern(Words, string.Empty, string.Empty);
}

/// <summary>Reads what the current organization tuned.</summary>
public sealed class ReadTuning(PlatformDb db, TenantCipher cipher)
{
    /// <summary>The newest version.</summary>
    public async Task<CurrentTuning> RunAsync(CancellationToken ct)
    {
        var newest = await NewestAsync(ct);
        return newest is null ? new CurrentTuning(0, null, MaskingTuning.Empty) : new CurrentTuning(newest.Version, newest.Stamp, Tuning(await LinesAsync(newest.Version, ct)));
    }

    /// <summary>The versions that are kept, newest first.</summary>
    public async Task<IReadOnlyList<TuningVersionLine>> VersionsAsync(CancellationToken ct) =>
        await db.Set<TuningVersion>().AsNoTracking().OrderByDescending(row => row.Version)
            .Select(row => new TuningVersionLine(row.Version, row.Allowed, row.Denied, row.Patterns, row.RestoredFrom, row.MadeAt, row.MadeBy)).ToListAsync(ct);

    internal Task<TuningVersion?> NewestAsync(CancellationToken ct) =>
        db.Set<TuningVersion>().AsNoTracking().OrderByDescending(row => row.Version).FirstOrDefaultAsync(ct);

    internal async Task<IReadOnlyList<OpenedLine>> LinesAsync(int version, CancellationToken ct)
    {
        var rows = await db.Set<TuningLine>().Where(row => row.SinceVersion <= version && (row.UntilVersion == null || row.UntilVersion > version)).ToListAsync(ct);
        var lines = new List<OpenedLine>(rows.Count);
        foreach (var row in rows)
        {
            lines.Add(new OpenedLine(row, await cipher.OpenTextAsync(row.OrganizationId, TuningLine.Purpose, row.Id, row.Words, ct)));
        }

        return lines;
    }

    internal static MaskingTuning Tuning(IReadOnlyList<OpenedLine> lines) => new MaskingTuning(
        [.. Of(lines, CheckTuning.Allow).Select(line => line.Words)],
        [.. Of(lines, CheckTuning.Deny).Select(line => line.Words)],
        [.. Of(lines, CheckTuning.Pattern).Select(line => line.AsPattern())]).Tidied();

    private static IEnumerable<OpenedLine> Of(IEnumerable<OpenedLine> lines, string list) => lines.Where(line => line.Row.List == list);
}
