using Earshot.Analysis.Summaries;
using Earshot.Masking;
using Microsoft.Extensions.AI;

namespace Earshot.Analysis.Model;

/// <summary>
/// Asks a language model what rules can't tell. It reads masked text only, answers in a fixed form, and what it can't show in the words of
/// the call does not count: one repair, then the question stays open. Analysis is complete without it.
/// </summary>
/// <param name="chat">Any chat model.</param>
/// <param name="masker">Looks once more at what the model writes.</param>
public sealed class AskModel(IChatClient chat, Masker masker)
{
    /// <summary>Longest conversation that is sent, in characters: about 30,000 tokens.</summary>
    public const int LongestConversation = 120_000;

    /// <summary>Asks about one call.</summary>
    /// <param name="conversation">The masked call.</param>
    /// <param name="questions">The questions; may be none when a summary is wanted.</param>
    /// <param name="wantsSummary">True for a summary in the model's words.</param>
    /// <param name="ct">Stops the work.</param>
    /// <returns>What was accepted; null for a call that is too long to be sent.</returns>
    public async Task<ModelReply?> RunAsync(MaskedConversation conversation, IReadOnlyList<ModelQuestion> questions, bool wantsSummary, CancellationToken ct)
    {
        if (conversation.Turns.Sum(turn => (long)turn.Text.Value.Length) > LongestConversation)
        {
            return null;
        }

        var prompt = new ModelPrompt(conversation, questions, wantsSummary);
        var response = await chat.GetResponseAsync(prompt.Messages, prompt.Options, ct);
        var usage = UsageOf(response);
        var read = ReadAnswer.Of(response.Text, prompt, conversation);
        if (read.Wrong.Count > 0)
        {
            var second = await chat.GetResponseAsync(prompt.Repair(response.Text, read.Wrong), prompt.Options, ct);
            usage += UsageOf(second);
            read = Better(ReadAnswer.Of(second.Text, prompt, conversation), read);
        }

        return new ModelReply(
            read.Answers, Summary(read.Summary, conversation.Language), usage, response.ModelId ?? string.Empty, prompt.Hash, questions.Count - read.Answers.Count, prompt.Hidden);
    }

    private static CheckedAnswer Better(CheckedAnswer second, CheckedAnswer first) =>
        second.Answers.Count >= first.Answers.Count ? second with { Summary = second.Summary ?? first.Summary } : first with { Summary = first.Summary ?? second.Summary };

    private static ModelUsage UsageOf(ChatResponse response) => new(response.Usage?.InputTokenCount ?? 0, response.Usage?.OutputTokenCount ?? 0);

    // The model has read no personal data, but it may invent what looks like some.
    private string? Summary(IReadOnlyList<string>? parts, string language)
    {
        if (parts is not [var reason, var actions, var outcome])
        {
            return null;
        }

        var words = SummaryWords.In(language);
        var masked = masker.Mask(new Conversation(language, [new Turn("summary", $"{words.Reason}: {reason} {words.Actions}: {actions} {words.Outcome}: {outcome}")]));
        return masked.IsMasked ? masked.Value.Turns[0].Text.Value : null;
    }
}
