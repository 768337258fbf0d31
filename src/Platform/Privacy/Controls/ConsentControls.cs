using Earshot.Platform.Privacy.Consents;
using Earshot.Platform.Privacy.Letters;

namespace Earshot.Platform.Privacy.Controls;

/// <summary>What rests on consent, and what visitors leave.</summary>
internal static class ConsentControls
{
    public static readonly IReadOnlyList<Control> List =
    [
        Control.None(
            "marketing-by-consent", "A40 B19", "No advertising letter is without a confirmed consent of its recipient; service letters are another kind.", "Ни одно рекламное письмо не существует без подтверждённого согласия; сервисные письма – другой вид.",
            "advertising letters",
            "select count(*) from privacy.letters l where l.kind = 'marketing' and not exists (select from privacy.consents c where c.organization_id = l.organization_id and c.id = l.consent_id and c.is_given and c.confirmed_at <= l.created_at)",
            "select count(*) from privacy.letters where kind = 'marketing'"),
        Control.None(
            "withdrawal-stops", "A39 A48", "Nothing was sent on a consent after it was withdrawn, and its address is gone.", "После отзыва согласия ничего не отправлено, адрес стёрт.",
            "withdrawn consents",
            "select count(*) from privacy.consents c where c.withdrawn_at is not null and (c.subject is not null or c.subject_index is not null or exists (select from privacy.letters l where l.organization_id = c.organization_id and l.consent_id = c.id and l.sent_at > c.withdrawn_at))",
            "select count(*) from privacy.consents where withdrawn_at is not null"),
        Control.None(
            "unconfirmed-forgotten", "A48", "An address that was never confirmed is forgotten after thirty days.", "Неподтверждённый адрес забывается через 30 дней.",
            "unconfirmed addresses",
            "select count(*) from privacy.consents where purpose = 'newsletter' and confirmed_at is null and subject is not null and given_at < @now - interval '30 days 2 hours'",
            "select count(*) from privacy.consents where purpose = 'newsletter' and confirmed_at is null and subject is not null"),
        Control.Trial("way-out", "A70", "Every advertising letter carries a link that leaves the list with one click.", "В каждом рекламном письме есть отписка в один щелчок.",
            (_, _) => Task.FromResult(HasWayOut(CarryLetter.Headers(new LetterContent("s", "b", "https://earshot.example/newsletter?token=t"))))),
        Control.None(
            "figures-without-people", "B21 A71 C22", "Figures of visits are sums a day: no number, address or person is in them.", "Статистика посещений – суммы за день: без номеров, адресов и людей.",
            "columns of the figures",
            "select count(*) from information_schema.columns where table_schema = 'privacy' and table_name = 'page_visits' and column_name not in ('day', 'page', 'visits')",
            "select count(*) from information_schema.columns where table_schema = 'privacy' and table_name = 'page_visits'"),
        Control.Live(
            "consent-by-law", "D19 B20", "Consent to cookies is express; implied consent exists under Russian law only.", "Согласие на cookie – явное; подразумеваемое возможно только по российскому праву.",
            async (site, ct) => IsLawful(await site.ListAsync("select consent_mode from privacy.operator", row => row.GetString(0), ct), site.Settings.Region)),
        Control.Program("consent-twelve-months", "A47", "A choice about cookies holds for twelve months at most, and is asked for again.", "Выбор о cookie действует не дольше 12 месяцев и запрашивается снова.",
            _ => EndsWithinAYear(ChooseCookies.Life)),
        Control.None(
            "inquiries-one-year", "A46", "No inquiry is older than a year.", "Нет обращений старше года.",
            "inquiries",
            "select count(*) from privacy.inquiries where created_at < @now - interval '1 year 2 hours'",
            "select count(*) from privacy.inquiries"),
        Control.None(
            "puzzles-forgotten", "A61", "Of a solved puzzle a digest is kept, for a day.", "От решённой задачи хранится только дайджест, сутки.",
            "digests",
            "select count(*) from privacy.spent_puzzles where spent_at < @now - interval '26 hours'",
            "select count(*) from privacy.spent_puzzles"),
        Control.Probe("captcha-named", "A60", "The form says that a puzzle protects it, and whose it is.", "Форма сообщает о защитной задаче и о том, чья она.", (site, ct) => HasMarkAsync(site, "data-captcha-notice", ct)),
        Control.Probe("required-marked", "C04", "Required fields are marked; the others may stay empty.", "Обязательные поля отмечены, остальные можно не заполнять.", (site, ct) => HasMarkAsync(site, "data-required-note", ct)),
    ];

    internal static Finding HasWayOut(IReadOnlyDictionary<string, string> headers) => new(
        headers.GetValueOrDefault("List-Unsubscribe")?.StartsWith("<https://", StringComparison.Ordinal) == true && headers.GetValueOrDefault("List-Unsubscribe-Post") == "List-Unsubscribe=One-Click",
        $"headers: {string.Join(' ', headers.Keys)}");

    internal static Finding IsLawful(IReadOnlyList<string> modes, string region) =>
        new(region == "ru" || !modes.Contains("implied"), modes.Count == 0 ? "consent is asked for expressly" : $"mode: {string.Join(' ', modes)}, region: {region}");

    internal static Finding EndsWithinAYear(TimeSpan life) => new(life <= TimeSpan.FromDays(366), string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{life.Days} days"));

    internal static Finding HasMark(string page, string mark) => page.Contains(mark, StringComparison.Ordinal) ? new Finding(true, $"the first page has {mark}") : new Finding(false, $"the first page lacks {mark}");

    private static async Task<Finding> HasMarkAsync(Installation site, string mark, CancellationToken ct) =>
        await site.VisitAsync("/", ct) is { } visit ? HasMark(visit.Body, mark) : new Finding(null, "no pages are served on the loopback");
}
