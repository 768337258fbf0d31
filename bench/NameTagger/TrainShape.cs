using System.Globalization;
using Earshot.Masking.Names;
using Earshot.Masking.Tokens;

namespace Earshot.Bench.NameTagger;

/// <summary>
/// Trains the model of shapes: logistic regression over runs of letters by stochastic gradient with a rate for each weight (Duchi, Hazan
/// and Singer, 2011), fixed seed, so the same inputs give the same model file. A second model,
/// for training the tagger and for measuring, has seen none of the words that <see cref="PrepareText"/> holds out.
/// </summary>
internal sealed class TrainShape(ShapeWords words)
{
    private const int Steps = 2_000_000;
    private const float Rate = 0.1f;
    private const float Decay = 1e-4f;

    public IEnumerable<string> Run(string target, string withoutHeldOut)
    {
        (string Language, List<ShapeWord> Words)[] all = [("ar", words.Arabic()), ("en", words.Latin())];
        var shipped = Model(all.SelectMany(one => one.Words));
        File.WriteAllBytes(target, shipped.Weights);
        var measured = Model(all.SelectMany(one => one.Words).Where(one => !PrepareText.IsHeldOut(one.Word)));
        File.WriteAllBytes(withoutHeldOut, measured.Weights);
        return all.Select(one => Score(one.Language, [.. one.Words.Where(word => PrepareText.IsHeldOut(word.Word))], measured));
    }

    private static NameShape Model(IEnumerable<ShapeWord> words)
    {
        var (weights, squares) = (new float[NameShape.Size], new float[NameShape.Size]);
        foreach (var script in words.GroupBy(one => NameShape.Places(one.Word, new int[NameShape.Most])[0]))
        {
            Train([.. script], weights, squares);
        }

        return new NameShape([.. weights.Select(weight => (byte)(sbyte)Math.Clamp(MathF.Round(weight / NameShape.Step), sbyte.MinValue, sbyte.MaxValue))]);
    }

    // As many names as words are drawn, each as often as it weighs.
    private static void Train(ShapeWord[] all, float[] weights, float[] squares)
    {
        var dice = new Random(7);
        var (names, words) = (Urn(all.Where(one => one.IsName)), Urn(all.Where(one => !one.IsName)));
        for (var step = 0; step < Steps; step++)
        {
            var urn = step % 2 == 0 ? names : words;
            Learn(urn[dice.Next(urn.Length)], weights, squares);
        }
    }

    private static ShapeWord[] Urn(IEnumerable<ShapeWord> words) => [.. words.SelectMany(one => Enumerable.Repeat(one, one.Weight))];

    private static void Learn(ShapeWord one, float[] weights, float[] squares)
    {
        Span<int> buffer = stackalloc int[NameShape.Most];
        var places = NameShape.Places(one.Word, buffer);
        var sum = 0f;
        foreach (var place in places)
        {
            sum += weights[place];
        }

        var error = (one.IsName ? 1 : 0) - (1 / (1 + MathF.Exp(-sum)));
        foreach (var place in places)
        {
            var gradient = error - (Decay * weights[place]);
            squares[place] += gradient * gradient;
            weights[place] += Rate * gradient / MathF.Sqrt(squares[place] + 1e-3f);
        }
    }

    private static string Score(string language, ShapeWord[] heldOut, NameShape model)
    {
        var scores = heldOut.GroupBy(one => one.Source).ToDictionary(group => group.Key, group => group.Select(one => model.Of(one.Word)).OrderDescending().ToArray());
        var text = language + ", held out: " + string.Join(", ", scores.OrderBy(pair => pair.Key).Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value.Length}")));
        foreach (var least in (float[])[-4, -2, -1, 0, 1, 2, 3])
        {
            text += string.Create(CultureInfo.InvariantCulture, $"\n  above {least}: ")
                + string.Join(", ", scores.OrderBy(pair => pair.Key).Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {(double)pair.Value.Count(score => score > least) / pair.Value.Length:P1}")));
        }

        return text;
    }
}
