using System.Collections.Concurrent;
using Earshot.Masking;
using Earshot.Platform.Calls.Tuning;

namespace Earshot.Platform.Calls.Pipeline;

/// <summary>
/// Maskers by what was tuned. Organizations that chose types only share one; words and patterns of an organization are in a masker of its
/// own, made once for a version.
/// </summary>
internal sealed class TunedMaskers
{
    private const int MostOwn = 256;

    private readonly ConcurrentDictionary<string, Masker> shared = [];
    private readonly ConcurrentDictionary<Guid, OwnMasker> own = [];

    /// <param name="unmasked">Names of the types that stay in the text.</param>
    public Masker For(IReadOnlyCollection<string> unmasked) =>
        shared.GetOrAdd(Key(unmasked), _ => new Masker(MaskingTuning.Empty.Options(unmasked)));

    /// <summary>The masker of this organization for this version, where it was made.</summary>
    public Masker? Find(Guid organization, Guid stamp, IReadOnlyCollection<string> unmasked) =>
        own.TryGetValue(organization, out var kept) && kept.Stamp == stamp && kept.Unmasked == Key(unmasked) ? kept.Masker : null;

    /// <summary>Makes it; the one of the version before goes.</summary>
    public Masker Make(Guid organization, Guid stamp, IReadOnlyCollection<string> unmasked, MaskingTuning tuning)
    {
        if (own.Count >= MostOwn && own.Keys.FirstOrDefault() is var other)
        {
            own.TryRemove(other, out _);
        }

        var masker = tuning.IsEmpty ? For(unmasked) : new Masker(tuning.Options(unmasked));
        own[organization] = new OwnMasker(stamp, Key(unmasked), masker);
        return masker;
    }

    private static string Key(IReadOnlyCollection<string> unmasked) => string.Join(',', unmasked.Order(StringComparer.Ordinal));

    private sealed record OwnMasker(Guid Stamp, string Unmasked, Masker Masker);
}

/// <summary>The masker of the organization of this job.</summary>
internal sealed class FindMasker(ReadTuning tuning, TunedMaskers maskers)
{
    /// <param name="unmasked">Names of the types that stay in the text.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task<Masker> RunAsync(IReadOnlyCollection<string> unmasked, CancellationToken ct) =>
        await tuning.NewestAsync(ct) is not { } newest ? maskers.For(unmasked)
        : maskers.Find(newest.OrganizationId, newest.Stamp, unmasked)
            ?? maskers.Make(newest.OrganizationId, newest.Stamp, unmasked, ReadTuning.Tuning(await tuning.LinesAsync(newest.Version, ct)));
}
