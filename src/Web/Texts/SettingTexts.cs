using static System.FormattableString;

namespace Earshot.Web.Texts;

/// <summary>Settings of the organization.</summary>
public readonly struct SettingTexts(Wording w)
{
    public string Title => w.Say("Settings", "Настройки");

    public string Organization => w.Say("Organization", "Организация");

    public string Personal => w.Say("Your view", "Ваш вид");

    public string Language => w.Say("Language", "Язык");

    public string TimeZone => w.Say("Time zone", "Часовой пояс");

    public string Theme => w.Say("Theme", "Тема");

    public string ThemeName(string theme) => theme switch
    {
        "light" => w.Say("Light", "Светлая"),
        "dark" => w.Say("Dark", "Тёмная"),
        _ => w.Say("As on the device", "Как на устройстве"),
    };

    public string Name => w.Say("Name", "Название");

    public string Region => w.Say("Region", "Регион");

    public string RegionHint => w.Say("Chosen at the start and fixed: data stays there.", "Выбран в начале и не меняется: данные остаются там.");

    public string RegionName(string region) => region switch
    {
        "ru" => w.Say("Russia", "Россия"),
        "eu" => w.Say("European Union", "Европейский союз"),
        "ae" => w.Say("United Arab Emirates", "ОАЭ"),
        _ => region,
    };

    public string Retention => w.Say("Retention", "Сроки хранения");

    public string Masking => w.Say("Masking", "Обезличивание");

    public string MaskingText => w.Say(
        "What is removed from every call before analysis. Less masking needs a reason of your own; more is always possible.",
        "Что удаляется из каждого звонка до анализа. Убирать виды стоит только с веской причиной; добавить можно всегда.");

    public string Recognition => w.Say("Recognition", "Распознавание");

    public string Recognisers => w.Say("Recognisers of this installation", "Распознаватели этой установки");

    public string Recogniser => w.Say("Recogniser", "Распознаватель");

    public string WorksIn => w.Say("Works in", "Где работает");

    public string Languages => w.Say("Languages", "Языки");

    public string ThisMachine => w.Say("this machine", "на этой машине");

    public string NoRecogniser => w.Say("No recogniser yet", "Распознавателя пока нет");

    public string NoRecogniserText => w.Say(
        "Ready transcripts come in all the same. For recordings the operator fetches a model: ./earshot models list.",
        "Готовые расшифровки загружаются и так. Для записей оператор установки ставит модель: ./earshot models list.");

    public string YourRecordings => w.Say("Your recordings", "Ваши записи");

    public string StaysHere => w.Say("Recognise on this machine only", "Распознавать только на этой машине");

    public string StaysHereText => w.Say(
        "No recording leaves it, even where the operator has connected a service of the region.",
        "Ни одна запись её не покинет, даже если оператор подключил сервис региона.");

    public string AgentChannel => w.Say("Channel of the agent in stereo recordings", "Канал сотрудника в стереозаписях");

    public string AgentChannelHint => w.Say("A recording that names its own channel goes first.", "Если канал указан у самой записи, важнее он.");

    public string FoundOut => w.Say("found out from who greets", "определять по приветствию");

    public string Channel(int number) => w.Say(Invariant($"channel {number}"), Invariant($"канал {number}"));

    public string Vocabulary => w.Say("Words to listen for", "Слова, к которым прислушиваться");

    public string VocabularyHint => w.Say(
        "Names of products and terms, one on a line. Recognisers that can do so prefer them.",
        "Названия продуктов и термины, по одному в строке. Распознаватели, которые это умеют, предпочтут их.");

    public string Analysis => w.Say("Analysis", "Анализ");

    public string WhatIsMade => w.Say("What is made of calls", "Что делается со звонками");

    public string TechnicalOnly => w.Say("Voice data serve operation alone", "Голосовые данные — только для работы сервиса");

    public string TechnicalOnlyText => w.Say(
        "Calls are recognised, masked and kept as text; no score, no flag, no topic, no search by words is made of them. Calls from before stay as they are.",
        "Звонки распознаются, обезличиваются и хранятся текстом; оценок, флагов, тем и поиска по словам по ним нет. Прежние звонки остаются как были.");

    public string PeopleAndMachine => w.Say("People and the machine", "Люди и машина");

    public string LeastAgreement => w.Say("Least agreement (Cohen's kappa, 0 to 1)", "Наименьшее согласие (каппа Коэна, от 0 до 1)");

    public string LeastAgreementText => w.Say(
        "A criterion on which people and the machine agree less, over ten judged calls or more, waits for a person on new calls. Empty: never.",
        "Критерий, по которому люди и машина согласны меньше (от десяти проверенных звонков), на новых звонках ждёт человека. Пусто — никогда.");

    public string LanguageModel => w.Say("Language model", "Языковая модель");

    public string NoModel => w.Say(
        "The operator has connected none. Analysis is complete without it; questions of scorecards to a model wait for a person.",
        "Оператор установки её не подключил. Анализ полон и без неё; вопросы карт к модели ждут человека.");

    public string ModelIs(string name, string place) => w.Say($"{name}, works in: {place}.", $"{name}, работает: {place}.");

    public string AsksModel => w.Say("Ask the model about new calls", "Спрашивать модель о новых звонках");

    public string AsksModelText => w.Say(
        "It reads masked text only, answers the questions of your scorecards and writes the summary. An answer without verbatim words of the call does not count.",
        "Она видит только обезличенный текст, отвечает на вопросы ваших карт и пишет резюме. Ответ без дословной цитаты не засчитывается.");

    public string TokensPerDay => w.Say("Most tokens in 24 hours", "Не больше токенов за 24 часа");

    public string SpentInADay(string calls, long tokens, decimal cost, string currency) => w.Say(
        $"Last 24 hours: {w.Number(tokens)} tokens, {calls}, {Money(cost)} {currency}.", $"За последние 24 часа: токенов {w.Number(tokens)}, {calls}, {Money(cost)} {currency}.");

    public string PastCalls => w.Say("Past calls", "Прошлые звонки");

    public string PastCallsText => w.Say(
        "New questions are asked about new calls. The model can go back over past ones too, newest first, within the tokens of the day; scores change as answers come in.",
        "О новых вопросах модель спрашивают на новых звонках. Она может пройти и по прошлым, начиная с последних, в пределах токенов за сутки; оценки меняются по мере ответов.");

    public string PastCallsProgress(long looked, long total, long asked) => w.Say(
        $"Looked at {w.Number(looked)} of {w.Number(total)}; questions were open in {w.Number(asked)}.",
        $"Просмотрено {w.Number(looked)} из {w.Number(total)}; вопросы были открыты в {w.Number(asked)}.");

    public string PastCallsEnded(string moment, long looked, long asked) => w.Say(
        $"Last time, {moment}: {w.Number(looked)} looked at, {w.Number(asked)} asked about.",
        $"В прошлый раз, {moment}: просмотрено {w.Number(looked)}, спрошено о {w.Number(asked)}.");

    public string GoBack => w.Say("How far back", "За какое время");

    public string DaysWithCalls(long days, string calls) => $"{Days(days)}, {calls}";

    public string AskAboutPastCalls => w.Say("Ask about past calls", "Спросить о прошлых звонках");

    public string StopPastCalls => w.Say("Stop", "Остановить");

    private string Money(decimal cost) => cost.ToString("0.00##", w.Culture);

    public string TechnicalSince(string moment) => w.Say($"So since {moment}.", $"Так с {moment}.");

    public string Lawfulness => w.Say("Lawfulness", "Законность");

    public string RecordingGround => w.Say("Usual ground for recording", "Обычное основание записи");

    public string Agreement => w.Say("Data processing agreement", "Соглашение об обработке данных");

    public string AgreementText => w.Say(
        "Your organization is the controller, this installation the processor. Uploads start once the agreement is accepted.",
        "Ваша организация — оператор данных, эта установка — обработчик. Загрузка откроется после принятия соглашения.");

    public string Accept => w.Say("Accept the agreement", "Принять соглашение");

    public string ApiKeys => w.Say("API keys", "Ключи API");

    public string NewKey => w.Say("New key", "Новый ключ");

    public string KeyName => w.Say("What is it for?", "Для чего?");

    public string KeyOnce => w.Say("Copy the key now: it is shown once.", "Скопируйте ключ сейчас: он показывается один раз.");

    public string NoKeys => w.Say("No keys yet.", "Ключей пока нет.");

    public string WatchedFolder => w.Say("Watched folder", "Папка с записями");

    public string WatchedFolderText => w.Say(
        "Files put into this folder beside the data of the installation come in by themselves, with what their names say of the call.",
        "Файлы, положенные в эту папку рядом с данными установки, загружаются сами; сведения о звонке берутся из имён.");

    public string EachCall => w.Say("each call names its own", "указывается у каждого звонка");

    public string RetentionMonths => w.Say("Keep transcripts for, months", "Хранить расшифровки, месяцев");

    public string RetentionHint => w.Say("Then text, scores and search entries are erased. Recordings are never kept.", "Затем текст, оценки и поиск стираются. Записи не хранятся вовсе.");

    public string KeepsRaw => w.Say(
        "Keep the unmasked text too, encrypted, for those with the right to see it",
        "Хранить и необезличенный текст, зашифрованным, для тех, у кого есть право его видеть");

    public string NotAccepted => w.Say("Not accepted yet: no call can come in.", "Ещё не принято: звонки не принимаются.");

    public string AcceptedOn(string version) => w.Say($"Version {version} accepted on", $"Версия {version} принята");

    public string ReadAgreement(string version) => w.Say($"Text of version {version}", $"Текст версии {version}");

    public string Rights => w.Say("Rights", "Права");

    public string Revoked => w.Say("revoked", "отозван");

    public string Created => w.Say("Created", "Создан");

    public string LastUsed => w.Say("Last used", "Использован");

    public string Never => w.Say("never", "ни разу");

    public string Days(long count) => w.Count(count, ("day", "days"), ("день", "дня", "дней"));

    public string Months(long count) => w.Count(count, ("month", "months"), ("месяц", "месяца", "месяцев"));
}
