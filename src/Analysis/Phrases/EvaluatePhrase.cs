namespace Earshot.Analysis.Phrases;

/// <summary>Finds where a compiled rule holds in one call, with all evidence.</summary>
internal sealed class EvaluatePhrase(PhraseHits hits, PhrasePlaces places, Func<string, PhraseOutcome> ruleByName)
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
        PlaceNode place => Keep(Run(place.Part), match => places.InPlace(match.Span, place) != place.Outside),
        ContextNode context => Context(context),
        ExceptNode except => Except(except),
        CountNode count => Count(count),
        RuleNode rule => Keep(ruleByName(rule.Name), match => places.SaidBy(match.First, rule.Speakers), keepUnplaced: true),
        _ => PhraseOutcome.No,
    };

    private static PhraseOutcome Keep(PhraseOutcome outcome, Func<PhraseMatch, bool> keeps, bool keepUnplaced = false) =>
        outcome is { Holds: true, Matches.Count: 0 } && keepUnplaced ? outcome : PhraseOutcome.Of([.. outcome.Matches.Where(keeps)]);

    private PhraseOutcome Atom(AtomNode atom)
    {
        var found = hits.Of(atom.Atom);
        if (found.IsEmpty)
        {
            return PhraseOutcome.No;
        }

        var matches = new List<PhraseMatch>(found.Length);
        foreach (var span in found)
        {
            if (places.SaidBy(span.First, atom.Speakers) && (matches.Count == 0 || matches[^1].First != span.First || matches[^1].Last != span.Last))
            {
                matches.Add(new PhraseMatch(span.First, span.Last));
            }
        }

        return PhraseOutcome.Of(matches);
    }

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
        Run(near.Left).Matches, () => Run(near.Right).Matches, (left, right) => places.AreNear(left.Span, right.Span, near.Words));

    private PhraseOutcome Then(ThenNode then) => Pairs(
        Run(then.First).Matches, () => Run(then.Next).Matches, (left, right) => places.Follows(left.Span, right.Span, then.Limit));

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

    private PhraseOutcome Context(ContextNode context)
    {
        var outcome = Run(context.Part);
        if (outcome.Matches.Count == 0)
        {
            return PhraseOutcome.No;
        }

        var others = Run(context.Other).Matches;
        return Keep(outcome, match => others.Any(other => places.IsNeighbour(match.Span, other.Span, context)) != context.Lacking);
    }

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

    public static bool Compares(int number, CountNode count) => count.Comparison switch
    {
        ">=" => number >= count.Number,
        ">" => number > count.Number,
        "<=" => number <= count.Number,
        "<" => number < count.Number,
        "!=" => number != count.Number,
        _ => number == count.Number,
    };
}
