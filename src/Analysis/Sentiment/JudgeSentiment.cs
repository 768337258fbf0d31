using Earshot.Analysis.Text;

namespace Earshot.Analysis.Sentiment;

/// <summary>The mood of a call, whether the customer left satisfied and whether the matter was settled: signs weighed by a small trained model.</summary>
internal sealed class JudgeSentiment
{
    private const int Satisfaction = 0;
    private const int Resolution = 1;
    private const int FirstMood = 2;
    private const int MostReasons = 5;

    private static readonly SentimentClass[] Classes = [SentimentClass.Positive, SentimentClass.Neutral, SentimentClass.Negative];

    private readonly EndingSigns signs;
    private readonly EndingModel model = EndingModel.Current;

    public JudgeSentiment(EndingSigns signs, MoodCurve curve)
    {
        this.signs = signs;
        double[] chances = [.. Classes.Select((_, mood) => 1 / (1 + Math.Exp(-model.Score(FirstMood + mood, signs.Values))))];
        var score = (chances[0] - chances[2]) / chances.Sum();
        Sentiment = new CallSentiment(Classes[Array.IndexOf(chances, chances.Max())], Math.Round(score, 3), curve.Turns);
    }

    public CallSentiment Sentiment { get; }

    public bool IsSatisfied => model.Score(Satisfaction, signs.Values) > 0;

    public bool IsResolved => model.Score(Resolution, signs.Values) > 0;

    /// <summary>The signs that spoke loudest for the judgement on satisfaction, with words that show them.</summary>
    public IReadOnlyList<JudgedSign> SatisfiedBecause => IsSatisfied ? Reasons(1) : Reasons(-1);

    // Only what is there in the call shows anything; what is absent has no words.
    private JudgedSign[] Reasons(int side) =>
    [
        .. Enumerable.Range(0, signs.Values.Length)
            .Where(sign => signs.Values[sign] != 0)
            .Select(sign => (Sign: sign, Weight: model.Share(Satisfaction, sign, signs.Values)))
            .Where(pair => pair.Weight * side > 0)
            .OrderByDescending(pair => pair.Weight * side)
            .Take(MostReasons)
            .Select(pair => new JudgedSign(EndingSigns.Names[pair.Sign], Math.Round(pair.Weight, 2), signs.QuoteOf(pair.Sign))),
    ];
}
