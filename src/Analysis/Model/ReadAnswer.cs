using System.Text.Json;
using Earshot.Masking;

namespace Earshot.Analysis.Model;

/// <summary>What is left of a model's answer when everything that can't be shown is taken away.</summary>
internal sealed record CheckedAnswer(IReadOnlyList<ModelAnswer> Answers, IReadOnlyList<string>? Summary, IReadOnlyList<string> Wrong);

/// <summary>Reads a model's answer and believes none of it: form, ids, and each quote letter for letter.</summary>
internal static class ReadAnswer
{
    private const int ShortestQuote = 8;
    private const int LongestPart = 400;
    private static readonly string[] Parts = ["reason", "actions", "outcome"];

    public static CheckedAnswer Of(string text, ModelPrompt prompt, MaskedConversation conversation)
    {
        try
        {
            using var document = JsonDocument.Parse(Body(text));
            return Check(document.RootElement, prompt, conversation);
        }
        catch (JsonException)
        {
            return new CheckedAnswer([], null, ["It is not the JSON document that was asked for."]);
        }
    }

    // Some models wrap a document in a fence or in words.
    private static string Body(string text)
    {
        var (first, last) = (text.IndexOf('{', StringComparison.Ordinal), text.LastIndexOf('}'));
        return first >= 0 && last > first ? text[first..(last + 1)] : text;
    }

    private static CheckedAnswer Check(JsonElement root, ModelPrompt prompt, MaskedConversation conversation)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("answers", out var given) || given.ValueKind != JsonValueKind.Array)
        {
            return new CheckedAnswer([], null, ["It has no list of answers."]);
        }

        var (answers, wrong) = (new List<ModelAnswer>(), new List<string>());
        var byId = given.EnumerateArray().Where(line => line.ValueKind == JsonValueKind.Object).ToLookup(line => TextOf(line, "id") ?? string.Empty);
        for (var i = 0; i < prompt.Questions.Count; i++)
        {
            var id = ModelPrompt.IdOf(i);
            var problem = byId[id].ToArray() is [var line] ? Accept(line, prompt, i, conversation, answers) : "is not answered exactly once.";
            if (problem is not null)
            {
                wrong.Add($"{id} {problem}");
            }
        }

        var summary = prompt.WantsSummary ? Summary(root) : null;
        if (prompt.WantsSummary && summary is null)
        {
            wrong.Add("The summary needs reason, actions and outcome.");
        }

        return new CheckedAnswer(answers, summary, wrong);
    }

    // Null when the answer was accepted.
    private static string? Accept(JsonElement line, ModelPrompt prompt, int question, MaskedConversation conversation, List<ModelAnswer> answers)
    {
        var answer = TextOf(line, "answer") switch
        {
            "yes" => CriterionAnswer.Yes,
            "no" => CriterionAnswer.No,
            "not_applicable" => CriterionAnswer.NotApplicable,
            _ => CriterionAnswer.Open,
        };
        if (answer is CriterionAnswer.Open)
        {
            return "is neither yes nor no nor not_applicable.";
        }

        var quote = answer is CriterionAnswer.NotApplicable ? null : Find(line, prompt, conversation);
        if (quote is null && answer is not CriterionAnswer.NotApplicable)
        {
            return "has no verbatim quote from the turn that it names.";
        }

        answers.Add(new ModelAnswer(prompt.Questions[question], answer, quote));
        return null;
    }

    private static Quote? Find(JsonElement line, ModelPrompt prompt, MaskedConversation conversation)
    {
        var words = TextOf(line, "quote")?.Trim();
        if (words is null || !line.TryGetProperty("turn", out var number) || number.ValueKind != JsonValueKind.Number || !number.TryGetInt32(out var turn) || turn < 0 || turn >= conversation.Turns.Count)
        {
            return null;
        }

        var said = conversation.Turns[turn];
        var isLongEnough = words.Length >= Math.Min(ShortestQuote, said.Text.Value.Trim().Length) && !words.Contains(HideInstructions.Mark, StringComparison.Ordinal);
        var start = isLongEnough && prompt.Shown[turn].Contains(words, StringComparison.Ordinal) ? said.Text.Value.IndexOf(words, StringComparison.Ordinal) : -1;
        return start < 0 ? null : new Quote(turn, start, words.Length, words, said.Start);
    }

    private static List<string>? Summary(JsonElement root)
    {
        if (!root.TryGetProperty("summary", out var summary) || summary.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        List<string> parts = [.. Parts.Select(name => TextOf(summary, name)?.Trim() ?? string.Empty)];
        return parts.TrueForAll(part => part.Length is > 0 and <= LongestPart) ? parts : null;
    }

    private static string? TextOf(JsonElement line, string name) => line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
