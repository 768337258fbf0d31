using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Earshot.Masking;
using Earshot.Masking.Finding;
using Earshot.Masking.Names;
using Earshot.Masking.Tokens;
using Tagger = Earshot.Masking.Names.NameTagger;

namespace Earshot.Bench.NameTagger;

/// <summary>
/// Trains the tagger of names: every chain that the finder builds in the training sentences is an example. Averaged perceptron
/// (Freund and Schapire, 1999; Collins, 2002), fixed seed, so the same inputs give the same model file.
/// </summary>
internal sealed class TrainTagger(string lists, string templates, string? trainSplit)
{
    private const int Epochs = 8;
    private const int Copies = 40;
    private const float MarginWanted = 2;

    /// <summary>One feature in this many is hidden while learning, so that no single word decides.</summary>
    private const int Hidden = 3;

    private readonly List<(int[] Features, bool IsName)> examples = [];

    /// <summary>Writes the model and tells how many examples it gets right.</summary>
    public string Run(string target)
    {
        var model = Train(Texts());
        File.WriteAllBytes(target, model.Weights);
        var right = examples.Count(example => model.Margin(example.Features) > 0 == example.IsName);
        return FormattableString.Invariant($"{examples.Count} chains, {examples.Count(example => example.IsName)} names, {right} judged right");
    }

    /// <summary>Trains on all templates but every n-th, and finds names in those, with rules and tagger together: an estimate for unseen phrases.</summary>
    public IEnumerable<string> Folds(int folds, bool show)
    {
        var texts = Texts().ToList();
        var score = new FoldScore();
        for (var fold = 0; fold < folds; fold++)
        {
            examples.Clear();
            var model = Train(texts.Where(text => text.Template < 0 || text.Template % folds != fold));
            score.Add(texts.Where(text => text.Template >= 0 && text.Template % folds == fold), model);
        }

        return show ? [.. score.Errors(), .. score.Lines()] : score.Lines();
    }

    private IEnumerable<TrainingText> Texts() => new FillTemplates(lists, templates, 20261121).Run(Copies).Concat(TrainSplit());

    private Tagger Train(IEnumerable<TrainingText> texts)
    {
        foreach (var text in texts)
        {
            Observe(text);
        }

        var weights = Train();
        return new Tagger(MemoryMarshal.AsBytes(weights.AsSpan()).ToArray());
    }

    private IEnumerable<TrainingText> TrainSplit()
    {
        var swap = new SwapNames(new FillTemplates(lists, templates, 20261122));
        foreach (var line in trainSplit is null ? [] : Directory.EnumerateFiles(trainSplit, "*.jsonl").Order(StringComparer.Ordinal).SelectMany(File.ReadLines))
        {
            var row = JsonNode.Parse(line)!;
            var names = row["spans"]!.AsArray()
                .Where(span => (string)span!["type"]! is "PERSON" or "EMAIL" or "USERNAME")
                .Select(span => ((int)span!["start"]!, (int)span["end"]!));
            yield return new TrainingText((string)row["lang"]!, (string)row["text"]!, [.. names]);
            foreach (var other in swap.Texts(row))
            {
                yield return other;
            }
        }
    }

    private void Observe(TrainingText text)
    {
        if (PrepareText.Of(text) is not { } call)
        {
            return;
        }

        void Take(int first, int last, int[] features, float score)
        {
            var (start, end) = (call.Tokens[first].Start, call.Tokens[last].End);
            examples.Add((features, text.Names.Any(name => name.Start < end && start < name.End)));
        }

        new FindNames(call, new CandidateList(), MaskingRules.Cues, stackalloc int[RememberedNames.Most], Take).Run();
    }

    private short[] Train()
    {
        var (weights, sums) = (new float[Tagger.Size], new double[Tagger.Size]);
        var dice = new Random(7);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var steps = 0;
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            dice.Shuffle(order);
            foreach (var index in order)
            {
                Learn(Without(examples[index], dice), weights, sums, steps++);
            }
        }

        return [.. weights.Select((weight, i) => (short)Math.Clamp((weight - (sums[i] / steps)) / Tagger.Step, short.MinValue, short.MaxValue))];
    }

    private static (int[] Features, bool IsName) Without((int[] Features, bool IsName) example, Random dice) =>
        (Array.FindAll(example.Features, _ => dice.Next(Hidden) > 0), example.IsName);

    private static void Learn((int[] Features, bool IsName) example, float[] weights, double[] sums, int step)
    {
        var wanted = example.IsName ? 1f : -1f;
        if (example.Features.Sum(feature => weights[feature]) * wanted >= MarginWanted)
        {
            return;
        }

        foreach (var feature in example.Features)
        {
            weights[feature] += wanted * 0.1f;
            sums[feature] += (double)wanted * 0.1f * step;
        }
    }
}
