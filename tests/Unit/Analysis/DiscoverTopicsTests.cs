using Earshot.Analysis.Stored;

namespace Earshot.Unit.Analysis;

public sealed class DiscoverTopicsTests
{
    [Fact]
    public void Calls_about_two_matters_become_two_topics()
    {
        string[] matters = ["The parcel with my courier is lost.", "My router lost the wifi signal.", "Cucumbers grow.", "Violins sing.", "Glaciers melt."];
        var calls = Enumerable.Range(0, 50).Select(i => StoredWords.Write(MaskedCalls.Of("en", "agent: Hello, how can I help?", "customer: " + matters[i % 5]), WordBook.Empty)).ToArray();

        var topics = DiscoverTopics.Run(calls, WordBook.Empty);

        Assert.Contains(topics, topic => topic.Name.Contains("parcel", StringComparison.Ordinal) && topic.Calls.All(call => call % 5 == 0));
        Assert.Contains(topics, topic => topic.Name.Contains("router", StringComparison.Ordinal) && topic.Calls.All(call => call % 5 == 1));
    }

    [Fact]
    public void Too_few_calls_have_no_topics() => Assert.Empty(DiscoverTopics.Run([], WordBook.Empty));
}
