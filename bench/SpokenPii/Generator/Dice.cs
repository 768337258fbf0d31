namespace Earshot.Bench.SpokenPii.Generator;

/// <summary>A seeded source of choices (SplitMix64), the same on every runtime, so that the corpus can be rebuilt byte for byte.</summary>
internal sealed class Dice(string seed)
{
    private ulong state = Fnv1a(seed);

    public int Below(int limit) => (int)(Next() % (ulong)limit);

    public int Between(int low, int high) => low + Below(high - low + 1);

    public bool Chance(int percent) => Below(100) < percent;

    public T Pick<T>(params IReadOnlyList<T> options) => options[Below(options.Count)];

    public string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('0' + Below(10))));

    private ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    private static ulong Fnv1a(string text) =>
        text.Aggregate(14695981039346656037UL, (hash, ch) => (hash ^ ch) * 1099511628211UL);
}
