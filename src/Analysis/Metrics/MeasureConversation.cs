using Earshot.Analysis.Text;
using Earshot.Masking;

namespace Earshot.Analysis.Metrics;

/// <summary>Measures who spoke how much, how fast and how soon. What cannot be measured stays null.</summary>
internal static class MeasureConversation
{
    // Shorter overlaps are the usual "mm-hm" of a listener.
    private static readonly TimeSpan ShortestInterruption = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan ShortestSilence = TimeSpan.FromSeconds(1);

    public static CallMetrics Run(CallText call, int openingTurns, int? closingTurn)
    {
        var turns = call.Conversation.Turns;
        var timed = turns.Count > 0 && turns.All(turn => turn is { Start: not null, End: not null });
        var times = timed ? new Timeline(turns, call.Speakers) : null;
        return new CallMetrics
        {
            Turns = turns.Count,
            Words = call.Tokens.Length,
            Duration = times?.Duration,
            AgentTalkShare = times is null ? Share(Words(call, Speakers.Agent), call.Tokens.Length) : times.TalkShare(Speakers.Agent),
            CustomerTalkShare = times is null ? Share(Words(call, Speakers.Customer), call.Tokens.Length) : times.TalkShare(Speakers.Customer),
            SilenceShare = times?.SilenceShare,
            LongestSilence = times?.LongestSilence(ShortestSilence),
            Holds = times?.Holds,
            OverlapShare = times?.OverlapShare,
            LongestMonologue = times?.LongestMonologue(Speakers.Agent),
            LongestCustomerMonologue = times?.LongestMonologue(Speakers.Customer),
            AgentInterruptions = times?.Interruptions(Speakers.Agent, ShortestInterruption),
            CustomerInterruptions = times?.Interruptions(Speakers.Customer, ShortestInterruption),
            AgentResponseDelay = times?.ResponseDelay(Speakers.Customer, Speakers.Agent),
            CustomerResponseDelay = times?.ResponseDelay(Speakers.Agent, Speakers.Customer),
            AgentSpeakingRate = times is null ? null : Rate(Words(call, Speakers.Agent), times.TalkTime(Speakers.Agent)),
            CustomerSpeakingRate = times is null ? null : Rate(Words(call, Speakers.Customer), times.TalkTime(Speakers.Customer)),
            AgentQuestions = Questions(call, Speakers.Agent),
            CustomerQuestions = Questions(call, Speakers.Customer),
            OpeningTurns = openingTurns,
            ClosingTurn = closingTurn,
        };
    }

    private static double? Share(int part, int whole) => whole == 0 ? null : Math.Round((double)part / whole, 4);

    private static double? Rate(int words, TimeSpan time) => time <= TimeSpan.Zero ? null : Math.Round(words / time.TotalMinutes, 1);

    private static int Words(CallText call, Speakers speaker) =>
        Enumerable.Range(0, call.TurnCount).Where(turn => call.Speakers[turn] == speaker).Sum(turn => call.FirstTokens[turn + 1] - call.FirstTokens[turn]);

    private static int Questions(CallText call, Speakers speaker) =>
        Enumerable.Range(0, call.TurnCount).Where(turn => call.Speakers[turn] == speaker)
            .Sum(turn => Sentences.Of(call.TextOf(turn)).Count(sentence => call.TextOf(turn)[sentence.Start + sentence.Length - 1] is '?' or '؟'));
}
