using System.Collections.Concurrent;
using Earshot.Masking;

namespace Earshot.Platform.Calls.Pipeline;

/// <summary>Maskers by what was tuned: organizations with the same settings share one.</summary>
internal sealed class TunedMaskers
{
    private readonly ConcurrentDictionary<string, Masker> made = [];

    /// <param name="unmasked">Names of the types that stay in the text.</param>
    public Masker For(IReadOnlyCollection<string> unmasked) =>
        made.GetOrAdd(string.Join(',', unmasked.Order(StringComparer.Ordinal)), _ => new Masker(new MaskingOptions { Types = Types(unmasked) }));

    private static HashSet<PersonalDataType> Types(IReadOnlyCollection<string> unmasked) =>
        [.. new MaskingOptions().Types.Where(type => !unmasked.Contains(type.ToString()))];
}
