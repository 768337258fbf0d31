using System.Globalization;
using System.Text.Json;
using Earshot.Analysis;
using Earshot.Analysis.Phrases;
using Earshot.Masking;

namespace Earshot.Bench.Analysis;

/// <summary><c>bench analysis</c>: how well calls are judged, against labels. <c>--misses</c> shows each difference, <c>--summaries</c> each summary, <c>--set NAME</c> takes one set.</summary>
internal sealed class ScoreAnalysis(TextWriter output, bool showsMisses, bool showsSummaries)
{
    public static readonly string[] Moods = ["positive", "neutral", "negative"];
    private static readonly string[] Steps = ["greeting", "introduction", "need_clarified", "solution_offered", "next_step", "thanks"];

    private static readonly (string Language, string Set)[] Sets =
    [
        ("ru", "tuning"), ("ru", "heldout"), ("en", "tuning"), ("en", "heldout"), ("ru", "varied"), ("en", "varied"), ("ru", "wild"), ("en", "wild"), ("ru", "later"), ("en", "later"), ("ru", "last"), ("en", "last"),
        ("ru", "veiled"), ("en", "veiled"), ("ru", "quiet"), ("en", "quiet"), ("ru", "plain"), ("en", "plain"), ("ru", "once"), ("en", "once"), ("ru", "life"), ("en", "life"), ("ru", "mixed"), ("en", "mixed"), ("ru", "other"), ("en", "other"), ("ru", "blind"), ("en", "blind"),
    ];

    private static readonly string[] DeskSets = ["desk", "desk2", "desk3", "desk4", "desk5", "desk6", "desk7", "desk8", "desk9", "desk10"];

    public static int Run(string[] args)
    {
        var score = new ScoreAnalysis(Console.Out, args.Contains("--misses"), args.Contains("--summaries"));
        var folder = Path.Combine(AppContext.BaseDirectory, "Analysis", "data");
        var only = args.SkipWhile(arg => arg != "--set").Skip(1).FirstOrDefault();
        foreach (var (language, set) in Sets.Where(pair => only is null || pair.Set == only))
        {
            var analyst = new Analyst(new AnalystOptions { Topics = ReadTopics(Path.Combine(folder, $"topics.{language}.json")) });
            score.Report($"{language} {set}", analyst, [.. LabelledCall.Read(Path.Combine(folder, $"{language}-{set}.calls"), language)], set != "heldout");
        }

        return only is null or "desk" ? score.RunDesk(Path.Combine("..", "shared", "data", "calls"), folder) : 0;
    }

    /// <summary>All labelled calls with the name of their set; sets of one name in two languages were written together.</summary>
    public static IEnumerable<(string Set, LabelledCall Call)> AllCalls()
    {
        var own = Path.Combine(AppContext.BaseDirectory, "Analysis", "data");
        var shared = Path.Combine("..", "shared", "data", "calls", "helpdesk-en.dev.jsonl");
        return Sets.Concat(DeskSets.Select(set => (Language: "en", Set: set)))
            .SelectMany(pair => LabelledCall.Read(Path.Combine(own, $"{pair.Language}-{pair.Set}.calls"), pair.Language).Select(call => (pair.Set, call)))
            .Concat(File.Exists(shared) ? File.ReadLines(shared).Select(line => ("helpdesk", ReadShared(line))) : []);
    }

    private static IReadOnlyList<TopicDefinition> ReadTopics(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return [.. document.RootElement.EnumerateArray().Select(topic => new TopicDefinition(
            topic.GetProperty("name").GetString() ?? string.Empty, topic.GetProperty("description").GetString() ?? string.Empty))];
    }

