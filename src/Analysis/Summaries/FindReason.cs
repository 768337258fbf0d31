using Earshot.Analysis.Text;

namespace Earshot.Analysis.Summaries;

/// <summary>Finds why the customer called: their first words with substance.</summary>
internal static class FindReason
{
    private const int FewestWords = 3;
    private const int EnoughWords = 7;
    private const int TurnsSearched = 4;

    public static string Run(CallText call)
    {
        var turns = Enumerable.Range(0, call.TurnCount).Where(turn => call.Speakers[turn] == Speakers.Customer).Take(TurnsSearched).ToArray();
        var said = new List<string>();
        var words = 0;
        foreach (var turn in turns.Where(turn => CountWords(call, turn) >= FewestWords))
        {
            said.Add(Substance(call.TextOf(turn)));
            words += CountWords(call, turn);
            if (words >= EnoughWords)
            {
                break;
            }
        }

        return said.Count > 0 ? string.Join(' ', said) : turns.Length > 0 ? call.TextOf(turns[0]) : string.Empty;
    }

    // A short first sentence is a greeting: "Hi, this is [PERSON_1]."
    private static string Substance(string text)
    {
        var sentences = Sentences.Of(text).ToArray();
        var first = sentences.Length > 1 && text.AsSpan(sentences[0].Start, sentences[0].Length).Count(' ') <= 5 ? 1 : 0;
        var chosen = sentences.Skip(first).Take(3).ToArray();
        return chosen.Length == 0 ? text.Trim() : text[chosen[0].Start..(chosen[^1].Start + chosen[^1].Length)].Trim();
    }

    private static int CountWords(CallText call, int turn) => call.FirstTokens[turn + 1] - call.FirstTokens[turn];
}
