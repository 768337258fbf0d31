namespace Earshot.Bench.SpokenPii.Generator;

/// <summary>Pools of values of one language and one split: <c>key: one, two, three</c> per line, keys may repeat.</summary>
internal sealed class Fillers
{
    private readonly Dictionary<string, List<string>> pools = [];

    public static Fillers From(string path)
    {
        var fillers = new Fillers();
        foreach (var line in File.ReadLines(path).Where(l => l.Length > 0 && l[0] != '#'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            fillers.Add(line[..colon].Trim(), line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        }

        return fillers;
    }

    public IReadOnlyList<string> this[string key] =>
        pools.TryGetValue(key, out var pool) ? pool : throw new KeyNotFoundException("No filler pool " + key);

    private void Add(string key, string[] values)
    {
        if (!pools.TryGetValue(key, out var pool))
        {
            pools[key] = pool = [];
        }

        pool.AddRange(values);
    }
}
