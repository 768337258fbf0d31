using Earshot.Analysis.Text;

namespace Earshot.Analysis.Topics;

/// <summary>What the words of a topic are worth: those of its name most, of its description less, related ones least.</summary>
internal sealed class TopicProfile
{
    private const double NameWeight = 2.0;
    private const double DescriptionWeight = 1.0;
    private const double RelatedWeight = 0.35;
    private const double MostTerms = 8;

    private readonly Dictionary<Term, double> weights = [];

    public TopicProfile(TopicDefinition topic)
    {
        Add(topic.Name, NameWeight);
        Add(topic.Description, DescriptionWeight);
        Relate();
    }

    public Dictionary<Term, double> Weights => weights;

    /// <summary>Makes words that many topics share count less, and profiles of different length comparable.</summary>
    public void Adjust(Func<Term, double> rarity)
    {
        foreach (var term in weights.Keys.ToArray())
        {
            weights[term] *= rarity(term);
        }

        var scale = Math.Sqrt(weights.Values.OrderDescending().Take((int)MostTerms).Sum(weight => weight * weight));
        foreach (var term in weights.Keys.ToArray())
        {
            weights[term] /= Math.Max(scale, 0.5);
        }
    }

    private void Add(string text, double weight)
    {
        var stems = Tokenizer.Split(text).Select(Stemmer.Stem).ToArray();
        for (var i = 0; i < stems.Length; i++)
        {
            Raise(new Term(stems[i]), weight);
            var pair = i + 1 < stems.Length ? new Term(stems[i], stems[i + 1]) : default;
            if (pair.Second is not null && (RelatedWords.BuiltIn.GroupsOf(pair).Count > 0 || IsTelling(pair)))
            {
                Raise(pair, weight);
            }
        }
    }

    private static bool IsTelling(Term pair) => !RelatedWords.BuiltIn.IsCommon(pair.First) && pair.Second is { } second && !RelatedWords.BuiltIn.IsCommon(second);

    private void Raise(Term term, double weight) =>
        weights[term] = Math.Max(weights.GetValueOrDefault(term), weight * RelatedWords.BuiltIn.Weight(term));

    // A group is as strong as the words of the topic that belong to it.
    private void Relate()
    {
        var words = RelatedWords.BuiltIn;
        var strengths = weights.Where(pair => pair.Value > 0.3)
            .SelectMany(pair => words.GroupsOf(pair.Key).Select(group => (Group: group, pair.Value)))
            .GroupBy(pair => pair.Group)
            .Select(group => (group.Key, Strength: group.Max(pair => pair.Value) + (0.25 * (group.Count() - 1)))).ToArray();
        foreach (var (group, strength) in strengths)
        {
            foreach (var term in words.Group(group).Where(term => words.Weight(term) > 0.5))
            {
                weights[term] = Math.Max(weights.GetValueOrDefault(term), RelatedWeight * strength);
            }
        }
    }
}
