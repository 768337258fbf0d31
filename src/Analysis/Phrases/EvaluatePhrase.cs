using Earshot.Analysis.Text;

namespace Earshot.Analysis.Phrases;

/// <summary>Works out whether a compiled rule holds in one call.</summary>
internal sealed class EvaluatePhrase(CallText call, PhraseHits hits, Func<string, PhraseOutcome> ruleByName)
{
    private const int MostPairs = 5_000;

    public PhraseOutcome Run(PhraseNode node) => node switch
    {
        AtomNode atom => Atom(atom),
        EitherNode either => Either(either),
        BothNode both => Both(both),
        AbsentNode absent => new PhraseOutcome(!Run(absent.Part).Holds, []),
        NearNode near => Near(near),
        ThenNode then => Then(then),
        PlaceNode place => Keep(Run(place.Part), match => InPlace(match, place) != place.Outside),
        ContextNode context => Context(context),
        ExceptNode except => Except(except),
        CountNode count => Count(count),
        RuleNode rule => Keep(ruleByName(rule.Name), match => SaidBy(match.First, rule.Speakers), keepUnplaced: true),
        _ => PhraseOutcome.No,
    };

    private static PhraseOutcome Keep(PhraseOutcome outcome, Func<PhraseMatch, bool> keeps, bool keepUnplaced = false) =>
        outcome is { Holds: true, Matches.Count: 0 } && keepUnplaced ? outcome : PhraseOutcome.Of([.. outcome.Matches.Where(keeps)]);

    private PhraseOutcome Atom(AtomNode atom)
    {
        var found = hits.Of(atom.Atom);
        if (found.Count == 0)
        {
            return PhraseOutcome.No;
        }

        var matches = new List<PhraseMatch>(found.Count);
        foreach (var (first, last) in found)
        {
            if (SaidBy(first, atom.Speakers))
            {
                matches.Add(new PhraseMatch(first, last));
            }
        }

        return PhraseOutcome.Of(matches);
    }

    private bool SaidBy(int token, Speakers speakers) => (call.Speakers[call.Tokens[token].Turn] & speakers) != Speakers.None;

    private PhraseOutcome Either(EitherNode either)
    {
        var matches = new List<PhraseMatch>();
        var holds = false;
        foreach (var part in either.Parts)
        {
            var outcome = Run(part);
            holds |= outcome.Holds;
            matches.AddRange(outcome.Matches);
        }

        return new PhraseOutcome(holds, Ordered(matches));
    }

    private PhraseOutcome Both(BothNode both)
    {
        var matches = new List<PhraseMatch>();
        foreach (var part in both.Parts)
        {
            var outcome = Run(part);
            if (!outcome.Holds)
            {
                return PhraseOutcome.No;
            }

            matches.AddRange(outcome.Matches);
        }

        return new PhraseOutcome(true, Ordered(matches));
    }

    private static List<PhraseMatch> Ordered(List<PhraseMatch> matches)
    {
        matches.Sort((left, right) => left.First != right.First ? left.First.CompareTo(right.First) : right.Last.CompareTo(left.Last));
        return matches;
    }

    private PhraseOutcome Near(NearNode near) => Pairs(
        Run(near.Left).Matches, () => Run(near.Right).Matches, (left, right) => AreNear(left, right, near.Words));

    private PhraseOutcome Then(ThenNode then) => Pairs(
        Run(then.First).Matches, () => Run(then.Next).Matches, (left, right) => right.First > left.Last && InReach(left, right, then.Limit));

    // Each left match is joined with the first right match that fits.
    private static PhraseOutcome Pairs(
        IReadOnlyList<PhraseMatch> lefts, Func<IReadOnlyList<PhraseMatch>> findRights, Func<PhraseMatch, PhraseMatch, bool> fits)
    {
        if (lefts.Count == 0)
        {
            return PhraseOutcome.No;
        }

        var rights = findRights();
        var matches = new List<PhraseMatch>();
        foreach (var left in lefts.Take(MostPairs))
        {
            if (rights.Take(MostPairs).FirstOrDefault(right => fits(left, right)) is { } partner)
            {
                matches.Add(PhraseMatch.Join(left, partner));
            }
        }

        return PhraseOutcome.Of(matches);
    }

