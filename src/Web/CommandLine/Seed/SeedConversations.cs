using System.Globalization;
using System.Text.RegularExpressions;
using Earshot.Masking;

namespace Earshot.Web.CommandLine.Seed;

/// <summary>Makes calls out of <see cref="SeedLines"/>; the same seed gives the same calls.</summary>
internal sealed partial class SeedConversations(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>A raw call with times, as a recogniser would give it, and the agent who speaks.</summary>
    public (Conversation Call, int Agent) Next()
    {
        var scenario = Pick(SeedLines.Scenarios);
        var agent = PickAgent(scenario.Language);
        var values = Values(scenario.Language, SeedLines.Agents[agent]);
        var at = TimeSpan.Zero;
        var turns = new List<Turn>();
        foreach (var line in scenario.Opening.Concat(random.NextDouble() < 0.74 ? scenario.Good : scenario.Bad))
        {
            turns.Add(Speak(line, values, ref at));
        }

        return (new Conversation(scenario.Language, turns), agent);
    }

    private Turn Speak(string line, Dictionary<string, string> values, ref TimeSpan at)
    {
        var variants = line[3..].Split('|');
        var text = Slot().Replace(Pick(variants), slot => values[slot.Groups["name"].Value]);
        var start = at + TimeSpan.FromSeconds(random.NextDouble() < 0.08 ? 4 + (random.NextDouble() * 11) : 0.2 + (random.NextDouble() * 1.3));
        var end = start + TimeSpan.FromSeconds(Math.Max(0.8, text.Length / (13 + (random.NextDouble() * 4))));
        at = end;
        return new Turn(line.StartsWith('A') ? "agent" : "customer", text, Round(start), Round(end));
    }

    private Dictionary<string, string> Values(string language, string agent)
    {
        var russian = language == "ru";
        var name = Pick(russian ? SeedLines.RussianNames : SeedLines.EnglishNames);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["agent"] = agent.Split(' ')[0],
            ["name"] = name,
            ["first"] = name.Split(' ')[0],
            ["phone"] = russian ? $"+7 9{Digits(2)} {Digits(3)}-{Digits(2)}-{Digits(2)}" : $"+44 20 7946 0{Digits(3)}",
            ["email"] = $"client{Digits(4)}@example.com",
            ["birth"] = russian ? $"{Number(1, 28)}.0{Number(1, 9)}.19{Number(60, 99)}" : $"March {Number(1, 28)}, 19{Number(60, 99)}",
            ["card"] = $"4000 00{Digits(2)} {Digits(4)} {Digits(4)}",
            ["order"] = $"{Digits(6)}",
            ["sum"] = russian ? $"{Number(2, 90)}00 рублей" : $"{Number(12, 180)} pounds",
            ["address"] = Pick(russian ? SeedLines.RussianAddresses : SeedLines.EnglishAddresses),
            ["competitor"] = Pick(russian ? SeedLines.RussianCompetitors : SeedLines.EnglishCompetitors),
        };
    }

    // Agents with a Latin name take English calls, the others Russian ones
    private int PickAgent(string language)
    {
        var matching = Enumerable.Range(0, SeedLines.Agents.Length).Where(i => char.IsAscii(SeedLines.Agents[i][0]) == (language == "en")).ToArray();
        return matching[(int)(Math.Pow(random.NextDouble(), 1.4) * matching.Length)];
    }

    private string Number(int from, int to) => random.Next(from, to).ToString(CultureInfo.InvariantCulture);

    private string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => random.Next(10).ToString(CultureInfo.InvariantCulture)));

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    private static TimeSpan Round(TimeSpan time) => TimeSpan.FromMilliseconds(Math.Round(time.TotalMilliseconds / 10) * 10);

    [GeneratedRegex(@"\{(?<name>[a-z]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Slot();
}
