namespace Earshot.Web.Components;

/// <summary>A stretch of speech on a strip 1000 wide.</summary>
public readonly record struct TalkPiece(double X, double Width, bool IsAgent, int Turn);

/// <summary>A stretch in which nobody speaks.</summary>
public readonly record struct TalkSilence(double X, double Width);

/// <summary>One turn as the strip needs it.</summary>
public readonly record struct TalkTurn(bool IsAgent, TimeSpan? Start, TimeSpan? End, int Words);

/// <summary>Who speaks when. Where the transcript has no times, words stand for time.</summary>
public sealed record TalkShape(IReadOnlyList<TalkPiece> Pieces, IReadOnlyList<TalkSilence> Silences, IReadOnlyList<double> Middles)
{
    /// <summary>Width of the strip.</summary>
    public const double Width = 1000;

    private const double ShortestSilence = 3; // seconds; a shorter pause is a breath

    /// <summary>Draws the strip of a call.</summary>
    public static TalkShape Of(IReadOnlyList<TalkTurn> turns)
    {
        var timed = turns.Count > 0 && turns.All(turn => turn is { Start: not null, End: not null });
        var spans = timed ? Times(turns) : Words(turns);
        var end = spans.Count == 0 ? 1 : Math.Max(0.001, spans.Max(span => span.End));
        var pieces = spans.Select((span, i) => Piece(span, turns[i].IsAgent, i, end)).ToArray();
        return new TalkShape(pieces, timed ? Silent(spans, end) : [], [.. pieces.Select(piece => piece.X + (piece.Width / 2))]);
    }

    private static List<(double Start, double End)> Times(IReadOnlyList<TalkTurn> turns) =>
        [.. turns.Select(turn => (turn.Start.GetValueOrDefault().TotalSeconds, Math.Max(turn.Start.GetValueOrDefault().TotalSeconds, turn.End.GetValueOrDefault().TotalSeconds)))];

    private static List<(double Start, double End)> Words(IReadOnlyList<TalkTurn> turns)
    {
        var at = 0.0;
        var spans = new List<(double, double)>(turns.Count);
        foreach (var turn in turns)
        {
            spans.Add((at, at + Math.Max(1, turn.Words)));
            at += Math.Max(1, turn.Words);
        }

        return spans;
    }

    private static TalkPiece Piece((double Start, double End) span, bool isAgent, int turn, double end) =>
        new(span.Start / end * Width, Math.Max(1.2, ((span.End - span.Start) / end * Width) - 0.8), isAgent, turn);

    private static List<TalkSilence> Silent(List<(double Start, double End)> spans, double end)
    {
        var silences = new List<TalkSilence>();
        var spoken = 0.0;
        foreach (var (start, stop) in spans.OrderBy(span => span.Start))
        {
            if (start - spoken >= ShortestSilence)
            {
                silences.Add(new TalkSilence(spoken / end * Width, (start - spoken) / end * Width));
            }

            spoken = Math.Max(spoken, stop);
        }

        return silences;
    }
}
