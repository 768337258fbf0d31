using System.Text.Json;
using Earshot.Bench.SpokenPii;
using Earshot.Masking;

namespace Earshot.Bench.Masking;

/// <summary>Whole calls of the spoken benchmark's train split: much more varied than <see cref="SampleCalls"/>.</summary>
internal static class BenchmarkCalls
{
    public static IReadOnlyList<Conversation> Of(string language, string kind) =>
        [.. File.ReadLines(Path.Combine(SpokenPiiCommand.Folder(), "train", $"{language}.{kind}.jsonl")).Select(line => Read(language, line))];

    private static Conversation Read(string language, string line)
    {
        using var row = JsonDocument.Parse(line);
        return new Conversation(language, [.. row.RootElement.GetProperty("turns").EnumerateArray()
            .Select(turn => new Turn(turn.GetProperty("speaker").GetString() ?? string.Empty, turn.GetProperty("text").GetString() ?? string.Empty))]);
    }
}
