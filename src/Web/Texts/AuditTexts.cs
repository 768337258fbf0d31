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
        "topic." => w.Say("Topics", "Темы"),
        "masking." => w.Say("Masking", "Обезличивание"),
        "agreement." => w.Say("Agreements", "Соглашения"),
        "key." => w.Say("API keys", "Ключи API"),
        "agent." => w.Say("Agents", "Сотрудники"),
        "alert." => w.Say("Alerts", "Тревоги"),
        "audit." => w.Say("Exports of the log", "Выгрузки журнала"),
        "second_factor." => w.Say("Second factors", "Второй фактор"),
        "department." => w.Say("Departments", "Отделы"),
        "request." => w.Say("Requests of persons", "Обращения людей"),
        "person." => w.Say("Data of persons", "Данные людей"),
        "retention." => w.Say("Retention", "Сроки хранения"),
        _ => prefix,
    };

    public string Action(string name) => name switch
    {
        "call.opened" => w.Say("Call opened", "Звонок открыт"),
        "call.deleted" => w.Say("Call deleted", "Звонок удалён"),
        "audio.destroyed" => w.Say("Recording destroyed", "Запись уничтожена"),
        "session.opened" => w.Say("Signed in", "Вход"),
        "session.closed" => w.Say("Signed out", "Выход"),
        "session.refused" => w.Say("Sign-in refused", "Вход отклонён"),
        "session.ended" or "session.ended_others" => w.Say("Sessions ended", "Сеансы завершены"),
        "password.changed" => w.Say("Password changed", "Пароль изменён"),
        "password.offered" => w.Say("Link for a new password", "Ссылка для нового пароля"),
        "second_factor.added" => w.Say("Second factor added", "Второй фактор добавлен"),
        "second_factor.removed" => w.Say("Second factor removed", "Второй фактор убран"),
        "second_factor.reset" => w.Say("Second factor reset", "Второй фактор сброшен"),
        "second_factor.codes_renewed" => w.Say("New recovery codes", "Новые резервные коды"),
        "support.requested" => w.Say("Support asks for access", "Поддержка просит доступ"),
        "support.approved" => w.Say("Support access approved", "Доступ поддержки одобрен"),
        "support.refused" => w.Say("Support access refused", "Доступ поддержки отклонён"),
        "support.ended" => w.Say("Support access ended", "Доступ поддержки прекращён"),
        "support.used" => w.Say("Support looked in", "Поддержка смотрела данные"),
        "organization.handed_on" => w.Say("Organization handed on", "Организация передана"),
        "identity.linked" => w.Say("Account linked", "Аккаунт связан"),
        "identity.unlinked" => w.Say("Account unlinked", "Аккаунт отвязан"),
        "sign_on.connected" => w.Say("Company sign-on connected", "Вход организации подключён"),
        "sign_on.removed" => w.Say("Company sign-on removed", "Вход организации отключён"),
        "audit.exported" => w.Say("Audit log exported", "Журнал выгружен"),
        "alert.raised" => w.Say("Alert raised", "Тревога"),
        "alert.seen" => w.Say("Alert looked into", "Тревога разобрана"),
        "user.role_changed" => w.Say("Role changed", "Роль изменена"),
        "user.deactivated" => w.Say("Person deactivated", "Пользователь отключён"),
        "user.joined" => w.Say("Person joined", "Пользователь присоединился"),
        "user.invited" => w.Say("Person invited", "Пользователь приглашён"),
        "request.received" => w.Say("Request received", "Обращение получено"),
        "request.asked" => w.Say("Person asked", "Задан вопрос человеку"),
        "request.verified" => w.Say("Identity checked", "Личность проверена"),
        "request.extended" => w.Say("Answer put off", "Ответ отложен"),
        "request.refused" => w.Say("Request refused", "В обращении отказано"),
        "request.answered" => w.Say("Request answered", "Дан ответ на обращение"),
        "request.due_soon" => w.Say("Answer due soon", "Скоро срок ответа"),
        "person.searched" => w.Say("Person looked for", "Поиск данных человека"),
        "person.corrected" => w.Say("Data corrected", "Данные исправлены"),
        "person.restricted" => w.Say("Data frozen", "Данные заблокированы"),
        "person.released" => w.Say("Data released", "Блокировка снята"),
        "person.erased" => w.Say("Data erased", "Данные удалены"),
        "retention.erased" => w.Say("Term reached, erased", "Удалено по сроку"),
        "retention.changed" => w.Say("Period changed", "Срок изменён"),
        "agreement.accepted" => w.Say("Agreement accepted", "Соглашение принято"),
        "topic.added" => w.Say("Topic added", "Тема добавлена"),
        "topic.changed" => w.Say("Topic changed", "Тема изменена"),
        "topic.removed" => w.Say("Topic removed", "Тема удалена"),
        "topic.chosen" => w.Say("Use of built-in topics changed", "Использование встроенных тем изменено"),
        "topic.found_again" => w.Say("Topics of earlier calls found again", "Темы прежних звонков найдены заново"),
        "masking.tuned" => w.Say("Words of masking changed", "Слова обезличивания изменены"),
        "organization.settings_changed" => w.Say("Settings changed", "Настройки изменены"),
        _ => NameTexts.Plain(name.Replace('.', ' ')),
    };

    public string Find => w.Say("Find", "Найти");

    public string Person => w.Say("Who", "Кто");

    public string About => w.Say("Id of what or whom", "Номер объекта или лица");

    public string FromDay => w.Say("From", "С");

    public string ToDay => w.Say("To", "По");

    public string Verify => w.Say("Verify now", "Проверить сейчас");

    public string Whole(long events, int seals) => w.Say(
        $"Verified just now: all {w.Number(events)} events are as they were written, {w.Number(seals)} seals fit.",
        $"Проверено только что: все события ({w.Number(events)}) такие, какими были записаны; печатей проверено: {w.Number(seals)}.");

    public string Broken(long? at, string problem) => Broken(w.Number(at ?? 0), problem);

    private string Broken(string at, string problem) => w.Say(
        $"THE LOG WAS CHANGED: {problem} at event {at}. Keep a copy of the database and look for who could write to it.",
        $"ЖУРНАЛ ИЗМЕНЁН: {problem}, событие {at}. Сохраните копию базы и выясните, кто мог в неё писать.");

    public string Export => w.Say("Export", "Выгрузить");

    public string ExportText => w.Say(
        "A signed file of the days chosen, one event a line. Anybody can check it without us: earshot audit verify --file FILE.",
        "Подписанный файл за выбранные дни, событие в строке. Проверить его можно и без нас: earshot audit verify --file FILE.");

    public string Alert(string kind, string who, long events, decimal? usual) => kind switch
    {
        "mass_access" => w.Say($"{who} opened {w.Number(events)} records within ten minutes.", $"{who}: открыто записей за десять минут — {w.Number(events)}."),
        "mass_export" => w.Say($"{who} made {w.Number(events)} exports within an hour.", $"{who}: выгрузок за час — {w.Number(events)}."),
        _ => w.Say(
            $"{who} opened {w.Number(events)} records in a day; usual are {w.Number((double)(usual ?? 0))}.",
            $"{who}: открыто записей за сутки — {w.Number(events)}, обычно {w.Number((double)(usual ?? 0))}."),
    };

    public string Looked => w.Say("I have looked into it", "Разобрано");

    public string When => w.Say("When", "Когда");

    public string Who => w.Say("Who", "Кто");

    public string What => w.Say("What", "Что");

    public string Whose => w.Say("Whose", "О ком");

    public string Where => w.Say("Address", "Адрес");

    public string System => w.Say("System", "Система");

    public string EmptyTitle => w.Say("No events", "Событий нет");

    public string EmptyText => w.Say("Nothing matches this filter.", "По этому фильтру ничего нет.");
}
