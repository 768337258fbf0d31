using System.CommandLine;
using System.Text.Json;
using Earshot.Analysis;
using Earshot.Analysis.Phrases;
using Earshot.Analysis.Scorecards;
using Earshot.Masking;

namespace Earshot.Web.CommandLine;

/// <summary><c>earshot analyze</c>: masks and judges calls on standard input. Needs no database.</summary>
internal static class AnalyzeCommand
{
    private static readonly Option<bool> JsonLines = new("--jsonl") { Description = "One JSON object a line: a call. This is the only form of input." };
    private static readonly Option<FileInfo?> ScorecardFile = new("--scorecard") { Description = "JSON file with a scorecard; default: the built-in support scorecard." };
    private static readonly Option<FileInfo?> TopicsFile = new("--topics") { Description = "JSON file with topics; default: the built-in topics." };

    public static Command Create()
    {
        var command = new Command("analyze", "Judge calls: mood, topics, script, flags, scores, summary. Nothing leaves this machine.") { JsonLines, ScorecardFile, TopicsFile };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var problems = new List<string>();
        var options = new AnalystOptions
        {
            Scorecards = await ReadScorecardAsync(parsed.GetValue(ScorecardFile), problems, ct),
            Topics = await ReadTopicsAsync(parsed.GetValue(TopicsFile), problems, ct),
        };
        if (problems.Count > 0)
        {
            foreach (var problem in problems)
            {
                await Terminal.Error.WriteLineAsync(problem);
            }

            return 2;
        }

        await using var input = Terminal.OpenInput();
        await using var output = Terminal.OpenOutput();
        var lines = new AnalyzeLines(new Lazy<Masker>(() => new Masker()), new Lazy<Analyst>(() => new Analyst(options)));
        return await lines.RunAsync(input, output, ct) ? 0 : 1;
    }

    private static async Task<IReadOnlyList<Scorecard>?> ReadScorecardAsync(FileInfo? file, List<string> problems, CancellationToken ct)
    {
        if (await ReadFileAsync(file, problems, ct) is not { } text)
        {
            return null;
        }

        var reading = ScorecardFormat.Read(text);
        problems.AddRange(reading.Errors.Select(error => $"{file?.Name}: {error.Place}: {error.Reason}"));
        return reading.Scorecard is { } scorecard ? [scorecard] : null;
    }

    private static async Task<IReadOnlyList<TopicDefinition>?> ReadTopicsAsync(FileInfo? file, List<string> problems, CancellationToken ct)
    {
        if (await ReadFileAsync(file, problems, ct) is not { } text)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            var topics = document.RootElement.EnumerateArray().Select(ReadTopic).ToArray();
            problems.AddRange(topics.Where(topic => topic.Rule is not null).SelectMany(topic => PhraseChecker.Check(topic.Rule ?? string.Empty)
                .Select(error => $"{file?.Name}: topic '{topic.Name}': {error}")));
            return topics;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            problems.Add($"{file?.Name}: a topics file is a JSON list of objects with \"name\", \"description\" and, if wanted, \"rule\".");
            return null;
        }
    }

    private static TopicDefinition ReadTopic(JsonElement topic) => new(
        topic.GetProperty("name").GetString() ?? string.Empty,
        topic.TryGetProperty("description", out var description) ? description.GetString() ?? string.Empty : string.Empty,
        topic.TryGetProperty("rule", out var rule) && rule.ValueKind is JsonValueKind.String ? rule.GetString() : null);

    private static async Task<string?> ReadFileAsync(FileInfo? file, List<string> problems, CancellationToken ct)
    {
        if (file is null)
        {
            return null;
        }

        try
        {
            return await File.ReadAllTextAsync(file.FullName, ct);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            problems.Add($"{file.Name}: the file cannot be read.");
            return null;
        }
    }
}
