using Earshot.Analysis.Phrases;
using Earshot.Analysis.Sentiment;
using Earshot.Analysis.Text;

namespace Earshot.Analysis.Summaries;

/// <summary>A summary made of sentences that were said: the reason, what the agent did, how it ended. Masked words only.</summary>
internal static class SummarizeCall
{
    private const int MostActions = 3;
    private const int LongestReason = 280;

    public static string Run(CallText call, PhraseResults results, CallOutcome outcome, bool resolved, bool satisfied)
    {
        var words = SummaryWords.In(call.Conversation.Language);
        var parts = new List<string>();
        Add(parts, words.Reason, FindReason.Run(call));
        Add(parts, words.Actions, string.Join(' ', Actions(call, results)));
        Add(parts, words.Outcome, Outcome(call, results, outcome, resolved, satisfied, words));
        return string.Join(' ', parts);
    }

    private static void Add(List<string> parts, string label, string text)
    {
        if (text.Length > 0)
        {
            parts.Add($"{label}: {Clip(text)}{(text[^1] is '.' or '!' or '?' or '…' ? string.Empty : ".")}");
        }
    }

    private static string Clip(string text) => text.Length <= LongestReason * 2 ? text : text[..(LongestReason * 2)] + "…";

    // What the agent has done comes before what was only proposed; both in the order of the call.
    private static IEnumerable<string> Actions(CallText call, PhraseResults results)
    {
        var done = results["outcome.agent_done"].Matches;
        var offered = results["script.solution_offered"].Matches;
        var sentences = done.Concat(offered)
            .Where(match => call.Tokens[match.First].Turn > 0)
            .Select(match => Sentences.Around(call, match.First))
            .Where(quote => !quote.Text.EndsWith('?') || quote.Text.Length > 40)
            .DistinctBy(quote => (quote.Turn, quote.Start)).ToArray();
        var chosen = Spread(sentences);
        return chosen.OrderBy(quote => quote.Turn).ThenBy(quote => quote.Start).Select(quote => quote.Text.Trim());
    }

    private static Quote[] Spread(Quote[] sentences) => sentences.Length <= MostActions
        ? sentences
        : [sentences[0], sentences[sentences.Length / 2], sentences[^1]];

    private static string Outcome(CallText call, PhraseResults results, CallOutcome outcome, bool resolved, bool satisfied, SummaryWords words)
    {
        var state = resolved ? words.Resolved : outcome.Pending > 0 ? words.Pending : words.Unresolved;
        var mood = satisfied ? words.Satisfied : words.NotSatisfied;
        var rule = resolved && outcome.Solved ? "outcome.solved" : satisfied ? "outcome.accepted" : "outcome.dissatisfied";
        var proof = results[rule].Matches is [.., var last] ? last : results["outcome.pending"].Matches is [.., var pending] ? pending : null;
        return proof is null ? $"{state}, {mood}." : $"{state}, {mood}: “{Sentences.Around(call, proof.First).Text.Trim()}”";
    }
}
