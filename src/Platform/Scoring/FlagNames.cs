namespace Earshot.Platform.Scoring;

/// <summary>What flags are called on screens and in letters.</summary>
public static class FlagNames
{
    private static readonly Dictionary<string, (string English, string Russian)> Known = new(StringComparer.Ordinal)
    {
        ["payment_data_by_voice"] = ("Payment data by voice", "Платёжные данные голосом"),
        ["rude_agent"] = ("Rude agent", "Сотрудник груб"),
        ["forbidden_promise"] = ("Forbidden promise", "Запрещённое обещание"),
        ["pressure"] = ("Pressure", "Давление"),
        ["special_category_mentioned"] = ("Sensitive data mentioned", "Названы особые категории данных"),
        ["no_greeting"] = ("No greeting", "Нет приветствия"),
        ["no_closing"] = ("No farewell", "Нет прощания"),
        ["rudeness"] = ("Rudeness", "Грубость"),
        ["profanity"] = ("Profanity", "Брань"),
        ["complaint"] = ("Complaint", "Жалоба"),
        ["escalation"] = ("Asks for a superior", "Требует руководителя"),
        ["escalation_request"] = ("Asks for a superior", "Требует руководителя"),
        ["churn_risk"] = ("May leave", "Может уйти"),
        ["cancellation_risk"] = ("May leave", "Может уйти"),
        ["legal_threat"] = ("Threatens with court", "Угрожает судом"),
        ["no_recording_notice"] = ("No notice of recording", "Нет уведомления о записи"),
        ["recording_notice_missing"] = ("No notice of recording", "Нет уведомления о записи"),
        ["competitor"] = ("Competitor named", "Назван конкурент"),
        ["competitor_mentioned"] = ("Competitor named", "Назван конкурент"),
        ["false_promise"] = ("Promise without ground", "Обещание без оснований"),
        ["guarantee_promised"] = ("Promise without ground", "Обещание без оснований"),
        ["long_silence"] = ("Long silence", "Долгая тишина"),
    };

    /// <summary>The name in English or Russian; null for a flag that has none.</summary>
    public static string? Find(string flag, string language) => Known.TryGetValue(flag, out var names) ? language == "ru" ? names.Russian : names.English : null;
}
