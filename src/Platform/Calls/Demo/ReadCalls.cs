using Earshot.Masking;

namespace Earshot.Platform.Calls.Demo;

/// <summary>A call of the demonstration.</summary>
internal sealed record DemoCall(string Language, string Agent, bool Outbound, Conversation Conversation);

/// <summary>
/// Reads files of synthetic calls: a line <c>@ …</c> begins a call, <c>A:</c> or <c>О:</c> is the agent, <c>C:</c> or <c>К:</c> the customer. Times are made from the
/// number of words at an even pace, so that the strip of the call has something to show.
/// </summary>
internal static class ReadCalls
{
    private const double SecondsPerWord = 0.38;
    private const double Pause = 0.7;

    /// <param name="lines">The lines of the file.</param>
    /// <param name="describe">Language, agent and direction from what stands after the <c>@</c>.</param>
    public static IEnumerable<DemoCall> Read(IEnumerable<string> lines, Func<string[], (string Language, string Agent, bool Outbound)> describe)
    {
        string[]? head = null;
        var turns = new List<Turn>();
        foreach (var line in lines.Append("@"))
        {
            if (line.StartsWith('@'))
            {
                if (head is not null && turns.Count > 0)
                {
                    var (language, agent, outbound) = describe(head);
                    yield return new DemoCall(language, agent, outbound, new Conversation(language, Timed(turns)));
                }

                head = line[1..].Split('|', StringSplitOptions.TrimEntries);
                turns = [];
            }
            else if (line.Length > 2 && line[1] == ':' && "ACОК".Contains(line[0], StringComparison.Ordinal))
            {
                turns.Add(new Turn(line[0] is 'A' or 'О' ? "agent" : "customer", line[2..].Trim()));
            }
        }
    }

    private static List<Turn> Timed(List<Turn> turns)
    {
        var at = 0.4;
        return turns.ConvertAll(turn =>
        {
            var start = at;
            var end = start + (SecondsPerWord * turn.Text.Split(' ').Length);
            at = end + (Pause * (1 + (turn.Text.Length % 3)));
            return turn with { Start = TimeSpan.FromSeconds(start), End = TimeSpan.FromSeconds(end) };
        });
    }
}
