using System.Globalization;
using Earshot.Platform.Scoring.Dashboards;

namespace Earshot.Platform.Scoring.Reports;

/// <summary>
/// The figures in words: sums, names of agents and criteria, links. No customer, no word of a call; the subject has the period and nothing else.
/// </summary>
public static class WriteReport
{
    private const int MostLines = 5;

    public static string Subject(string rhythm, DashboardQuery query, string language) =>
        $"Earshot: {(rhythm == ReportRhythm.Weekly ? Say(language, "weekly report", "отчёт за неделю") : Say(language, "daily report", "отчёт за день"))}, {Period(query, language)}";

    /// <param name="figures">What to tell.</param>
    /// <param name="language">Of the reader.</param>
    /// <param name="site">Address that links begin with.</param>
    /// <param name="leave">Where the subscription ends; null: nobody subscribed.</param>
    public static Sheet Write(ReportFigures figures, string language, Uri site, Uri? leave)
    {
        var links = new List<SheetLine> { new(Say(language, "Open the dashboard", "Открыть показатели"), string.Empty, Dashboard(figures.Query, site)) };
        if (leave is not null)
        {
            links.Add(new SheetLine(Say(language, "Stop these letters", "Больше не присылать"), string.Empty, leave));
        }

        SheetPart[] parts =
        [
            new(Say(language, "Main figures", "Главное"), Main(figures.Dashboard, language)),
            new(Say(language, "Criteria that fall", "Какие критерии падают"), Falling(figures, language, site)),
            new(Say(language, "Whom to coach", "Кому нужна помощь"), Coaching(figures, language, site)),
        ];
        return new Sheet(language, Say(language, "Quality of calls", "Качество звонков"), Lead(figures.Query, language), [.. parts.Where(part => part.Lines.Count > 0)], links);
    }

    /// <summary>Every agent of the period in one part, for a print.</summary>
    public static SheetPart Agents(ReportFigures figures, string language) => new(
        Say(language, "Agents", "Сотрудники"),
        [
            .. figures.Dashboard.Agents.Select(agent => new SheetLine(
                NameOf(figures, agent.AgentId, language),
                $"{Say(language, "calls", "звонков")} {agent.Now.Calls.ToString("N0", Culture(language))}, {Say(language, "score", "оценка")} {Average(agent.Now.Score, language)}, {Say(language, "failed", "провалов")} {agent.Now.Failed.ToString("N0", Culture(language))}")),
        ]);

    private static SheetLine[] Main(Dashboard dashboard, string language)
    {
        var (now, before) = (dashboard.Now, dashboard.Before);
        return
        [
            Line(Say(language, "Calls", "Звонков"), now.Calls.ToString("N0", Culture(language)), before.Calls.ToString("N0", Culture(language))),
            Line(Say(language, "Average score", "Средняя оценка"), Average(now.Score, language), Average(before.Score, language)),
            Line(Say(language, "Satisfied", "Довольны"), Percent(now.Share(now.Satisfied), language), Percent(before.Share(before.Satisfied), language)),
            Line(Say(language, "Resolved", "Решено"), Percent(now.Share(now.Resolved), language), Percent(before.Share(before.Resolved), language)),
            Line(Say(language, "Negative", "Негатив"), Percent(now.Share(now.Negative), language), Percent(before.Share(before.Negative), language)),
            Line(Say(language, "Failed a critical criterion", "Провалили критичный критерий"), now.Failed.ToString("N0", Culture(language)), before.Failed.ToString("N0", Culture(language))),
        ];

        SheetLine Line(string name, string value, string earlier) => new(name, $"{value} ({Say(language, "before", "было")}: {earlier})");
    }

    private static SheetLine[] Falling(ReportFigures figures, string language, Uri site) =>
    [
        .. figures.Falling.Take(MostLines).Select(item => new SheetLine(
            item.Title, $"{Percent(item.Before, language)} → {Percent(item.Now, language)}", FailingLink(figures.Query, item.Place, figures.Query.AgentId, site))),
    ];

    private static SheetLine[] Coaching(ReportFigures figures, string language, Uri site) =>
    [
        .. figures.Coaching.Take(MostLines).Select(agent => new SheetLine(
            NameOf(figures, agent.AgentId, language),
            string.Join("; ", agent.Weak.Select(weak => $"{weak.Title} {Percent(weak.Share, language)} ({Say(language, "team", "команда")} {Percent(weak.Team, language)})")),
            FailingLink(figures.Query, agent.Weak[0].Place, agent.AgentId, site))),
    ];

    private static Uri Dashboard(DashboardQuery query, Uri site) =>
        new(site, $"/dashboards?days={(query.Days > 7 ? 30 : 7).ToString(CultureInfo.InvariantCulture)}{Pair("agent", query.AgentId)}{Pair("department", query.DepartmentId)}");

    private static Uri FailingLink(DashboardQuery query, int place, Guid? agent, Uri site) => new(
        site, string.Create(CultureInfo.InvariantCulture, $"/dashboards/failing?version={query.VersionNo}&criterion={place}&from={query.From:yyyy-MM-dd}&to={query.To:yyyy-MM-dd}{Pair("agent", agent)}{Pair("department", query.DepartmentId)}"));

    private static string? Pair(string name, Guid? id) => id is { } known ? $"&{name}={known}" : null;

    private static string NameOf(ReportFigures figures, Guid? agent, string language) =>
        agent is { } id && figures.Names.TryGetValue(id, out var name) ? name : Say(language, "Nobody named", "Не указан");

    private static string Lead(DashboardQuery query, string language) => Say(
        language, $"{Period(query, language)}, compared with the period before. Days are those of the organization's time zone.", $"{Period(query, language)}, в сравнении с прошлым периодом. Дни – по часовому поясу организации.");

    private static string Period(DashboardQuery query, string language)
    {
        var to = query.To.ToString("d MMMM yyyy", Culture(language));
        return query.From == query.To ? to : $"{query.From.ToString("d MMMM", Culture(language))} – {to}";
    }

    private static string Average(Sample sample, string language) => sample.Average is { } average ? average.ToString("0.#", Culture(language)) + (sample.IsFew ? "*" : null) : "–";

    private static string Percent(double? share, string language) => share is { } known ? (known * 100).ToString("0", Culture(language)) + Say(language, "%", " %") : "–";

    internal static string Say(string language, string english, string russian) => language == "ru" ? russian : english;

    private static CultureInfo Culture(string language) => CultureInfo.GetCultureInfo(language == "ru" ? "ru-RU" : "en-GB");
}
