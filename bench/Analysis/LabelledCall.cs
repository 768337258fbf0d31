using Earshot.Masking;

namespace Earshot.Bench.Analysis;

/// <summary>A call with what people say of it.</summary>
internal sealed record LabelledCall(
    string Id, Conversation Conversation, string Sentiment, bool Satisfied, bool? Resolved, string Topic, IReadOnlySet<string>? Flags, IReadOnlySet<string>? Script)
{
    private static readonly Dictionary<string, string> FlagNames = new(StringComparer.Ordinal)
    {
        ["rude"] = "rude_agent", ["promise"] = "forbidden_promise", ["pressure"] = "pressure", ["nogreet"] = "no_greeting", ["noclose"] = "no_closing",
        ["card"] = "payment_data_by_voice", ["special"] = "special_category_mentioned", ["esc"] = "escalation", ["churn"] = "churn_risk",
        ["norec"] = "recording_notice_missing",
    };

    private static readonly Dictionary<char, string> StepNames = new()
    {
        ['g'] = "greeting", ['i'] = "introduction", ['c'] = "need_clarified", ['s'] = "solution_offered", ['n'] = "next_step", ['t'] = "thanks",
    };

    /// <summary>Reads a file of calls: a header line that starts with @, then a line for each turn.</summary>
    public static IEnumerable<LabelledCall> Read(string path, string language)
    {
        string? header = null;
        var turns = new List<Turn>();
        foreach (var line in File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#').Append("@"))
        {
            if (line[0] != '@')
            {
                turns.Add(new Turn(line[0] is 'A' or 'О' ? "agent" : "customer", line[2..].Trim()));
                continue;
            }

            if (header is not null)
            {
                yield return Parse(header, new Conversation(language, [.. turns]));
            }

            header = line;
            turns.Clear();
        }
    }

    private static LabelledCall Parse(string header, Conversation conversation)
    {
        var parts = header[1..].Split('|', StringSplitOptions.TrimEntries);
        var flags = parts[5] == "-" ? [] : parts[5].Split(',').Select(code => FlagNames[code]).ToHashSet(StringComparer.Ordinal);
        var script = parts[6] == "-" ? [] : parts[6].Select(code => StepNames[code]).ToHashSet(StringComparer.Ordinal);
        return new LabelledCall(parts[0], conversation, parts[1], parts[2] == "yes", parts[3] == "yes", parts[4], flags, script);
    }
}
