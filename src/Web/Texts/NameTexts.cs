using Earshot.Platform.Scoring;

namespace Earshot.Web.Texts;

/// <summary>Names that the analyst and the pipeline give: flags, script steps, reasons. A name without a translation is shown as words.</summary>
public readonly struct NameTexts(Wording w)
{
    public string Flag(string name) => FlagNames.Find(name, w.Say("en", "ru")) ?? Plain(name);

    public string? Sign(string name) => SignNames.Find(name, w);

    public string Step(string name) => name switch
    {
        "greeting" => w.Say("Greeting", "Приветствие"),
        "introduction" => w.Say("Introduction", "Представление"),
        "identification" or "verification" => w.Say("Verification", "Проверка личности"),
        "need" or "needs" or "need_clarified" or "discovery" => w.Say("Finds the need", "Выясняет потребность"),
        "solution" or "solution_offered" or "offer" => w.Say("Offers a solution", "Предлагает решение"),
        "summary" or "recap" => w.Say("Sums up", "Подводит итог"),
        "next_step" or "next_steps" => w.Say("Next step", "Следующий шаг"),
        "thanks" => w.Say("Thanks", "Благодарит"),
        "farewell" or "closing" => w.Say("Farewell", "Прощание"),
        _ => Plain(name),
    };

    public string Ground(string name) => name switch
    {
        "consent" => w.Say("Consent", "Согласие"),
        "contract" => w.Say("Contract", "Договор"),
        "notice" => w.Say("Notice at the start of the call", "Уведомление в начале звонка"),
        "law" or "legal_obligation" or "legal_duty" => w.Say("Duty under law", "Обязанность по закону"),
        "legitimate_interest" or "legitimate-interest" => w.Say("Legitimate interest", "Законный интерес"),
        _ => Plain(name),
    };

    public string Source(string name) => name switch
    {
        "ui" => w.Say("Upload page", "Страница загрузки"),
        "api" => "API",
        "cli" => w.Say("Command line", "Командная строка"),
        "folder" => w.Say("Watched folder", "Папка"),
        "crm" => "CRM",
        _ => Plain(name),
    };

    public string ReceiptReason(string name) => name switch
    {
        "transcribed" => w.Say("the text is ready", "текст готов"),
        "given_up" => w.Say("recognition was given up", "распознать не удалось"),
        "refused" => w.Say("the file was refused", "файл отклонён"),
        "deleted" => w.Say("deleted by a person", "удалён человеком"),
        "retention" => w.Say("the retention period ended", "истёк срок хранения"),
        _ => Plain(name),
    };

    public string Forget(string? name) => name switch
    {
        "nothing-kept" => w.Say("The recogniser keeps nothing", "Распознаватель ничего не хранит"),
        "deleted" => w.Say("The recogniser's copy was deleted", "Копия у распознавателя удалена"),
        "failed" => w.Say("The recogniser did not confirm the deletion", "Распознаватель не подтвердил удаление"),
        _ => string.Empty,
    };

    public string StopReason(string name) => name switch
    {
        "unsupported_language" => w.Say("The masker does not know this language", "Обезличиватель не знает этого языка"),
        "needs_reupload" => w.Say("Recognition failed: please upload again", "Распознать не удалось: загрузите ещё раз"),
        _ => Plain(name),
    };

    public string LanguageName(string? code) => code switch
    {
        "ru" => w.Say("Russian", "Русский"),
        "en" => w.Say("English", "Английский"),
        "ar" => w.Say("Arabic", "Арабский"),
        null => "–",
        _ => code,
    };

    /// <summary>A name as words: <c>payment_data</c> becomes <c>Payment data</c>.</summary>
    public static string Plain(string name) =>
        name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..].Replace('_', ' ').Replace('-', ' ');
}
