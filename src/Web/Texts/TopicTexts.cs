using static System.FormattableString;

namespace Earshot.Web.Texts;

/// <summary>Topics of an organization's own.</summary>
public readonly struct TopicTexts(Wording w)
{
    public string Own => w.Say("Own topics", "Свои темы");

    public string OwnHint => w.Say(
        "New calls are compared with the words of name and sentence; where the rule of a topic holds, the call is about it.",
        "Новые звонки сравниваются со словами названия и описания; где выполняется правило темы, звонок — о ней.");

    public string None => w.Say("None yet: calls are given the built-in topics. Add one, or make a topic below your own.", "Пока нет: звонки получают встроенные темы. Добавьте свою или возьмите одну из найденных ниже.");

    public string Found => w.Say("Found in the calls of the period", "Найдено в звонках периода");

    public string New => w.Say("New topic", "Новая тема");

    public string MakeOwn => w.Say("Make it own", "Сделать своей");

    public string Name => w.Say("Name", "Название");

    public string Description => w.Say("What belongs to it, in a sentence", "Что к ней относится, одним предложением");

    public string DescriptionHint => w.Say("Words that are said in such calls: The bicycle was stolen, lost, the lock is broken.", "Слова, которые звучат в таких звонках: Самокат украли, потеряли, сломан замок.");

    public string Rule => w.Say("Phrase rule, if wanted", "Правило, если нужно");

    public string RuleHint => w.Say("As in scorecards: customer: ~stolen near/5 ~bicycle", "Как в оценочных картах: customer: ~украли near/5 ~самокат");

    public string HasRule => w.Say("rule", "правило");

    public string Remove => w.Say("Remove", "Удалить");

    public string RemoveHint => w.Say("Calls that were given it keep it until the topics of earlier calls are found again.", "Звонки, у которых она есть, сохранят её, пока темы прежних звонков не будут найдены заново.");

    public string OnlyOwn => w.Say("Leave out the built-in topics", "Без встроенных тем");

    public string TryOn => w.Say("Calls that would be given it", "Звонки, которые её получат");

    public string Of(int found, int calls) => w.Say(Invariant($"{found} of the newest {calls} calls"), Invariant($"{found} из {calls} последних звонков"));

    public string Again(int days) => w.Say(Invariant($"Find the topics of the last {days} days again"), Invariant($"Найти темы за {days} дней заново"));

    public string AgainHint => w.Say("By the topics as they are now. Scores, flags and everything else of a call stay.", "По темам, какие они сейчас. Оценки, флаги и всё остальное не меняется.");

    public string Running(int done, int total) => w.Say(Invariant($"Topics of earlier calls are being found: {done} of {total}."), Invariant($"Ищем темы прежних звонков: {done} из {total}."));

    public string LastRun(string moment, int done) => w.Say(Invariant($"Found again {moment}, calls: {done}."), Invariant($"Найдены заново {moment}, звонков: {done}."));

    public string Calls => w.Say("calls", "звонки");
}
