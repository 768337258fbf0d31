using Earshot.Analysis.Flags;
using Earshot.Analysis.Model;
using Earshot.Analysis.Scorecards;
using Earshot.Analysis.Script;

namespace Earshot.Analysis.Stored;

/// <summary>What was measured and judged once and does not change with a scorecard: measures, steps taken and flags raised, with their places.</summary>
public static class StoredFacts
{
    private const int Version = 1;
    private static readonly Dictionary<ulong, (CriterionAnswer Answer, FoundPlace? Place)> None = [];

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

    /// <summary>The same facts with the answers of a model; answers that were there before are kept unless they are given anew.</summary>
    public static byte[] WithAnswers(ReadOnlySpan<byte> stored, IReadOnlyList<ModelAnswer> answers)
    {
        var reader = new StoredReader(stored);
        var known = Read(ref reader).Answers.Where(old => answers.All(answer => answer.Question.Key != old.Key)).ToArray();
        var bytes = new StoredBytes();
        bytes.Number(known.Length + answers.Count);
        foreach (var (key, (answer, place)) in known)
        {
            WriteAnswer(bytes, key, answer, place);
        }

        foreach (var answer in answers)
        {
            WriteAnswer(bytes, answer.Question.Key, answer.Answer, answer.Quote is { } quote ? new FoundPlace(quote.Turn, quote.Start, quote.Length) : null);
        }

        return [.. stored[..FoundLength(stored)], .. bytes.ToArray()];
    }

    /// <summary>The questions that a model has answered already.</summary>
    public static IReadOnlySet<ulong> Answered(ReadOnlySpan<byte> stored) => Read(stored).Answers.Keys.ToHashSet();

    internal static CallFacts Read(ReadOnlySpan<byte> stored)
    {
        var reader = new StoredReader(stored);
        return Read(ref reader);
    }

    // Measures, steps and flags come first; a model's answers may follow.
    private static int FoundLength(ReadOnlySpan<byte> stored)
    {
        var reader = new StoredReader(stored);
        ReadFound(ref reader, out _, out _, out _);
        return stored.Length - reader.Left;
    }

    private static CallFacts Read(ref StoredReader reader)
    {
        ReadFound(ref reader, out var measures, out var steps, out var flags);
        return new CallFacts(measures, steps, flags, ReadAnswers(ref reader));
    }

    private static void ReadFound(ref StoredReader reader, out double?[] measures, out FoundPlace?[] steps, out FoundPlace?[] flags)
    {
        if (reader.Number() != Version)
        {
            throw new InvalidDataException("Unknown version of stored facts.");
        }

        measures = new double?[reader.Number()];
        for (var i = 0; i < measures.Length; i++)
        {
            measures[i] = reader.Single() is var value && float.IsNaN(value) ? null : value;
        }

        steps = ReadFound(ref reader);
        flags = ReadFound(ref reader);
    }

    private static void WriteAnswer(StoredBytes bytes, ulong key, CriterionAnswer answer, FoundPlace? place)
    {
        bytes.Number((int)(uint)key);
        bytes.Number((int)(uint)(key >> 32));
        bytes.Number((int)answer);
        bytes.Number(place is null ? 0 : place.Value.Turn + 1);
        if (place is { } found)
        {
            bytes.Number(found.Start);
            bytes.Number(found.Length);
        }
    }

    private static Dictionary<ulong, (CriterionAnswer Answer, FoundPlace? Place)> ReadAnswers(ref StoredReader reader)
    {
        if (reader.IsEmpty)
        {
            return None;
        }

        var answers = new Dictionary<ulong, (CriterionAnswer Answer, FoundPlace? Place)>();
        for (var left = reader.Number(); left > 0; left--)
        {
            var key = (uint)reader.Number() | ((ulong)(uint)reader.Number() << 32);
            var answer = (CriterionAnswer)reader.Number();
            answers[key] = (answer, reader.Number() is > 0 and var turn ? new FoundPlace(turn - 1, reader.Number(), reader.Number()) : null);
        }

        return answers;
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
/// <param name="Measures">Measures; null where one could not be taken.</param>
/// <param name="Steps">Steps taken.</param>
/// <param name="Flags">Flags raised.</param>
/// <param name="Answers">A model's answers by the key of the question.</param>
internal sealed record CallFacts(
    double?[] Measures, FoundPlace?[] Steps, FoundPlace?[] Flags, IReadOnlyDictionary<ulong, (CriterionAnswer Answer, FoundPlace? Place)> Answers);

/// <summary>Where something was said: a turn, -1 when nowhere in particular.</summary>
internal readonly record struct FoundPlace(int Turn, int Start, int Length);
