using System.Diagnostics;
using System.Globalization;
using Earshot.Analysis;
using Earshot.Analysis.Phrases;
using Earshot.Analysis.Text;
using Earshot.Masking;

namespace Earshot.Bench.Analysis;

/// <summary><c>bench phrases</c>: calls a second of one core for 10, 100 and 500 rules over calls of 800 words, and for the whole analyst.</summary>
internal static class MeasurePhrases
{
    private const int CallCount = 200;
    private const int WordsPerCall = 800;
    private static readonly string[] Files = ["ru-tuning", "ru-heldout"];
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(4);

    public static int Run()
    {
        var started = Environment.CpuUsage.TotalTime;
        var analyst = new Analyst();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"first analyst of the program",-60} {(Environment.CpuUsage.TotalTime - started).TotalMilliseconds,12:N0} ms of processor time"));
        var folder = Path.Combine(AppContext.BaseDirectory, "Analysis", "data");
        var turns = Files.SelectMany(name => LabelledCall.Read(Path.Combine(folder, name + ".calls"), "ru")).SelectMany(call => call.Conversation.Turns).ToArray();
        var masker = new Masker();
        var calls = Enumerable.Range(0, CallCount).Select(i => masker.Mask(Compose(turns, i)).Value).ToArray();
        foreach (var count in new[] { 10, 100, 500 })
        {
            Measure(count, turns, calls);
        }

        Report("whole analysis, default options", Rate(i => analyst.Analyze(calls[i % calls.Length])));
        return 0;
    }

    private static void Measure(int count, Turn[] turns, MaskedConversation[] calls)
    {
        var name = count.ToString(CultureInfo.InvariantCulture) + " rules, all answered";
        var (set, _) = CompilePhrases.Run(Rules(turns, count));
        if (set is null)
        {
            throw new InvalidOperationException("The rules of the benchmark do not compile.");
        }

        var read = calls.Select(call => CallText.Read(call, set.Vocabulary)).ToArray();
        Report(name + ", words read once", Rate(i => Answer(set, read[i % read.Length])));
        Report(name + ", with reading the words", Rate(i => Answer(set, CallText.Read(calls[i % calls.Length], set.Vocabulary))));
    }

    private static int Answer(PhraseRuleSet set, CallText call)
    {
        var results = set.Apply(call);
        var holding = 0;
        for (var rule = 0; rule < set.Count; rule++)
        {
            holding += results.Holds(rule) ? 1 : 0;
        }

        return holding;
    }

    private static double Rate(Action<int> work)
    {
        for (var i = 0; i < 1_000; i++)
        {
            work(i);
        }

        // Processor time, not the clock: other programs of the machine do not count.
        var watch = Stopwatch.StartNew();
        var before = Environment.CpuUsage.TotalTime;
        var done = 0;
        while (watch.Elapsed < Time)
        {
            work(done++);
        }

        return done / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static void Report(string what, double rate) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-60} {rate,12:N0} calls a second of processor time"));

    private static Conversation Compose(Turn[] turns, int seed)
    {
        var random = new Random(seed);
        var chosen = new List<Turn>();
        for (var words = 0; words < WordsPerCall;)
        {
            var turn = turns[random.Next(turns.Length)];
            chosen.Add(turn);
            words += turn.Text.Split(' ').Length;
        }

        return new Conversation("ru", chosen);
    }

    // Rules of the shapes that supervisors write, from word pairs that calls contain.
    private static List<PhraseRule> Rules(Turn[] turns, int count)
    {
        var random = new Random(7);
        var pairs = turns.SelectMany(turn => Tokenizer.Split(turn.Text) is var words && words.Count > 2 ? words.Zip(words.Skip(1)) : []).Where(pair => pair.First.Length > 3 && pair.Second.Length > 2).ToArray();
        (string First, string Second) Pair() => pairs[random.Next(pairs.Length)];
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var (a, b, c) = (Pair(), Pair(), Pair());
            return new PhraseRule("r" + i.ToString(CultureInfo.InvariantCulture), (i % 5) switch
            {
                0 => $"agent: (\"{a.First} {a.Second}\" | \"{b.First} {b.Second}\" | ~{c.First}) within first 60s",
                1 => $"customer: ~{a.First} near/5 ~{b.First} not after \"не {c.First}\"",
                2 => $"\"{a.First} {a.Second}\" then agent: \"{b.First} {b.Second}\" within 30s",
                3 => $"count(agent: \"{a.First}\") >= 2 or customer: \"({a.First}|{b.First}|{c.First}) {a.Second}\"",
                _ => $"agent: %{a.First} and not customer: \"{b.First} {b.Second}\"",
            });
        })];
    }
}
