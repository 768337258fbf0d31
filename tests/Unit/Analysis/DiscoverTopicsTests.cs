using Earshot.Analysis.Stored;

namespace Earshot.Unit.Analysis;

public sealed class DiscoverTopicsTests
{
    [Fact]
    public void Calls_about_two_matters_become_two_topics()
    {
        var calls = Enumerable.Range(0, 40).Select(i => StoredWords.Write(
            MaskedCalls.Of("en", "agent: Hello, how can I help?", i % 2 == 0 ? "customer: The parcel with my courier is lost." : i % 4 == 1 ? "customer: My router lost its wifi signal." : "customer: The wifi signal of the router drops."),
            WordBook.Empty)).ToArray();

        var topics = DiscoverTopics.Run(calls, WordBook.Empty);

        Assert.Contains(topics, topic => topic.Name.Contains("parcel", StringComparison.Ordinal) && topic.Calls.All(call => call % 2 == 0));
        Assert.Contains(topics, topic => topic.Name.Contains("router", StringComparison.Ordinal) && topic.Calls.All(call => call % 2 == 1));
    }

    [Fact]
    public void Too_few_calls_have_no_topics() => Assert.Empty(DiscoverTopics.Run([], WordBook.Empty));
}
