using Earshot.Analysis;
using Earshot.Masking;

namespace Earshot.Unit.Analysis;

public sealed class OwnTopicsTests
{
    private static readonly TopicDefinition Scooters = new("Scooters", "A scooter was stolen, its lock is broken.");
    private static readonly TopicDefinition Ruled = new("Night riders", "Riding after midnight with a lamp.", "customer: ~zebra");

    [Fact]
    public void An_own_topic_stands_beside_the_built_in_ones() =>
        Assert.Equal("Scooters", Topics("my scooter was stolen and the lock is broken", Scooters)[0]);

    [Fact]
    public void Built_in_topics_are_still_found_where_they_are_wanted()
    {
        Assert.Contains("Return and refund", Topics("i want my money back, a refund for the damaged goods", Scooters));
        Assert.DoesNotContain("Return and refund", Topics("i want my money back, a refund for the damaged goods", BuiltInTopics.Hidden, Scooters));
    }

    [Fact]
    public void Hidden_built_in_topics_stand_against_own_ones_and_are_not_told()
    {
        var call = Call("it was a refund i asked for, money back, i return it");
        TopicHit[] Found(BuiltInTopics builtIn) => [.. new Analyst(new AnalystOptions { Topics = [Scooters], BuiltInTopics = builtIn }).FindTopics(call)];

        Assert.Equal(Found(BuiltInTopics.Shown).Single(topic => topic.Name == Scooters.Name).Score, Assert.Single(Found(BuiltInTopics.Hidden)).Score);
        Assert.Equal(1, Assert.Single(Found(BuiltInTopics.Absent)).Score);
    }

    [Fact]
    public void A_rule_decides_where_words_do_not() => Assert.Equal("Night riders", Topics("the zebra is here", Ruled)[0]);

    [Fact]
    public void Topics_alone_are_those_of_the_whole_analysis()
    {
        var analyst = new Analyst(new AnalystOptions { Topics = [Scooters, Ruled], BuiltInTopics = BuiltInTopics.Shown });
        var call = Call("my scooter was stolen, the zebra saw it, and i want a refund");

        Assert.Equal(analyst.Analyze(call).Topics.Select(topic => (topic.Name, topic.Score)), analyst.FindTopics(call).Select(topic => (topic.Name, topic.Score)));
    }

    private static string[] Topics(string said, params TopicDefinition[] own) => Topics(said, BuiltInTopics.Shown, own);

    private static string[] Topics(string said, BuiltInTopics builtIn, params TopicDefinition[] own) =>
        [.. new Analyst(new AnalystOptions { Topics = own, BuiltInTopics = builtIn }).FindTopics(Call(said)).Select(topic => topic.Name)];

    private static MaskedConversation Call(string said) => new Masker().Mask(new Conversation("en", [new Turn("agent", "hello, how can i help"), new Turn("customer", said)])).Value;
}
