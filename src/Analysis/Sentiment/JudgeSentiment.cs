using Earshot.Analysis.Text;

namespace Earshot.Analysis.Sentiment;

/// <summary>The mood of a call and whether the customer left satisfied, judged from how the call ends.</summary>
internal sealed class JudgeSentiment
{
    private const double PositiveFrom = 0.3;
    private const double NegativeFrom = -0.45;
    private const double SatisfiedFrom = 0.0;

    public JudgeSentiment(CallText call, MoodCurve curve, CallOutcome outcome)
    {
        var end = EndMood(call, curve);
        Satisfaction = Satisfy(outcome, end);
        var score = Math.Clamp(Math.Tanh((Satisfaction + (0.8 * end)) / 2), -1, 1);
        Sentiment = new CallSentiment(Class(score), Math.Round(score, 3), curve.Turns);
    }

    public CallSentiment Sentiment { get; }

    public double Satisfaction { get; }

    public bool IsSatisfied => Satisfaction > SatisfiedFrom;

    public static bool IsResolved(CallOutcome outcome) =>
        outcome.Solved
        || (outcome is { AgentDone: > 0, AgentFailed: 0, Unsolved: 0 } && outcome.Dissatisfied <= outcome.Accepted && outcome.Pending <= outcome.AgentDone);

    private static double Satisfy(CallOutcome outcome, double end) =>
        (outcome.Solved ? 1.6 : 0)
        + (0.5 * Math.Min(outcome.Accepted, 4))
        + (0.3 * Math.Min(outcome.AgentDone, 2))
        - (0.3 * Math.Min(outcome.Unsolved, 5))
        - (0.6 * Math.Min(outcome.Dissatisfied, 5))
        - (0.6 * Math.Min(outcome.AgentFailed, 2))
        + (0.6 * end);

    private static SentimentClass Class(double score) => score switch
    {
        >= PositiveFrom => SentimentClass.Positive,
        <= NegativeFrom => SentimentClass.Negative,
        _ => SentimentClass.Neutral,
    };

    // The customer's turns, the later the heavier: the square of the position.
    private static double EndMood(CallText call, MoodCurve curve)
    {
        double sum = 0, weights = 0;
        for (var turn = 0; turn < call.TurnCount; turn++)
        {
            if (call.Speakers[turn] != Speakers.Customer)
            {
                continue;
            }

            var position = (turn + 1.0) / call.TurnCount;
            sum += position * position * curve[turn];
            weights += position * position * (Math.Abs(curve[turn]) + 0.15);
        }

        return weights == 0 ? 0 : sum / weights;
    }
}
