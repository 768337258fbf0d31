using Earshot.Analysis.Text;

namespace Earshot.Analysis.Phrases;

/// <summary>
/// Says whether a compiled rule holds, and stops at the first proof. Most rules are only asked for that; where they hold,
/// <see cref="EvaluatePhrase"/> finds all evidence. Both mean the same, which a test holds.
/// </summary>
internal sealed class CheckPhrase(PhraseHits hits, PhrasePlaces places, Func<int, bool> ruleHolds, Func<string, int> indexOf, Func<PhraseNode, bool> holdsByEvidence)
{
    // Longest phrase in words, by which a list ordered by first words is searched.
    private const int LongestPhrase = 28;

    public bool Holds(PhraseNode node) => node switch
    {
        AtomNode atom => AtomHolds(atom),
        EitherNode either => AnyHolds(either.Parts),
        BothNode both => AllHold(both.Parts),
        AbsentNode absent => !Holds(absent.Part),
        RuleNode { Speakers: Speakers.Anyone } rule => ruleHolds(indexOf(rule.Name)),
        PlaceNode { Part: AtomNode atom } place => PlaceHolds(atom, place),
        PlaceNode { Part: EitherNode either } place when AllAtoms(either) => AnyPlaceHolds(either, place),
        NearNode { Left: AtomNode left, Right: AtomNode right } near => NearHolds(left, right, near.Words),
        ThenNode { First: AtomNode first, Next: AtomNode next } then => ThenHolds(first, next, then.Limit),
        ContextNode { Other: AtomNode other } context => ContextHolds(context.Part, other, context),
        CountNode { Part: AtomNode atom } count => EvaluatePhrase.Compares(CountOf(atom), count),
        _ => holdsByEvidence(node),
    };

    private static bool AllAtoms(EitherNode either)
    {
        foreach (var part in either.Parts)
        {
            if (part is not AtomNode)
            {
                return false;
            }
        }

        return true;
    }

    private bool AtomHolds(AtomNode atom)
    {
        foreach (var span in hits.Of(atom.Atom))
        {
            if (places.SaidBy(span.First, atom.Speakers))
            {
                return true;
            }
        }

        return false;
    }

    private bool AnyHolds(PhraseNode[] parts)
    {
        foreach (var part in parts)
        {
            if (Holds(part))
            {
                return true;
            }
        }

        return false;
    }

    private bool AllHold(PhraseNode[] parts)
    {
        foreach (var part in parts)
        {
            if (!Holds(part))
            {
                return false;
            }
        }

        return true;
    }

    private bool AnyPlaceHolds(EitherNode either, PlaceNode place)
    {
        foreach (var part in either.Parts)
        {
            if (part is AtomNode atom && PlaceHolds(atom, place))
            {
                return true;
            }
        }

        return false;
    }

    private bool PlaceHolds(AtomNode atom, PlaceNode place)
    {
        foreach (var span in hits.Of(atom.Atom))
        {
            if (places.SaidBy(span.First, atom.Speakers) && places.InPlace(span, place) != place.Outside)
            {
                return true;
            }
        }

        return false;
    }

    private bool NearHolds(AtomNode left, AtomNode right, int words)
    {
        var others = hits.Of(right.Atom);
        if (others.IsEmpty)
        {
            return false;
        }

        foreach (var span in hits.Of(left.Atom))
        {
            if (places.SaidBy(span.First, left.Speakers) && FindNear(span, others, right.Speakers, words))
            {
                return true;
            }
        }

        return false;
    }

    private bool FindNear(PhraseSpan span, ReadOnlySpan<PhraseSpan> others, Speakers speakers, int words)
    {
        for (var i = FirstFrom(others, span.First - words - LongestPhrase); i < others.Length && others[i].First <= span.Last + words + 1; i++)
        {
            if (places.AreNear(span, others[i], words) && places.SaidBy(others[i].First, speakers))
            {
                return true;
            }
        }

        return false;
    }

    // The first left match and the right matches after it settle a rule without a limit; with one, each left match is tried.
    private bool ThenHolds(AtomNode first, AtomNode next, Extent? limit)
    {
        var rights = hits.Of(next.Atom);
        foreach (var left in hits.Of(first.Atom))
        {
            if (rights.IsEmpty || rights[^1].First <= left.Last)
            {
                return false;
            }

            if (places.SaidBy(left.First, first.Speakers) && FindNext(left, rights, next.Speakers, limit))
            {
                return true;
            }
        }

        return false;
    }

    private bool FindNext(PhraseSpan left, ReadOnlySpan<PhraseSpan> rights, Speakers speakers, Extent? limit)
    {
        for (var i = FirstFrom(rights, left.Last + 1); i < rights.Length; i++)
        {
            if (!places.Follows(left, rights[i], limit))
            {
                return false;
            }

            if (places.SaidBy(rights[i].First, speakers))
            {
                return true;
            }
        }

        return false;
    }

    private bool ContextHolds(PhraseNode part, AtomNode other, ContextNode context) => part switch
    {
        AtomNode atom => AtomInContext(atom, other, context),
        NearNode { Left: AtomNode, Right: AtomNode } near when context.Lacking && hits.Of(other.Atom).IsEmpty => Holds(near),
        _ => Holds(part) && holdsByEvidence(context),
    };

    private bool AtomInContext(AtomNode atom, AtomNode other, ContextNode context)
    {
        var others = hits.Of(other.Atom);
        foreach (var span in hits.Of(atom.Atom))
        {
            if (places.SaidBy(span.First, atom.Speakers) && HasNeighbour(span, others, other.Speakers, context) != context.Lacking)
            {
                return true;
            }
        }

        return false;
    }

    private bool HasNeighbour(PhraseSpan span, ReadOnlySpan<PhraseSpan> others, Speakers speakers, ContextNode context)
    {
        for (var i = FirstFrom(others, span.First - context.Words - LongestPhrase); i < others.Length && others[i].First <= span.Last + context.Words + 1; i++)
        {
            if (places.IsNeighbour(span, others[i], context) && places.SaidBy(others[i].First, speakers))
            {
                return true;
            }
        }

        return false;
    }

    private int CountOf(AtomNode atom)
    {
        var number = 0;
        var end = -1;
        foreach (var span in hits.Of(atom.Atom))
        {
            if (places.SaidBy(span.First, atom.Speakers))
            {
                number += span.First > end ? 1 : 0;
                end = Math.Max(end, span.Last);
            }
        }

        return number;
    }

    private static int FirstFrom(ReadOnlySpan<PhraseSpan> spans, int token)
    {
        var (low, high) = (0, spans.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = spans[middle].First < token ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
