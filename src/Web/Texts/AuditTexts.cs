namespace Earshot.Web.Texts;

/// <summary>Audit log.</summary>
public readonly struct AuditTexts(Wording w)
{
    public string Title => w.Say("Audit log", "Журнал");

    public string Lead => w.Say(
        "Every access to personal data and every administrative act, chained so that nothing can be changed unseen. Kept for 7 years.",
        "Каждое обращение к личным данным и каждое действие администратора, связанные цепочкой: изменить незаметно нельзя. Хранится 7 лет.");

    public string Chained(long events) => w.Say($"{w.Number(events)} in the chain", $"в цепочке: {w.Number(events)}");

    public string Kind(string prefix) => prefix switch
    {
        "call." => w.Say("Calls", "Звонки"),
        "user." => w.Say("People", "Пользователи"),
        "session." => w.Say("Sign-ins", "Входы"),
        "organization." => w.Say("Organization", "Организация"),
        "agreement." => w.Say("Agreements", "Соглашения"),
        "key." => w.Say("API keys", "Ключи API"),
        "agent." => w.Say("Agents", "Сотрудники"),
        "department." => w.Say("Departments", "Отделы"),
        _ => prefix,
    };

    public string Action(string name) => name switch
    {
        "call.opened" => w.Say("Call opened", "Звонок открыт"),
        "call.deleted" => w.Say("Call deleted", "Звонок удалён"),
        "audio.destroyed" => w.Say("Recording destroyed", "Запись уничтожена"),
        "user.joined" => w.Say("Person joined", "Пользователь присоединился"),
        "user.invited" => w.Say("Person invited", "Пользователь приглашён"),
        "agreement.accepted" => w.Say("Agreement accepted", "Соглашение принято"),
        "organization.settings_changed" => w.Say("Settings changed", "Настройки изменены"),
        _ => NameTexts.Plain(name.Replace('.', ' ')),
    };

    public string When => w.Say("When", "Когда");

    public string Who => w.Say("Who", "Кто");

    public string What => w.Say("What", "Что");

    public string Whose => w.Say("Whose", "О ком");

    public string Where => w.Say("Address", "Адрес");

    public string System => w.Say("System", "Система");

    public string EmptyTitle => w.Say("No events", "Событий нет");

    public string EmptyText => w.Say("Nothing matches this filter.", "По этому фильтру ничего нет.");
}
