using Earshot.Analysis.Phrases;
using Earshot.Analysis.Text;

namespace Earshot.Analysis.Summaries;

/// <summary>Finds why the call was made: the customer's first words with substance, or the agent's when it is the agent who calls.</summary>
internal static class FindReason
{
    private const int FewestWords = 3;
    private const int EnoughWords = 7;
    private const int TurnsSearched = 4;

    public static string Run(CallText call, PhraseResults results) => results["summary.purpose"].Matches is [var purpose, ..] ? Purpose(call, purpose) : Told(call);

    // What the agent says that it is about, and the customer's first answer with substance.
    private static string Purpose(CallText call, PhraseMatch match)
    {
        var quote = Sentences.Around(call, match.First);
        var answer = Enumerable.Range(quote.Turn, call.TurnCount - quote.Turn).FirstOrDefault(turn => call.Speakers[turn] == Speakers.Customer && CountWords(call, turn) >= FewestWords, -1);
        return answer < 0 ? quote.Text.Trim() : $"{quote.Text.Trim()} — {Substance(call.TextOf(answer))}";
    }

    private static string Told(CallText call)
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

    // "Hi.", "Hello again.", "Hi, this is [PERSON_1]."
    private static string Substance(string text)
    {
        var sentences = Sentences.Of(text).ToArray();
        var first = sentences.Length > 1 && IsGreeting(text.AsSpan(sentences[0].Start, sentences[0].Length)) ? 1 : 0;
        var chosen = sentences.Skip(first).Take(3).ToArray();
        return chosen.Length == 0 ? text.Trim() : text[chosen[0].Start..(chosen[^1].Start + chosen[^1].Length)].Trim();
    }

    private static bool IsGreeting(ReadOnlySpan<char> sentence) => sentence.Count(' ') is var spaces && (spaces <= 3 || (spaces <= 5 && sentence.Contains('[')));

    private static int CountWords(CallText call, int turn) => call.FirstTokens[turn + 1] - call.FirstTokens[turn];
}
