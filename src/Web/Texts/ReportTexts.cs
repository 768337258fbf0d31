using Earshot.Platform.Scoring.Alerts;

namespace Earshot.Web.Texts;

/// <summary>Reports by letter, alerts, and the calls behind a mark.</summary>
public readonly struct ReportTexts(Wording w)
{
    public string ByLetter => w.Say("By letter", "По почте");

    public string ByLetterLead => w.Say(
        "The figures of these filters against the period before, falling criteria, and whom to coach: from seven in the morning by your clock, in your language. What you may see is checked each time.",
        "Показатели с этими фильтрами против прошлого периода, падающие критерии и кому помочь: с семи утра по вашим часам, на вашем языке. Права проверяются при каждой отправке.");

    public string Rhythm => w.Say("How often", "Как часто");

    public string RhythmName(string rhythm) => rhythm == "daily" ? w.Say("every day", "каждый день") : w.Say("on Mondays", "по понедельникам");

    public string Subscribe => w.Say("Send me this", "Присылать мне");

    public string Stop => w.Say("Stop", "Не присылать");

    public string StopTitle => w.Say("Stop the letters", "Больше не присылать");

    public string Stopped => w.Say("Done. This report comes no more.", "Готово. Этот отчёт больше не придёт.");

    public string NotOurs => w.Say("This link does not work. You can stop letters on the dashboard page.", "Ссылка не действует. Отписаться можно на странице показателей.");

    public string Trouble(string code) => code switch
    {
        "too_many_reports" => w.Say("You have twenty reports by letter. Stop one before you ask for another.", "У вас уже двадцать отчётов по почте. Отмените один, чтобы добавить другой."),
        "bad_alert_rule" => w.Say("Choose a flag or a bound, 1 to 1,000 calls, and 1 to 168 hours.", "Выберите флаг или границу, от 1 до 1000 звонков и от 1 до 168 часов."),
        "not_your_calls" => w.Say("A rule is about calls that you may see: choose one of your departments.", "Правило бывает только о звонках, которые вам видны: выберите свой отдел."),
        "too_many_rules" => w.Say("There are fifty rules. Switch one off before you add another.", "Правил уже пятьдесят. Выключите одно, чтобы добавить другое."),
        _ => w.Say("That could not be done.", "Не получилось."),
    };

    public string NoPrinter => w.Say(
        "There is no Chromium on this server, so it can't make a PDF. Print this page from your browser instead (Ctrl+P): it is laid out for paper.",
        "На сервере нет Chromium, PDF он сделать не может. Распечатайте эту страницу из браузера (Ctrl+P): она свёрстана и для бумаги.");

    public string Failing => w.Say("Calls that failed the criterion", "Звонки, где критерий не выполнен");

    public string NoneFailing => w.Say("No call failed it in this period.", "За этот период таких звонков нет.");

    public string Period(DateOnly from, DateOnly to) => $"{from.ToString("d MMM yyyy", w.Culture)} – {to.ToString("d MMM yyyy", w.Culture)}";

    public string WhyScore => w.Say("Criteria and words", "Критерии и слова");

    public string Alerts => w.Say("Alerts", "Тревоги");

    public string Alert => w.Say("Alert", "Тревога");

    public string AlertsLead => w.Say(
        "Rules are checked every five minutes on calls that began within their hours. Those who see such calls get a letter, and the rule is silent for its quiet time.",
        "Правила проверяются каждые пять минут по звонкам за указанные часы. Кто видит такие звонки, получит письмо, затем правило молчит заданное время.");

    public string NoAlertsTitle => w.Say("All quiet", "Всё спокойно");

    public string NoAlerts => w.Say("Nothing was raised yet.", "Тревог пока не было.");

    public string Rule => w.Say("Rule", "Правило");

    public string Rules => w.Say("Rules", "Правила");

    public string NoRules => w.Say("There is no rule yet.", "Правил пока нет.");

    public string Found => w.Say("Found", "Найдено");

    public string NewRule(string kind) => kind switch
    {
        "flag" => w.Say("New rule: a flag on calls", "Новое правило: флаг на звонках"),
        "score" => w.Say("New rule: a low average score", "Новое правило: низкая средняя оценка"),
        _ => w.Say("New rule: a failed critical criterion", "Новое правило: провален критичный критерий"),
    };

    public string Times(string kind) => kind == "score" ? w.Say("At least so many calls", "Звонков не меньше") : w.Say("Calls", "Сколько звонков");

    public string Hours => w.Say("Within hours", "За сколько часов");

    public string Quiet => w.Say("Then silent, hours", "Потом молчать, часов");

    public string QuietFor(int hours) => w.Say($"then silent for {w.Number((long)hours)} h", $"потом молчит {w.Number((long)hours)} ч");

    public string Below => w.Say("Average below", "Средняя ниже");

    public string Add => w.Say("Add", "Добавить");

    public string Archive => w.Say("Switch off", "Выключить");

    public string NoneLeft => w.Say("Its calls are gone or hidden.", "Этих звонков больше нет или они скрыты.");

    public string RuleText(AlertRuleLine rule, NameTexts names) => rule.Kind switch
    {
        AlertKinds.Flag => w.Say($"“{names.Flag(rule.Flag ?? string.Empty)}”: {Calls(rule)}", $"«{names.Flag(rule.Flag ?? string.Empty)}»: {Calls(rule)}"),
        AlertKinds.Score => w.Say($"Average score below {w.Number(rule.Below ?? 0)}: {Calls(rule)}", $"Средняя оценка ниже {w.Number(rule.Below ?? 0)}: {Calls(rule)}"),
        _ => w.Say($"Critical criterion failed: {Calls(rule)}", $"Провален критичный критерий: {Calls(rule)}"),
    };

    public string Figure(AlertLine alert) => alert.Average is { } average ? $"{Count(alert.Calls)}, {w.Number(Math.Round(average, 1))}" : Count(alert.Calls);

    private string Calls(AlertRuleLine rule) => w.Say($"{Count(rule.Times)} or more within {w.Number((long)rule.Hours)} h", $"от {w.Number((long)rule.Times)} за {w.Number((long)rule.Hours)} ч");

    private string Count(int calls) => w.Count(calls, ("call", "calls"), ("звонок", "звонка", "звонков"));
}
