using Earshot.Analysis.Text;

namespace Earshot.Analysis.Sentiment;

/// <summary>The mood of a call and whether the customer left satisfied, judged from how the call ends.</summary>
internal sealed class JudgeSentiment
{
    private const double PositiveFrom = 0.3;
    private const double NegativeFrom = -0.33;
    private const double SatisfiedFrom = -0.15;

    public JudgeSentiment(CallText call, MoodCurve curve, CallOutcome outcome)
    {
        var end = EndMood(call, curve);
        Satisfaction = Satisfy(outcome, end);
        var score = Math.Tanh((Please(outcome) + (0.9 * end)) / 2);
        // Trouble alone is not a negative mood: that takes a strong word, a failure, an insult, or a wish to leave.
        score = Anger(outcome) > 0 ? score : Math.Max(score, NegativeFrom + 0.01);
        Sentiment = new CallSentiment(Class(score), Math.Round(score, 3), curve.Turns);
    }

    public CallSentiment Sentiment { get; }

    public double Satisfaction { get; }

    public bool IsSatisfied => Satisfaction > SatisfiedFrom;

    public static bool IsResolved(CallOutcome outcome) =>
        outcome.Solved
        || (outcome is { AgentDone: > 0, AgentFailed: 0, StillUnsolved: 0, Insulted: 0, Leaving: 0 } && outcome.Dissatisfied <= outcome.Accepted && outcome.Pending <= outcome.AgentDone)
        || outcome is { AgentFailed: 0, StillUnsolved: 0, Dissatisfied: 0, Angry: 0, Insulted: 0, Leaving: 0, Pending: <= 1 };

    private static double Satisfy(CallOutcome outcome, double end) =>
        (outcome.Solved ? 1.4 : 0)
        + (0.3 * Math.Min(outcome.Accepted, 4))
        + (0.4 * Math.Min(outcome.Pleased, 3))
        + (0.15 * Math.Min(outcome.AgentDone, 2))
        - (0.25 * Math.Min(outcome.StillUnsolved, 4))
        - (0.6 * Math.Min(outcome.Dissatisfied, 4))
        - (0.2 * Math.Min(outcome.Reluctant, 3))
        - Anger(outcome)
        + (0.6 * end);

    // A calm agreement alone makes nobody happy, several do; trouble alone makes nobody angry, strong words show it.
    // A matter that is solved without a warm word leaves people calm rather than glad.
    private static double Please(CallOutcome outcome) =>
        (outcome.Solved ? outcome.Accepted + outcome.Pleased > 0 ? 1.0 : 0.4 : 0)
        + (0.12 * Math.Min(outcome.Accepted, 4))
        + (outcome is { Accepted: >= 3, Unsolved: <= 2 } ? 0.45 : 0)
        + (0.6 * Math.Min(outcome.Pleased, 3))
        - (0.12 * Math.Min(outcome.Unsolved, 4))
        - (0.25 * Math.Min(outcome.Dissatisfied, 4))
        - (0.1 * Math.Min(outcome.Reluctant, 3))
        - Anger(outcome);

    private static double Anger(CallOutcome outcome) =>
        (0.6 * Math.Min(outcome.Angry, 3))
        + (0.4 * Math.Min(outcome.AgentFailed, 2))
        + (0.8 * outcome.Insulted)
        + (0.6 * outcome.Leaving);

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
