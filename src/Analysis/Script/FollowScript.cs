using Earshot.Analysis.Phrases;
using Earshot.Analysis.Text;

namespace Earshot.Analysis.Script;

/// <summary>Which steps of a good conversation the agent took.</summary>
internal static class FollowScript
{
    // A next step is named after the matter is known, not while it is being told.
    private const double NextStepFrom = 0.3;
    private const double ClarifiedUntil = 0.85;

    /// <summary>Names of the steps, in order.</summary>
    public static readonly IReadOnlyList<string> Steps = ["greeting", "introduction", "need_clarified", "solution_offered", "next_step", "thanks"];

    public static IReadOnlyList<ScriptStep> Run(CallText call, PhraseResults results) =>
    [
        Step("greeting", call, results["script.greeting"].Matches),
        Step("introduction", call, results["script.introduction"].Matches),
        Step("need_clarified", call, Clarifications(call, results)),
        Step("solution_offered", call, results["script.solution_offered"].Matches.Where(match => FollowsCustomer(call, match))),
        Step("next_step", call, results["script.next_step"].Matches.Where(match => match.First >= NextStepFrom * call.Tokens.Length)),
        Step("thanks", call, results["script.thanks"].Matches),
    ];

    private static ScriptStep Step(string name, CallText call, IEnumerable<PhraseMatch> matches) =>
        matches.FirstOrDefault() is { } match ? new ScriptStep(name, true, Sentences.Around(call, match.First)) : new ScriptStep(name, false, null);

    private static bool FollowsCustomer(CallText call, PhraseMatch match) =>
        call.Speakers.AsSpan(0, call.Tokens[match.First].Turn).Contains(Speakers.Customer);

    private static IEnumerable<PhraseMatch> Clarifications(CallText call, PhraseResults results)
    {
        var offers = results["script.offer_more"].Matches;
        var isPunctuated = call.Conversation.Turns.Any(turn => turn.Text.Value.Contains('?', StringComparison.Ordinal));
        return results["script.clarify"].Matches.Where(match => match.First <= ClarifiedUntil * call.Tokens.Length
            && FollowsCustomer(call, match)
            && IsQuestion(call, match, isPunctuated)
            && !offers.Any(offer => IsInSameSentence(call, offer, match)));
    }

    private static bool IsQuestion(CallText call, PhraseMatch match, bool isPunctuated)
    {
        var sentence = Sentences.Around(call, match.First);
        return !isPunctuated || sentence.Text.EndsWith('?') || call.Tokens[match.First].Start == sentence.Start;
    }

    private static bool IsInSameSentence(CallText call, PhraseMatch left, PhraseMatch right) =>
        call.Tokens[left.First].Turn == call.Tokens[right.First].Turn
        && Sentences.Around(call, left.First).Start == Sentences.Around(call, right.First).Start;
}
