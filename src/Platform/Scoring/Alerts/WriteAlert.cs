using System.Globalization;
using Earshot.Platform.Scoring.Reports;

namespace Earshot.Platform.Scoring.Alerts;

/// <summary>An alert in words: the rule, the figure, a link. No name and no word of a call.</summary>
public static class WriteAlert
{
    public static string Subject(string language) => WriteReport.Say(language, "Earshot: alert", "Earshot: тревога");

    public static Sheet Write(AlertLine alert, string language, Uri site)
    {
        var open = new SheetLine(WriteReport.Say(language, "Open its calls", "Открыть звонки"), string.Empty, new Uri(site, $"/alerts/{alert.Id}"));
        var all = new SheetLine(WriteReport.Say(language, "All alerts and their rules", "Все тревоги и их правила"), string.Empty, new Uri(site, "/alerts"));
        var part = new SheetPart(WriteReport.Say(language, "What happened", "Что случилось"), [new SheetLine(Rule(alert.Rule, language), Figure(alert, language))]);
        return new Sheet(language, WriteReport.Say(language, "Alert", "Тревога"), Quiet(alert.Rule, language), [part], [open, all]);
    }

    /// <summary>What a rule waits for.</summary>
    public static string Rule(AlertRuleLine rule, string language) => rule.Kind switch
    {
        AlertKinds.Flag => WriteReport.Say(language, $"flag “{Flag(rule, language)}” on {Number(rule.Times)} calls within {Number(rule.Hours)} h", $"флаг «{Flag(rule, language)}»: звонков {Number(rule.Times)} за {Number(rule.Hours)} ч"),
        AlertKinds.Score => WriteReport.Say(
            language, $"average score of {Number(rule.Times)} calls or more below {Number(rule.Below)} within {Number(rule.Hours)} h", $"средняя оценка ниже {Number(rule.Below)} за {Number(rule.Hours)} ч, звонков не меньше {Number(rule.Times)}"),
        _ => WriteReport.Say(language, $"critical criterion failed on {Number(rule.Times)} calls within {Number(rule.Hours)} h", $"провален критичный критерий: звонков {Number(rule.Times)} за {Number(rule.Hours)} ч"),
    };

    /// <summary>What was found.</summary>
    public static string Figure(AlertLine alert, string language) => alert.Average is { } average
        ? WriteReport.Say(language, $"average {Number(average)} of {Number(alert.Calls)} calls", $"среднее {Number(average)}, звонков {Number(alert.Calls)}")
        : WriteReport.Say(language, $"calls: {Number(alert.Calls)}", $"звонков: {Number(alert.Calls)}");

    private static string Quiet(AlertRuleLine rule, string language) =>
        WriteReport.Say(language, $"This rule is silent for the next {Number(rule.QuietHours)} h.", $"Следующие {Number(rule.QuietHours)} ч это правило молчит.");

    private static string? Flag(AlertRuleLine rule, string language) => FlagNames.Find(rule.Flag ?? string.Empty, language) ?? rule.Flag;

    private static string Number(double? value) => (value ?? 0).ToString("0.#", CultureInfo.InvariantCulture);
}
