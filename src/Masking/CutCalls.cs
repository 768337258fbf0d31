namespace Earshot.Masking;

/// <summary>
/// Cuts calls of unusual length into pieces that fit the buffers, at places where no value is likely to be cut: so a
/// text of any length takes time in proportion to its length, and memory does not follow it.
/// </summary>
internal static class CutCalls
{
    /// <summary>Most UTF-16 units in one piece.</summary>
    public const int PieceLength = 1 << 18;

    private const int LookBack = 1 << 12;

    /// <summary>Part of a turn: where it begins in the turn's text, and its text.</summary>
    internal readonly record struct Part(int Turn, int Offset, Turn Text);

    /// <summary>UTF-16 units of all turns; above <see cref="PieceLength"/> a call is cut.</summary>
    public static long LengthOf(IReadOnlyList<Turn> turns)
    {
        var length = 0L;
        for (var i = 0; i < turns.Count; i++)
        {
            length += turns[i].Text.Length;
        }

        return length;
    }

    /// <summary>Pieces in order; each holds parts of one or more turns.</summary>
    public static IEnumerable<IReadOnlyList<Part>> Pieces(IReadOnlyList<Turn> turns)
    {
        var piece = new List<Part>();
        var room = PieceLength;
        foreach (var part in Parts(turns))
        {
            if (part.Text.Text.Length > room && piece.Count > 0)
            {
                yield return piece;
                piece = [];
                room = PieceLength;
            }

            piece.Add(part);
            room -= part.Text.Text.Length;
        }

        if (piece.Count > 0)
        {
            yield return piece;
        }
    }

    private static IEnumerable<Part> Parts(IReadOnlyList<Turn> turns)
    {
        for (var i = 0; i < turns.Count; i++)
        {
            var turn = turns[i];
            if (turn.Text.Length <= PieceLength)
            {
                yield return new Part(i, 0, turn);
                continue;
            }

            for (var from = 0; from < turn.Text.Length;)
            {
                var to = EndOfPart(turn.Text, from);
                yield return new Part(i, from, turn with { Text = turn.Text[from..to] });
                from = to;
            }
        }
    }

    // After a line break, else after a sentence, else between two words of letters, else anywhere but inside a surrogate pair.
    private static int EndOfPart(string text, int from)
    {
        if (text.Length - from <= PieceLength)
        {
            return text.Length;
        }

        var end = from + PieceLength;
        var tail = text.AsSpan(end - LookBack, LookBack);
        var cut = tail.LastIndexOf('\n') + 1;
        cut = cut > 0 ? cut : tail.LastIndexOf(". ") + 1;
        cut = cut > 0 ? cut : BetweenWords(tail);
        return cut > 0 ? end - LookBack + cut : char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
    }

    private static int BetweenWords(ReadOnlySpan<char> tail)
    {
        for (var i = tail.Length - 2; i > 0; i--)
        {
            if (tail[i] == ' ' && char.IsLetter(tail[i - 1]) && char.IsLetter(tail[i + 1]))
            {
                return i;
            }
        }

        return tail.LastIndexOf(' ') + 1;
    }
}
