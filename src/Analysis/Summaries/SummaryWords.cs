namespace Earshot.Analysis.Summaries;

/// <summary>The few words of a summary that nobody said.</summary>
internal sealed record SummaryWords(
    string Reason, string Actions, string Outcome, string Resolved, string Pending, string Unresolved, string Satisfied, string NotSatisfied, string Agent)
{
    private static readonly SummaryWords English = new(
        "Reason", "Actions", "Outcome", "resolved", "not finished yet", "not resolved", "customer satisfied", "customer not satisfied", "Agent");

    private static readonly SummaryWords Russian = new(
        "Причина", "Действия", "Итог", "вопрос решён", "вопрос в работе", "вопрос не решён", "клиент доволен", "клиент не удовлетворён", "Оператор");

    public static SummaryWords In(string language) => language == "ru" ? Russian : English;
}
