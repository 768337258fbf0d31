using Earshot.Analysis.Flags;
using Earshot.Analysis.Scorecards;
using Earshot.Analysis.Script;

namespace Earshot.Analysis.Stored;

/// <summary>What was measured and judged once and does not change with a scorecard: measures, steps taken and flags raised, with their places.</summary>
public static class StoredFacts
{
    private const int Version = 1;

    /// <summary>Writes the facts of a judged call.</summary>
    public static byte[] Write(CallAnalysis analysis)
    {
        var bytes = new StoredBytes();
        bytes.Number(Version);
        var measures = MetricRule.Measure(analysis);
        bytes.Number(measures.Length);
        foreach (var measure in measures)
        {
            bytes.Single((float)(measure ?? double.NaN));
        }

        WriteFound(bytes, FollowScript.Names, name => analysis.Script.FirstOrDefault(step => step.Name == name && step.Done) is { } step ? (true, step.Quote) : (false, null));
        WriteFound(bytes, FindFlags.Names, name => analysis.Flags.FirstOrDefault(flag => flag.Name == name) is { } flag ? (true, flag.Quote) : (false, null));
        return bytes.ToArray();
    }

    internal static CallFacts Read(ReadOnlySpan<byte> stored)
    {
        var reader = new StoredReader(stored);
        if (reader.Number() != Version)
        {
            throw new InvalidDataException("Unknown version of stored facts.");
        }

        var measures = new double?[reader.Number()];
        for (var i = 0; i < measures.Length; i++)
        {
            measures[i] = reader.Single() is var value && float.IsNaN(value) ? null : value;
        }

        return new CallFacts(measures, ReadFound(ref reader), ReadFound(ref reader));
    }

    // Zero: not found. One: found nowhere in particular. More: the turn, its first letter and the number of letters.
    private static void WriteFound(StoredBytes bytes, IReadOnlyList<string> names, Func<string, (bool Is, Quote? Quote)> find)
    {
        bytes.Number(names.Count);
        foreach (var name in names)
        {
            var (found, quote) = find(name);
            bytes.Number(!found ? 0 : quote is null ? 1 : quote.Turn + 2);
            if (quote is not null)
            {
                bytes.Number(quote.Start);
                bytes.Number(quote.Length);
            }
        }
    }

    private static FoundPlace?[] ReadFound(ref StoredReader reader)
    {
        var found = new FoundPlace?[reader.Number()];
        for (var i = 0; i < found.Length; i++)
        {
            found[i] = reader.Number() switch
            {
                0 => null,
                1 => new FoundPlace(-1, 0, 0),
                var turn => new FoundPlace(turn - 2, reader.Number(), reader.Number()),
            };
        }

        return found;
    }
}

/// <summary>Measures in the order of <see cref="MetricRule.Names"/>; steps and flags in the order of their names.</summary>
internal sealed record CallFacts(double?[] Measures, FoundPlace?[] Steps, FoundPlace?[] Flags);

/// <summary>Where something was said: a turn, -1 when nowhere in particular.</summary>
internal readonly record struct FoundPlace(int Turn, int Start, int Length);
