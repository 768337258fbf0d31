using Earshot.Platform.Calls.Demo;

namespace Earshot.Unit.Platform.Calls.Demo;

public sealed class ReadCallsTests
{
    [Fact]
    public void Calls_are_read_with_their_turns_and_times_that_never_go_back()
    {
        string[] lines = ["# comment", "@ en | Grace | out", "A: good morning", "C: hello there", "@ ru | Олег | in", "A: добрый день"];

        var calls = ReadCalls.Read(lines, head => (head[0], head[1], head[2] == "out")).ToList();

        Assert.Equal([("en", "Grace", true, 2), ("ru", "Олег", false, 1)], calls.Select(call => (call.Language, call.Agent, call.Outbound, call.Conversation.Turns.Count)));
        Assert.True(calls[0].Conversation.Turns[1].Start > calls[0].Conversation.Turns[0].End);
    }
}
