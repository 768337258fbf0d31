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

    public string NotOurs => w.Say("This link does not work. You can stop letters on the dashboard page.", "Ссылка не действует. Отписаться можно на странице дашборда.");

    public string Trouble(string code) => code switch
    {
        "too_many_reports" => w.Say("You have twenty reports by letter. Stop one before you ask for another.", "У вас уже двадцать отчётов по почте. Отмените один, чтобы добавить другой."),
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
}
