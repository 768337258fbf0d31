using Earshot.Analysis.Phrases;
using Earshot.Analysis.Text;

namespace Earshot.Analysis.Script;

/// <summary>Which steps of a good conversation the agent took.</summary>
internal static class FollowScript
{
    // A next step is named after the matter is known, not while it is being told.
    private const double NextStepFrom = 0.3;
    private const double ClarifiedUntil = 0.85;

    // «, пожалуйста.»
    private const int LongestCourtesy = 14;

    private static readonly string[] NotClarifying = ["script.offer_more", "script.proposal", "flag.rude_agent", "flag.pressure"];

    /// <summary>Names of the steps, in order.</summary>
    public static readonly IReadOnlyList<string> Names = ["greeting", "introduction", "need_clarified", "solution_offered", "next_step", "thanks"];

    // An agent who is rude or presses solves nothing by orders: only what he takes on himself counts.
    public static IReadOnlyList<ScriptStep> Run(CallText call, PhraseResults results)
    {
        var improper = SentencesOf(call, results, "flag.rude_agent", "flag.pressure");
        var committed = results.Holds("flag.rude_agent") || results.Holds("flag.pressure") ? SentencesOf(call, results, "script.commitment") : null;
        return Judge(call, results, match => SentenceOf(call, match) is var sentence && !improper.Contains(sentence) && committed?.Contains(sentence) != false);
    }

    private static ScriptStep[] Judge(CallText call, PhraseResults results, Func<PhraseMatch, bool> isProper) =>
    [
        Step("greeting", call, results["script.greeting"].Matches),
        Step("introduction", call, results["script.introduction"].Matches.Concat(NamesAtFirst(call, results))),
        Step("need_clarified", call, Clarifications(call, results)),
        Step("solution_offered", call, results["script.solution_offered"].Matches.Where(match => FollowsCustomer(call, match) && isProper(match))),
        Step("next_step", call, results["script.next_step"].Matches.Where(match => match.First >= NextStepFrom * call.Tokens.Length && isProper(match))),
        Step("thanks", call, results["script.thanks"].Matches),
    ];

    private static ScriptStep Step(string name, CallText call, IEnumerable<PhraseMatch> matches) =>
        matches.FirstOrDefault() is { } match ? new ScriptStep(name, true, Sentences.Around(call, match.First)) : new ScriptStep(name, false, null);

    private static bool FollowsCustomer(CallText call, PhraseMatch match) =>
        call.Speakers.AsSpan(0, call.Tokens[match.First].Turn).Contains(Speakers.Customer);

    // The agent's own or the company's name in the first words: «Банк „Волна“, Алина». A name in a question is the customer's, unless help is offered.
    private static IEnumerable<PhraseMatch> NamesAtFirst(CallText call, PhraseResults results)
    {
        var offers = SentencesOf(call, results, "script.offer_more");
        var turn = Array.IndexOf(call.Speakers, Speakers.Agent);
        return turn is < 0 or > 1
            ? []
            : Enumerable.Range(call.FirstTokens[turn], call.FirstTokens[turn + 1] - call.FirstTokens[turn])
                .Where(token => call.Tokens[token].IsNameIn(call.TextOf(turn)) && Sentences.Around(call, token) is var said && (!said.Text.EndsWith('?') || offers.Contains((said.Turn, said.Start))))
                .Select(token => new PhraseMatch(token, token));
    }

    // Any question of the agent about the matter; offers, formulas and insults in the form of a question are none.
    private static IEnumerable<PhraseMatch> Clarifications(CallText call, PhraseResults results)
    {
        var others = SentencesOf(call, results, NotClarifying);
        var isPunctuated = call.Conversation.Turns.Any(turn => turn.Text.Value.Contains('?', StringComparison.Ordinal));
        var asked = isPunctuated ? results["script.clarify"].Matches.Where(match => IsQuestion(call, match)).Concat(Questions(call, results)) : results["script.clarify"].Matches;
        return asked.OrderBy(match => match.First).Where(match => match.First <= ClarifiedUntil * call.Tokens.Length
            && FollowsCustomer(call, match)
            && !others.Contains(SentenceOf(call, match)));
    }

    private static IEnumerable<PhraseMatch> Questions(CallText call, PhraseResults results)
    {
        var tags = results["script.tag"].Matches.Select(match => match.First).ToHashSet();
        return Enumerable.Range(0, call.TurnCount).Where(turn => call.Speakers[turn] == Speakers.Agent && call.TextOf(turn).Contains('?', StringComparison.Ordinal))
            .SelectMany(turn => Enumerable.Range(call.FirstTokens[turn], call.FirstTokens[turn + 1] - call.FirstTokens[turn]))
            .Where(token => EndsInQuestion(call, token) && !tags.Contains(token))
            .Select(token => new PhraseMatch(token, token));
    }

    // The last word before a question mark.
    private static bool EndsInQuestion(CallText call, int token)
    {
        var (at, text) = (call.Tokens[token], call.TextOf(call.Tokens[token].Turn));
        return text.AsSpan(at.Start + at.Length).TrimStart(" \"”»") is ['?', ..];
    }

    // Marked as one, or a request that opens or ends its sentence: «Номер договора скажите, пожалуйста.»
    private static bool IsQuestion(CallText call, PhraseMatch match)
    {
        var (sentence, last) = (Sentences.Around(call, match.First), call.Tokens[match.Last]);
        return sentence.Text.EndsWith('?') || call.Tokens[match.First].Start == sentence.Start
            || sentence.Start + sentence.Length - last.Start - last.Length <= LongestCourtesy;
    }

    private static HashSet<(int Turn, int Start)> SentencesOf(CallText call, PhraseResults results, params ReadOnlySpan<string> rules)
    {
        var sentences = new HashSet<(int Turn, int Start)>();
        foreach (var rule in rules)
        {
            sentences.UnionWith(results[rule].Matches.Select(match => SentenceOf(call, match)));
        }

        return sentences;
    }

    private static (int Turn, int Start) SentenceOf(CallText call, PhraseMatch match)
    {
        var sentence = Sentences.Around(call, match.First);
        return (sentence.Turn, sentence.Start);
    }
}
