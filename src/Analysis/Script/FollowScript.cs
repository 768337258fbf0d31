using Earshot.Analysis.Phrases;
using Earshot.Analysis.Text;

namespace Earshot.Analysis.Script;

/// <summary>Which steps of a good conversation the agent took.</summary>
internal static class FollowScript
{
    // A next step is named after the matter is known, not while it is being told.
    private const double NextStepFrom = 0.3;
    private const double ClarifiedUntil = 0.85;

    private static readonly string[] NotClarifying = ["script.offer_more", "script.proposal", "flag.rude_agent", "flag.pressure"];

    /// <summary>Names of the steps, in order.</summary>
    public static readonly IReadOnlyList<string> Names = ["greeting", "introduction", "need_clarified", "solution_offered", "next_step", "thanks"];

    public static IReadOnlyList<ScriptStep> Run(CallText call, PhraseResults results)
    {
        PhraseMatch[] improper = [.. results["flag.rude_agent"].Matches, .. results["flag.pressure"].Matches];
        bool IsProper(PhraseMatch match) => !improper.Any(other => IsInSameSentence(call, other, match));
        return Judge(call, results, IsProper);
    }

    private static ScriptStep[] Judge(CallText call, PhraseResults results, Func<PhraseMatch, bool> isProper) =>
    [
        Step("greeting", call, results["script.greeting"].Matches),
        Step("introduction", call, results["script.introduction"].Matches.Concat(NamesAtFirst(call))),
        Step("need_clarified", call, Clarifications(call, results)),
        Step("solution_offered", call, results["script.solution_offered"].Matches.Where(match => FollowsCustomer(call, match) && isProper(match))),
        Step("next_step", call, results["script.next_step"].Matches.Where(match => match.First >= NextStepFrom * call.Tokens.Length && isProper(match))),
        Step("thanks", call, results["script.thanks"].Matches),
    ];

    private static ScriptStep Step(string name, CallText call, IEnumerable<PhraseMatch> matches) =>
        matches.FirstOrDefault() is { } match ? new ScriptStep(name, true, Sentences.Around(call, match.First)) : new ScriptStep(name, false, null);

    private static bool FollowsCustomer(CallText call, PhraseMatch match) =>
        call.Speakers.AsSpan(0, call.Tokens[match.First].Turn).Contains(Speakers.Customer);

    // The agent's own or the company's name in the first words: «Банк „Волна“, Алина». A name in a question is the customer's.
    private static IEnumerable<PhraseMatch> NamesAtFirst(CallText call)
    {
        var turn = Array.IndexOf(call.Speakers, Speakers.Agent);
        return turn is < 0 or > 1
            ? []
            : Enumerable.Range(call.FirstTokens[turn], call.FirstTokens[turn + 1] - call.FirstTokens[turn])
                .Where(token => call.Tokens[token].IsNameIn(call.TextOf(turn)) && !Sentences.Around(call, token).Text.EndsWith('?'))
                .Select(token => new PhraseMatch(token, token));
    }

    // Any question of the agent about the matter; offers, formulas and insults in the form of a question are none.
    private static IEnumerable<PhraseMatch> Clarifications(CallText call, PhraseResults results)
    {
        PhraseMatch[] others = [.. NotClarifying.SelectMany(rule => results[rule].Matches)];
        var isPunctuated = call.Conversation.Turns.Any(turn => turn.Text.Value.Contains('?', StringComparison.Ordinal));
        var asked = isPunctuated ? results["script.clarify"].Matches.Where(match => IsQuestion(call, match)).Concat(Questions(call)) : results["script.clarify"].Matches;
        return asked.OrderBy(match => match.First).Where(match => match.First <= ClarifiedUntil * call.Tokens.Length
            && FollowsCustomer(call, match)
            && !others.Any(other => IsInSameSentence(call, other, match)));
    }

    private static IEnumerable<PhraseMatch> Questions(CallText call) =>
        Enumerable.Range(0, call.TurnCount).Where(turn => call.Speakers[turn] == Speakers.Agent && call.TextOf(turn).Contains('?', StringComparison.Ordinal))
            .SelectMany(turn => Enumerable.Range(call.FirstTokens[turn], call.FirstTokens[turn + 1] - call.FirstTokens[turn]))
            .Where(token => Sentences.Around(call, token).Text.EndsWith('?'))
            .Select(token => new PhraseMatch(token, token));

    private static bool IsQuestion(CallText call, PhraseMatch match)
    {
        var sentence = Sentences.Around(call, match.First);
        return sentence.Text.EndsWith('?') || call.Tokens[match.First].Start == sentence.Start;
    }

    private static bool IsInSameSentence(CallText call, PhraseMatch left, PhraseMatch right) =>
        call.Tokens[left.First].Turn == call.Tokens[right.First].Turn
        && Sentences.Around(call, left.First).Start == Sentences.Around(call, right.First).Start;
}