    private bool AreNear(PhraseMatch left, PhraseMatch right, int words)
    {
        var gap = right.First > left.Last ? right.First - left.Last : left.First - right.Last;
        return gap > 0 && gap - 1 <= words && call.Tokens[left.First].Turn == call.Tokens[right.First].Turn;
    }

    private bool InReach(PhraseMatch left, PhraseMatch right, Extent? limit) => limit switch
    {
        null => true,
        { Unit: PlaceUnit.Words } words => right.First - left.Last - 1 <= words.Amount,
        { Unit: PlaceUnit.Turns } turns => call.Tokens[right.First].Turn - call.Tokens[left.Last].Turn <= turns.Amount,
        { Unit: PlaceUnit.Percent } percent => (right.First - left.Last) * 100.0 / call.Tokens.Length <= percent.Amount,
        { } seconds => call.SecondsTo(right.First) - call.SecondsTo(left.Last) <= seconds.Amount,
    };

    private bool InPlace(PhraseMatch match, PlaceNode place) => (place.Extent.Unit, place.FromEnd) switch
    {
        (PlaceUnit.Turns, false) => call.Tokens[match.First].Turn < place.Extent.Amount,
        (PlaceUnit.Turns, true) => call.TurnCount - call.Tokens[match.First].Turn <= place.Extent.Amount,
        (PlaceUnit.Words, false) => match.First < place.Extent.Amount,
        (PlaceUnit.Words, true) => call.Tokens.Length - match.First <= place.Extent.Amount,
        (PlaceUnit.Percent, false) => match.First * 100.0 <= place.Extent.Amount * call.Tokens.Length,
        (PlaceUnit.Percent, true) => (call.Tokens.Length - match.First) * 100.0 <= place.Extent.Amount * call.Tokens.Length,
        (_, false) => call.SecondsTo(match.First) <= place.Extent.Amount,
        (_, true) => call.SecondsFrom(match.First) <= place.Extent.Amount,
    };

    private PhraseOutcome Context(ContextNode context)
    {
        var outcome = Run(context.Part);
        if (outcome.Matches.Count == 0)
        {
            return PhraseOutcome.No;
        }

        var others = Run(context.Other).Matches;
        return Keep(outcome, match => others.Any(other => IsNeighbour(match, other, context)) != context.Lacking);
    }

    private bool IsNeighbour(PhraseMatch match, PhraseMatch other, ContextNode context)
    {
        if (call.Tokens[match.First].Turn != call.Tokens[other.First].Turn)
        {
            return false;
        }

        var after = match.First - other.Last;
        var before = other.First - match.Last;
        var stands = (context.Side != Neighbour.Before && after > 0 && after - 1 <= context.Words)
            || (context.Side != Neighbour.After && before > 0 && before - 1 <= context.Words);
        var overlaps = other.First <= match.Last && match.First <= other.Last && (other.First, other.Last) != (match.First, match.Last);
        return stands || (overlaps && Leans(match, other, context.Side));
    }

    // A neighbour may share words with the match: «не хочу отменить» after «не хочу».
    private static bool Leans(PhraseMatch match, PhraseMatch other, Neighbour side) => side switch
    {
        Neighbour.After => other.First < match.First,
        Neighbour.Before => other.Last > match.Last,
        _ => true,
    };

    private PhraseOutcome Except(ExceptNode except)
    {
        var others = Run(except.Other).Matches.Select(match => (match.First, match.Last)).ToHashSet();
        return Keep(Run(except.Part), match => !others.Contains((match.First, match.Last)));
    }

    private PhraseOutcome Count(CountNode count)
    {
        var matches = Run(count.Part).Matches;
        var number = 0;
        var end = -1;
        foreach (var match in matches)
        {
            number += match.First > end ? 1 : 0;
            end = Math.Max(end, match.Last);
        }

        return Compares(number, count) ? new PhraseOutcome(true, matches) : PhraseOutcome.No;
    }

    private static bool Compares(int number, CountNode count) => count.Comparison switch
    {
        ">=" => number >= count.Number,
        ">" => number > count.Number,
        "<=" => number <= count.Number,
        "<" => number < count.Number,
        "!=" => number != count.Number,
        _ => number == count.Number,
    };
}
