namespace Earshot.Analysis.Phrases;

/// <summary>Walks compiled rules.</summary>
internal static class PhraseNodes
{
    public static IEnumerable<PhraseNode> Children(this PhraseNode node) => node switch
    {
        EitherNode either => either.Parts,
        BothNode both => both.Parts,
        AbsentNode absent => [absent.Part],
        NearNode near => [near.Left, near.Right],
        ThenNode then => [then.First, then.Next],
        PlaceNode place => [place.Part],
        ContextNode context => [context.Part, context.Other],
        ExceptNode except => [except.Part, except.Other],
        CountNode count => [count.Part],
        _ => [],
    };

    /// <summary>The node and all below it.</summary>
    public static IEnumerable<PhraseNode> Tree(this PhraseNode node) => node.Children().SelectMany(child => child.Tree()).Prepend(node);

    /// <summary>Names of the rules that a rule refers to.</summary>
    public static IEnumerable<string> References(PhraseNode node) => node.Tree().OfType<RuleNode>().Select(rule => rule.Name);
}