    // Help-desk calls: the development data, and our own that are to be sorted into the same seven topics.
    private int RunDesk(string shared, string own)
    {
        var calls = Path.Combine(shared, "helpdesk-en.dev.jsonl");
        if (!File.Exists(calls))
        {
            output.WriteLine("en helpdesk: skipped, ../shared/data is not here");
            return 0;
        }

        var analyst = new Analyst(new AnalystOptions { Topics = ReadTopics(Path.Combine(shared, "topics.json")) });
        Report("en helpdesk (development data)", analyst, [.. File.ReadLines(calls).Select(ReadShared)], true);
        foreach (var set in DeskSets)
        {
            Report($"en {set}", analyst, [.. LabelledCall.Read(Path.Combine(own, $"en-{set}.calls"), "en")], true);
        }

        return 0;
    }

    private static LabelledCall ReadShared(string line)
    {
        using var document = JsonDocument.Parse(line);
        var (call, labels) = (document.RootElement, document.RootElement.GetProperty("labels"));
        var turns = call.GetProperty("turns").EnumerateArray()
            .Select(turn => new Turn(turn.GetProperty("speaker").GetString() ?? string.Empty, turn.GetProperty("text").GetString() ?? string.Empty));
        return new LabelledCall(
            call.GetProperty("id").GetString() ?? string.Empty, new Conversation("en", [.. turns]), labels.GetProperty("sentiment").GetString() ?? string.Empty,
            labels.GetProperty("satisfied").GetBoolean(), null, labels.GetProperty("topic").GetString() ?? string.Empty, null, null);
    }

    private void Report(string title, Analyst analyst, IReadOnlyList<LabelledCall> calls, bool mayShow)
    {
        var masker = new Masker();
        var judged = calls.Select(call => (Call: call, Analysis: analyst.Analyze(masker.Mask(call.Conversation).Value))).ToArray();
        output.WriteLine($"{title}: {calls.Count} calls");
        Line("sentiment, macro F1", MacroF1([.. judged.Select(pair => (pair.Call.Sentiment, MoodOf(pair.Analysis)))]));
        Line("satisfied, balanced accuracy", Balanced(judged.Select(pair => (pair.Call.Satisfied, pair.Analysis.Satisfied))));
        if (calls[0].Topic != "-")
        {
            Line("topic, accuracy", judged.Average(pair => pair.Analysis.Topics is [var first, ..] && first.Name == pair.Call.Topic ? 1.0 : 0));
        }

        if (calls[0].Script is not null)
        {
            Line("resolved, balanced accuracy", Balanced(judged.Select(pair => (pair.Call.Resolved == true, pair.Analysis.Resolved))));
            ReportScript(judged);
            ReportFlags(judged);
        }

        if (showsSummaries && mayShow)
        {
            foreach (var (call, found) in judged)
            {
                output.WriteLine($"  {call.Id}: {found.Summary}");
            }
        }

        if (showsMisses && mayShow)
        {
            ShowMisses(judged, call => analyst.Explain(masker.Mask(call.Conversation).Value));
        }
    }

    private void ReportScript((LabelledCall Call, CallAnalysis Analysis)[] judged)
    {
        var each = Steps.Select(step => Balanced(judged.Select(pair =>
            (pair.Call.Script?.Contains(step) == true, pair.Analysis.Script.Any(done => done.Name == step && done.Done))))).ToArray();
        Line("script, balanced accuracy over the steps", each.Average());
        output.WriteLine("    " + string.Join("  ", Steps.Select((step, i) => string.Create(CultureInfo.InvariantCulture, $"{step} {each[i]:0.00}"))));
    }

