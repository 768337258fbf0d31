using Earshot.Analysis.Text;
using Earshot.Masking;

namespace Earshot.Analysis.Stored;

/// <summary>
/// Evidence as places: criterion, unit, turn, first word (or letter) of the turn, how many. The words themselves are read from the masked
/// text when somebody looks, so that a million scores stay small and no second copy of what was said exists.
/// </summary>
public static class StoredPlaces
{
    internal const int InWords = 0;
    internal const int InLetters = 1;

    /// <summary>The masked words at the places, by the index of the criterion.</summary>
    public static ILookup<int, Quote> Read(ReadOnlySpan<byte> places, MaskedConversation conversation)
    {
        var reader = new StoredReader(places);
        var found = new List<(int Criterion, Quote Quote)>();
        while (!reader.IsEmpty)
        {
            var (criterion, unit, turn, first, count) = (reader.Number(), reader.Number(), reader.Number(), reader.Number(), reader.Number());
            if (turn < conversation.Turns.Count && QuoteAt(conversation.Turns[turn], unit, turn, first, count) is { } quote)
            {
                found.Add((criterion, quote));
            }
        }

        return found.ToLookup(pair => pair.Criterion, pair => pair.Quote);
    }

    internal static void Write(StoredBytes bytes, int criterion, int unit, int turn, int first, int count)
    {
        bytes.Number(criterion);
        bytes.Number(unit);
        bytes.Number(turn);
        bytes.Number(first);
        bytes.Number(count);
    }

    private static Quote? QuoteAt(MaskedTurn turn, int unit, int index, int first, int count)
    {
        var text = turn.Text.Value;
        var (start, end) = unit == InLetters ? (first, first + count) : Letters(text, first, count);
        return start >= 0 && end <= text.Length && end > start ? new Quote(index, start, end - start, text[start..end], turn.Start) : null;
    }

    private static (int Start, int End) Letters(string text, int first, int count)
    {
        var words = Tokenizer.Places(text);
        return first < words.Count && count > 0 ? (words[first].Start, words[Math.Min(words.Count, first + count) - 1].End) : (-1, -1);
    }
}
