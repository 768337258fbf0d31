using static System.FormattableString;

namespace Earshot.Web.Texts;

/// <summary>What an organization tunes of masking.</summary>
public readonly struct MaskingTexts(Wording w)
{
    public string Tab => w.Say("Masking", "Обезличивание");

    public string Lead => w.Say(
        "Which kinds of personal data are removed is chosen on the Organization tab. Here are words and patterns of your own; they hold for calls from now on. Less masking needs a reason of your own. Every change is in the audit log, without the words.",
        "Какие виды личных данных удаляются, выбирается на вкладке «Организация». Здесь — ваши слова и шаблоны; они действуют для новых звонков. Убирать обезличивание стоит только с веской причиной. Каждое изменение попадает в журнал, без самих слов.");

    public string Allow => w.Say("Never masked as names", "Никогда не скрывать как имена");

    public string AllowHint => w.Say(
        "Your own brand, products, first names of your agents. One a line, in any case; * stands for any ending: daisy*. Numbers and addresses are never let through.",
        "Ваш бренд, продукты, имена ваших сотрудников. По одному в строке, регистр не важен; * заменяет любое окончание: ромашк*. Номера и адреса не пропускаются никогда.");

    public string Deny => w.Say("Always masked", "Всегда скрывать");

    public string DenyHint => w.Say(
        "Words and phrases that must not get into analysis: names of projects, of partners, of people. One a line; * stands for any ending.",
        "Слова и фразы, которые не должны попасть в анализ: названия проектов, партнёров, имена людей. По одному в строке; * заменяет любое окончание.");

    public string Patterns => w.Say("Own patterns", "Свои шаблоны");

    public string PatternsHint => w.Say(
        @"The shape of your contract or customer numbers as a regular expression without look-around and back-references: KD-\d{6}. It is matched against the transcript as it is written; case does not matter. An empty row is left out.",
        @"Вид ваших номеров договоров или клиентов регулярным выражением, без просмотра вперёд и назад и обратных ссылок: КД-\d{6}. Сверяется с текстом расшифровки как он записан; регистр не важен. Пустая строка пропускается.");

    public string PatternName => w.Say("Name", "Название");

    public string Pattern => w.Say("Pattern", "Шаблон");

    public string MaskedAs => w.Say("Masked as", "Скрывать как");

    public string NoWords => w.Say("None yet.", "Пока нет.");

    public string Try => w.Say("Try it", "Проверить");

    public string TryText => w.Say("A text to try it on", "Текст для проверки");

    public string TryHint => w.Say("Masked as you type, with the lists above as they stand. The text is not kept anywhere.", "Обезличивается по мере ввода, со списками выше. Текст нигде не сохраняется.");

    public string Nothing => w.Say("Type a text to see what becomes of it.", "Введите текст, чтобы увидеть, что с ним станет.");

    public string Masked(long places) => w.Count(places, ("place masked", "places masked"), ("место скрыто", "места скрыто", "мест скрыто"));

    public string NotMasked => w.Say("The masker can't read this text: such a call would stop.", "Такой текст прочесть нельзя: звонок с ним остановился бы.");

    public string Accept => w.Say("I have read the warnings; these lines may leave names of customers in the text", "Предупреждения прочитаны; из-за этих строк в тексте могут остаться имена клиентов");

    public string Versions => w.Say("Versions", "Версии");

    public string Contents(int allowed, int denied, int patterns) => w.Say(
        Invariant($"let through {allowed}, always masked {denied}, patterns {patterns}"), Invariant($"пропускаются: {allowed}, всегда скрываются: {denied}, шаблонов: {patterns}"));

    public string RestoredFrom(int version) => w.Say(Invariant($"version {version} again"), Invariant($"снова версия {version}"));

    public string Restore => w.Say("Restore", "Вернуть");

    public string Undo => w.Say("Undo", "Отменить");

    public string Holds => w.Say("holds", "действует");

    public string BeforeFirst => w.Say("Without own words and patterns", "Без своих слов и шаблонов");

    public string Place(string list, int line) => list switch
    {
        "allow" => w.Say(Invariant($"Never masked, line {line}"), Invariant($"Не скрывать, строка {line}")),
        "deny" => w.Say(Invariant($"Always masked, line {line}"), Invariant($"Всегда скрывать, строка {line}")),
        _ => w.Say(Invariant($"Pattern {line}"), Invariant($"Шаблон {line}")),
    };

    public string Line(int line) => w.Say(Invariant($"Line {line}"), Invariant($"Строка {line}"));

    public string Reason(string code, int? position) => code switch
    {
        "too_many" => w.Say("too many: at most 500 lines in a list and 50 patterns", "слишком много: не больше 500 строк в списке и 50 шаблонов"),
        "too_long" => w.Say("longer than 100 characters", "длиннее 100 знаков"),
        "bad_character" => w.Say("has a control character", "содержит управляющий знак"),
        "too_short" => w.Say("needs at least two letters", "нужно не меньше двух букв"),
        "star" => w.Say("* stands at the end of a word, after three letters or more", "* ставится в конце слова, после трёх букв или больше"),
        "number" => w.Say("numbers are never let through", "номера не пропускаются никогда"),
        "both" => w.Say("stands in the list of what is always masked too", "стоит и в списке того, что скрывается всегда"),
        "common_name" => w.Say("a first name that customers may have too: theirs will stay in the text as well", "такое имя бывает и у клиентов: их имя тоже останется в тексте"),
        "name" => w.Say("needs a name of at most 60 characters", "нужно название до 60 знаков"),
        "same_name" => w.Say("another pattern has this name", "так уже называется другой шаблон"),
        "type" => w.Say("choose what it is masked as", "выберите, как скрывать"),
        "pattern_length" => w.Say("a pattern has 1 to 300 characters", "в шаблоне от 1 до 300 знаков"),
        "pattern_syntax" => w.Say(Invariant($"can't be read from character {position} on"), Invariant($"не читается, начиная со знака {position}")),
        "pattern_unlimited" => w.Say("look-around, back-references, atomic groups and very large repetitions could take unlimited time", "просмотр вперёд и назад, обратные ссылки, атомарные группы и очень большие повторы могут работать сколь угодно долго"),
        "pattern_empty" => w.Say("matches empty text, so it would mask everything", "подходит к пустому тексту и скрыл бы всё"),
        "wide" => w.Say("matches much of an ordinary talk: little would be left to analyse", "подходит к большой части обычного разговора: анализировать будет почти нечего"),
        _ => code,
    };
}
