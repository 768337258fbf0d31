using System.Text;
using Earshot.Bench.SpokenPii.Generator;

namespace Earshot.Bench.SpokenPii.Scorer;

/// <summary>
/// Scores predictions by character. A value masked under another type is masked. Ignored types are neither required nor
/// held against the masker.
/// </summary>
internal static class ScoreMasking
{
    public static MaskingScore Of(IEnumerable<ScoredCase> cases, params string[] ignored)
    {
        var types = new Dictionary<string, TypeScore>();
        var (negative, hits, harmless, masked) = (0, 0, 0, 0);
        foreach (var one in cases)
        {
            var text = one.Text.EnumerateRunes().ToArray();
            var covered = Marks(text.Length, one.Predicted);
            foreach (var span in one.Truth.Where(s => !ignored.Contains(s.Type)))
            {
                types[span.Type] = types.GetValueOrDefault(span.Type, TypeScore.None).Plus(ScoreSpan(text, span, covered));
            }

            var free = Harmless(text, Marks(text.Length, one.Truth)).ToList();
            harmless += free.Count;
            masked += free.Count(i => covered[i]);
            negative += one.Truth.Count == 0 ? 1 : 0;
            hits += one.Truth.Count == 0 && one.Predicted.Count > 0 ? 1 : 0;
        }

        return new(types, negative, hits, harmless, masked);
    }

    private static TypeScore ScoreSpan(Rune[] text, CorpusSpan span, bool[] covered)
    {
        var characters = Enumerable.Range(span.Start, span.End - span.Start).Where(i => !Rune.IsWhiteSpace(text[i])).ToList();
        var left = characters.Count(i => !covered[i]);
        return new(1, left == 0 ? 1 : 0, characters.Count, left);
    }

    /// <summary>Ignored truth is no harm to mask, so what counts as harmless is what lies in no truth span at all.</summary>
    private static IEnumerable<int> Harmless(Rune[] text, bool[] truth) =>
        Enumerable.Range(0, text.Length).Where(i => !truth[i] && !Rune.IsWhiteSpace(text[i]));

    private static bool[] Marks(int length, IReadOnlyList<CorpusSpan> spans)
    {
        var marks = new bool[length];
        foreach (var span in spans)
        {
            var (start, end) = (Math.Max(0, span.Start), Math.Min(length, span.End));
            Array.Fill(marks, true, start, Math.Max(0, end - start));
        }

        return marks;
    }
}
