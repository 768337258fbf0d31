using Earshot.Analysis.Text;

namespace Earshot.Analysis.Phrases;

/// <summary>In what a distance or a place is counted.</summary>
internal enum PlaceUnit
{
    Seconds,
    Turns,
    Words,
    Percent,
}

/// <summary>A distance, such as <c>20s</c>.</summary>
internal readonly record struct Extent(double Amount, PlaceUnit Unit);

/// <summary>How a neighbour stands to a match.</summary>
internal enum Neighbour
{
    Before,
    After,
    Near,
}

/// <summary>A compiled rule is a tree of these.</summary>
internal abstract record PhraseNode;

/// <summary>Any of the paths of one atom, said by one of the speakers.</summary>
internal sealed record AtomNode(int Atom, Speakers Speakers) : PhraseNode;

internal sealed record EitherNode(PhraseNode[] Parts) : PhraseNode;

internal sealed record BothNode(PhraseNode[] Parts) : PhraseNode;

internal sealed record AbsentNode(PhraseNode Part) : PhraseNode;

/// <summary>Two matches in one turn with at most so many words between.</summary>
internal sealed record NearNode(PhraseNode Left, PhraseNode Right, int Words) : PhraseNode;

/// <summary>One match after another.</summary>
internal sealed record ThenNode(PhraseNode First, PhraseNode Next, Extent? Limit) : PhraseNode;

/// <summary>Matches inside (or outside) the first or last part of the call.</summary>
internal sealed record PlaceNode(PhraseNode Part, Extent Extent, bool FromEnd, bool Outside) : PhraseNode;

/// <summary>Matches that have (or lack) a neighbour in the same turn.</summary>
internal sealed record ContextNode(PhraseNode Part, PhraseNode Other, Neighbour Side, int Words, bool Lacking) : PhraseNode;

/// <summary>Matches that are not also, in the same words, matches of another part.</summary>
internal sealed record ExceptNode(PhraseNode Part, PhraseNode Other) : PhraseNode;

internal sealed record CountNode(PhraseNode Part, string Comparison, int Number) : PhraseNode;

/// <summary>The result of another rule of the set.</summary>
internal sealed record RuleNode(string Name, Speakers Speakers) : PhraseNode;