    private void ReportFlags((LabelledCall Call, CallAnalysis Analysis)[] judged)
    {
        var names = judged.SelectMany(pair => pair.Call.Flags ?? new HashSet<string>()).Concat(judged.SelectMany(pair => pair.Analysis.Flags).Select(flag => flag.Name)).Distinct().Order().ToArray();
        var counts = names.Select(name => (Name: name, Hit: Count(judged, name, true, true), False: Count(judged, name, false, true), Missed: Count(judged, name, true, false))).ToArray();
        Line("flags, micro F1", F1(counts.Sum(c => c.Hit), counts.Sum(c => c.False), counts.Sum(c => c.Missed)));
        var said = counts.Where(c => c.Name != "recording_notice_missing").ToArray();
        Line("flags without recording_notice_missing, micro F1", F1(said.Sum(c => c.Hit), said.Sum(c => c.False), said.Sum(c => c.Missed)));
        output.WriteLine("    " + string.Join("  ", counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Name} {c.Hit}/{c.False}/{c.Missed}"))) + "  (right/false/missed)");
    }

    private static int Count((LabelledCall Call, CallAnalysis Analysis)[] judged, string flag, bool labelled, bool found) =>
        judged.Count(pair => (pair.Call.Flags?.Contains(flag) == true) == labelled && pair.Analysis.Flags.Any(hit => hit.Name == flag) == found);

    private void ShowMisses((LabelledCall Call, CallAnalysis Analysis)[] judged, Func<LabelledCall, string> explain)
    {
        foreach (var (call, found) in judged)
        {
            var misses = new List<string>();
            var mood = MoodOf(found);
            Note(misses, "sentiment", call.Sentiment, mood + found.Sentiment.Score.ToString(" 0.00", CultureInfo.InvariantCulture), call.Sentiment == mood);
            Note(misses, "satisfied", $"{call.Satisfied}", $"{found.Satisfied}", call.Satisfied == found.Satisfied);
            Note(misses, "resolved", $"{call.Resolved}", $"{found.Resolved}", call.Resolved == found.Resolved);
            var topic = found.Topics is [var first, ..] ? first.Name : "-";
            Note(misses, "topic", call.Topic, topic, call.Topic is "-" || call.Topic == topic);
            foreach (var step in found.Script.Where(step => call.Script?.Contains(step.Name) != step.Done))
            {
                Note(misses, step.Name, step.Done ? "False" : "True", (step.Done ? "True " : "False ") + step.Quote?.Text, false);
            }

            foreach (var flag in found.Flags.Where(flag => call.Flags?.Contains(flag.Name) != true))
            {
                Note(misses, flag.Name, "-", $"raised: {flag.Quote?.Text} ← {Words(flag, call)}", false);
            }

            foreach (var flag in (call.Flags ?? new HashSet<string>()).Where(name => found.Flags.All(hit => hit.Name != name)))
            {
                Note(misses, flag, "raised", "-", false);
            }

            if (misses.Count > 0)
            {
                output.WriteLine($"  {call.Id} {explain(call)}\n      {string.Join("\n      ", misses)}");
            }
        }
    }

    // The words that raised a flag, not their sentence.
    private static string Words(FlagHit flag, LabelledCall call) => flag.Quote is null ? "-" : string.Join(" + ", PhraseChecker
        .Try("@flag." + flag.Name, new Masker().Mask(call.Conversation).Value).Matches.SelectMany(match => match).Select(quote => quote.Text));

    public static string MoodOf(CallAnalysis analysis) => analysis.Sentiment.Overall switch
    {
        SentimentClass.Positive => "positive",
        SentimentClass.Negative => "negative",
        _ => "neutral",
    };

    private static void Note(List<string> misses, string what, string label, string found, bool same)
    {
        if (!same)
        {
            misses.Add($"{what}: labelled {label}, found {found}");
        }
    }

    private void Line(string what, double value) => output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-50} {value:0.000}"));

    public static double MacroF1((string Label, string Found)[] pairs) => Moods.Where(name => pairs.Any(pair => pair.Label == name || pair.Found == name)).Average(name => F1(
        pairs.Count(pair => pair.Label == name && pair.Found == name), pairs.Count(pair => pair.Label != name && pair.Found == name), pairs.Count(pair => pair.Label == name && pair.Found != name)));

    private static double F1(int hit, int wrong, int missed) => hit == 0 ? 0 : 2.0 * hit / ((2.0 * hit) + wrong + missed);

    public static double Balanced(IEnumerable<(bool Label, bool Found)> pairs)
    {
        var all = pairs.ToArray();
        var parts = all.GroupBy(pair => pair.Label).Select(group => group.Average(pair => pair.Found == pair.Label ? 1.0 : 0)).ToArray();
        return parts.Length == 0 ? 1 : parts.Average();
    }
}
