using Earshot.Analysis.Text;

namespace Earshot.Analysis.Phrases;

/// <summary>How places of a call stand to each other; what rules mean by near, within, before and after.</summary>
internal sealed class PhrasePlaces(CallText call)
{
    public bool SaidBy(int token, Speakers speakers) =>
        (call.SaidBy[token] & speakers) != Speakers.None;

    public bool AreNear(PhraseSpan left, PhraseSpan right, int words)
    {
        var gap = right.First > left.Last ? right.First - left.Last : left.First - right.Last;
        return gap > 0 && gap - 1 <= words && IsSameTurn(left, right);
    }

    public bool Follows(PhraseSpan left, PhraseSpan right, Extent? limit) => right.First > left.Last && InReach(left, right, limit);

    public bool InPlace(PhraseSpan span, PlaceNode place) => (place.Extent.Unit, place.FromEnd) switch
    {
        (PlaceUnit.Turns, false) => call.Tokens[span.First].Turn < place.Extent.Amount,
        (PlaceUnit.Turns, true) => call.TurnCount - call.Tokens[span.First].Turn <= place.Extent.Amount,
        (PlaceUnit.Words, false) => span.First < place.Extent.Amount,
        (PlaceUnit.Words, true) => call.Tokens.Length - span.First <= place.Extent.Amount,
        (PlaceUnit.Percent, false) => span.First * 100.0 <= place.Extent.Amount * call.Tokens.Length,
        (PlaceUnit.Percent, true) => (call.Tokens.Length - span.First) * 100.0 <= place.Extent.Amount * call.Tokens.Length,
        (_, false) => call.SecondsTo(span.First) <= place.Extent.Amount,
        (_, true) => call.SecondsFrom(span.First) <= place.Extent.Amount,
    };

    public bool IsNeighbour(PhraseSpan span, PhraseSpan other, ContextNode context)
    {
        if (!IsSameTurn(span, other))
        {
            return false;
        }

        var after = span.First - other.Last;
        var before = other.First - span.Last;
        var stands = (context.Side != Neighbour.Before && after > 0 && after - 1 <= context.Words)
            || (context.Side != Neighbour.After && before > 0 && before - 1 <= context.Words);
        return stands || (other.First <= span.Last && span.First <= other.Last && other != span && Leans(span, other, context.Side));
    }

    // A neighbour may share words with the match: «не хочу отменить» after «не хочу».
    private static bool Leans(PhraseSpan span, PhraseSpan other, Neighbour side) => side switch
    {
        Neighbour.After => other.First < span.First,
        Neighbour.Before => other.Last > span.Last,
        _ => true,
    };

    private bool IsSameTurn(PhraseSpan left, PhraseSpan right) => call.Tokens[left.First].Turn == call.Tokens[right.First].Turn;

    private bool InReach(PhraseSpan left, PhraseSpan right, Extent? limit) => limit switch
    {
        null => true,
        { Unit: PlaceUnit.Words } words => right.First - left.Last - 1 <= words.Amount,
        { Unit: PlaceUnit.Turns } turns => call.Tokens[right.First].Turn - call.Tokens[left.Last].Turn <= turns.Amount,
        { Unit: PlaceUnit.Percent } percent => (right.First - left.Last) * 100.0 / call.Tokens.Length <= percent.Amount,
        { } seconds => call.SecondsTo(right.First) - call.SecondsTo(left.Last) <= seconds.Amount,
    };
}
