using Earshot.Analysis.Phrases;
using Earshot.Analysis.Sentiment;
using Earshot.Analysis.Text;

namespace Earshot.Analysis.Summaries;

/// <summary>A summary made of sentences that were said: the reason, what the agent did, how it ended. Masked words only.</summary>
internal static class SummarizeCall
{
    private const int MostActions = 3;
    private const int LongestReason = 280;

    private static readonly string[] NotTelling = ["summary.formula", "summary.question", "flag.rude_agent", "flag.pressure"];

    public static string Run(CallText call, PhraseResults results, CallOutcome outcome, bool resolved, bool satisfied)
    {
        var words = SummaryWords.In(call.Conversation.Language);
        var parts = new List<string>();
        Add(parts, words.Reason, FindReason.Run(call, results));
        Add(parts, words.Actions, string.Join(' ', Actions(call, results)));
        Add(parts, words.Outcome, Outcome(call, results, outcome, resolved, satisfied, words));
        return string.Join(' ', parts);
    }

    private static void Add(List<string> parts, string label, string text)
    {
        if (text.Length > 0)
        {
            parts.Add($"{label}: {Clip(text)}{(text[^1] is '.' or '!' or '?' or '…' or '”' ? string.Empty : ".")}");
        }
    }

    private static string Clip(string text) => text.Length <= LongestReason * 2 ? text : text[..(LongestReason * 2)] + "…";

    // What the agent has done comes before what was only proposed; both in the order of the call.
    private static IEnumerable<string> Actions(CallText call, PhraseResults results)
    {
        var done = results["outcome.agent_done"].Matches;
        var offered = results["script.solution_offered"].Matches;
        var sentences = Telling(call, results, done.Concat(offered))
            .Where(quote => quote.Turn > 0)
            .Where(quote => !quote.Text.EndsWith('?') || quote.Text.Length > 40)
            .DistinctBy(quote => (quote.Turn, quote.Start)).ToArray();
        var chosen = Spread(sentences);
        return chosen.OrderBy(quote => quote.Turn).ThenBy(quote => quote.Start).Select(quote => quote.Text.Trim());
    }

    // Sentences that are more than a formula.
    private static IEnumerable<Quote> Telling(CallText call, PhraseResults results, IEnumerable<PhraseMatch> matches)
    {
        var formulas = NotTelling.SelectMany(rule => results[rule].Matches).Select(match => Sentences.Around(call, match.First)).Select(quote => (quote.Turn, quote.Start)).ToHashSet();
        return matches.Select(match => Sentences.Around(call, match.First)).Where(quote => !formulas.Contains((quote.Turn, quote.Start)));
    }

    private static Quote[] Spread(Quote[] sentences) => sentences.Length <= MostActions
        ? sentences
        : [sentences[0], sentences[sentences.Length / 2], sentences[^1]];

    private static string Outcome(CallText call, PhraseResults results, CallOutcome outcome, bool resolved, bool satisfied, SummaryWords words)
    {
        var state = resolved ? words.Resolved : outcome.Pending > 0 ? words.Pending : words.Unresolved;
        var mood = satisfied ? words.Satisfied : words.NotSatisfied;
        var rule = resolved && outcome.Solved ? "outcome.solved" : satisfied ? "outcome.accepted" : "outcome.dissatisfied";
        var proof = Telling(call, results, results[rule].Matches).LastOrDefault() ?? Telling(call, results, results["outcome.pending"].Matches).LastOrDefault();
        return $"{state}, {mood}{(proof is null ? "." : Said(call, proof, words))}";
    }

    // The customer's words stand after how the customer left; the agent's are the agent's.
    private static string Said(CallText call, Quote proof, SummaryWords words)
    {
        var speaker = call.Speakers[proof.Turn] == Speakers.Agent ? $". {words.Agent}" : string.Empty;
        return $"{speaker}: “{proof.Text.Trim()}”";
    }
}
