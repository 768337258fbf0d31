using Earshot.Analysis;
using Earshot.Platform.Calls.OwnTopics;

namespace Earshot.Unit.Platform.Calls;

public sealed class OwnAnalystsTests
{
    private static readonly Guid Mine = Guid.NewGuid();
    private static readonly TopicDefinition Topic = new("Scooters", "A scooter was stolen.");
    private readonly Analyst shared = new();
    private readonly OwnAnalysts analysts;

    public OwnAnalystsTests() => analysts = new OwnAnalysts(shared);

    [Fact]
    public void An_analyst_is_made_once_for_a_state_of_the_topics()
    {
        var made = analysts.For(Mine, [Topic], isOnlyOwn: false);

        Assert.Same(made, analysts.For(Mine, [Topic with { }], isOnlyOwn: false));
        Assert.NotSame(made, analysts.For(Mine, [Topic], isOnlyOwn: true));
        Assert.NotSame(made, analysts.For(Guid.NewGuid(), [Topic], isOnlyOwn: false));
    }

    [Fact]
    public void Who_has_no_topics_shares_the_analyst_of_everybody() => Assert.Same(shared, analysts.For(Mine, [], isOnlyOwn: true));

    [Theory]
    [InlineData("Scooters", "A scooter was stolen.", null, null)]
    [InlineData("Scooters", "A scooter was stolen.", "customer: ~scooter", null)]
    [InlineData("S", "A scooter was stolen.", null, "topic_name")]
    [InlineData("Scooters", "short", null, "topic_description")]
    [InlineData("Scooters", "A scooter was stolen.", "customer: (", "topic_rule")]
    [InlineData("Scooters", "A scooter was stolen.", "customer: ~", "topic_rule")]
    public void A_topic_that_would_not_work_is_refused_by_name(string name, string description, string? rule, string? code) =>
        Assert.Equal(code, KeepTopics.Refuse(new TopicDefinition(name, description, rule))?.Code);
}
