namespace Earshot.Web.Texts;

/// <summary>Audit log.</summary>
public readonly struct AuditTexts(Wording w)
{
    public string Title => w.Say("Audit log", "Журнал");

    public string Lead => w.Say(
        "Every access to personal data and every administrative act, chained so that nothing can be changed unseen. Kept for 7 years.",
        "Каждое обращение к личным данным и каждое действие администратора, связанные цепочкой: изменить незаметно нельзя. Хранится 7 лет.");

    public string Intact(long events) => w.Say($"Chain intact: {w.Number(events)} events checked", $"Цепочка цела: проверено событий {w.Number(events)}");

    public string Broken => w.Say("The chain is broken. Run ./earshot audit verify for details.", "Цепочка нарушена. Подробности: ./earshot audit verify");

    public string When => w.Say("When", "Когда");

    public string Who => w.Say("Who", "Кто");

    public string What => w.Say("What", "Что");

    public string Whose => w.Say("Whose", "О ком");

    public string Where => w.Say("Address", "Адрес");

    public string System => w.Say("System", "Система");

    public string EmptyTitle => w.Say("No events", "Событий нет");

    public string EmptyText => w.Say("Nothing matches this filter.", "По этому фильтру ничего нет.");
}
