using System.Globalization;
using Earshot.Analysis.Phrases;
using Earshot.Analysis.Text;

namespace Earshot.Analysis.Topics;

/// <summary>
/// Says what a call is about from the names and descriptions of topics alone. Words of the reason for the call, which the
/// customer gives first, weigh most; a topic's own rule decides where it holds.
/// </summary>
internal sealed class ClassifyTopics
{
    private const double LeastEvidence = 0.03;
    private const double LeastShare = 0.15;
    private const double RuleEvidence = 6;
    private const int MostQuotes = 2;

    private readonly IReadOnlyList<TopicDefinition> definitions;
    private readonly int told;
    private readonly TopicProfile[] profiles;
    private readonly Dictionary<string, bool> firstStems;

    public ClassifyTopics(IReadOnlyList<TopicDefinition> own, IReadOnlyList<TopicDefinition> usual, BuiltInTopics use)
    {
        definitions = use is BuiltInTopics.Absent ? own : [.. own, .. usual];
        told = use is BuiltInTopics.Hidden ? own.Count : definitions.Count;
        profiles = [.. definitions.Select(topic => new TopicProfile(topic))];
        var shared = profiles.SelectMany(profile => profile.Weights).GroupBy(pair => pair.Key)
            .ToDictionary(group => group.Key, group => group.Sum(pair => pair.Value) / group.Max(pair => pair.Value));
        foreach (var profile in profiles)
        {
            profile.Adjust(term => 1 / Math.Max(1, shared[term]));
        }

        firstStems = profiles.SelectMany(profile => profile.Weights.Keys).GroupBy(term => term.First, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Any(term => term.Second is not null), StringComparer.Ordinal);
    }

    public static string RuleName(int topic) => string.Create(CultureInfo.InvariantCulture, $"topic:{topic}");

    public IReadOnlyList<TopicHit> Run(CallText call, PhraseResults results)
    {
        var said = new SaidTerms(call, firstStems);
        var evidence = profiles.Select((profile, index) => said.Weigh(profile) + ByRule(index, results)).ToArray();
        var total = evidence.Where(value => value >= LeastEvidence).Sum();
        return
        [
            .. evidence.Select((value, index) => (Topic: index, Share: total <= 0 ? 0 : value / total, value))
                .Where(found => found.Topic < told && found.value >= LeastEvidence && found.Share >= LeastShare)
                .OrderByDescending(found => found.Share)
                .Select(found => new TopicHit(definitions[found.Topic].Name, Math.Round(found.Share, 3), Quotes(call, said, found.Topic, results))),
        ];
    }

    private double ByRule(int topic, PhraseResults results) =>
        definitions[topic].Rule is not null && results[RuleName(topic)].Holds ? RuleEvidence : 0;

    private IReadOnlyList<Quote> Quotes(CallText call, SaidTerms said, int topic, PhraseResults results)
    {
        var byRule = definitions[topic].Rule is null ? [] : results[RuleName(topic)].Matches.Select(match => match.First);
        return
        [
            .. byRule.Concat(said.Strongest(profiles[topic])).Select(token => Sentences.Around(call, token))
                .DistinctBy(quote => (quote.Turn, quote.Start)).Take(MostQuotes),
        ];
    }
}
