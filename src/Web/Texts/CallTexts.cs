using Earshot.Analysis;

namespace Earshot.Web.Texts;

/// <summary>Calls and one call.</summary>
public readonly struct CallTexts(Wording w)
{
    public string Title => w.Say("Calls", "Звонки");

    public string Call => w.Say("Call", "Звонок");

    public string Search => w.Say("Search what was said", "Поиск по сказанному");

    public string SearchHint => w.Say("words, \"a phrase\", -without", "слова, \"фраза\", -кроме");

    public string Find => w.Say("Find", "Найти");

    public string Filters => w.Say("Filters", "Фильтры");

    public string Clear => w.Say("Clear", "Сбросить");

    public string When => w.Say("When", "Когда");

    public string AnyTime => w.Say("Any time", "Всё время");

    public string Today => w.Say("Today", "Сегодня");

    public string OwnTime => w.Say("From … to", "С … по");

    public string From => w.Say("From", "С");

    public string To => w.Say("To", "По");

    public string Agent => w.Say("Agent", "Сотрудник");

    public string Customer => w.Say("Customer", "Клиент");

    public string NoAgent => w.Say("Not assigned", "Не указан");

    public string Department => w.Say("Department", "Отдел");

    public string StateLabel => w.Say("State", "Состояние");

    public string Score => w.Say("Score", "Оценка");

    public string ScoreFrom => w.Say("Score from", "Оценка от");

    public string ScoreTo => w.Say("to", "до");

    public string Sentiment => w.Say("Mood", "Настроение");

    public string Flag => w.Say("Flag", "Флаг");

    public string Flags => w.Say("Flags", "Флаги");

    public string Topic => w.Say("Topic", "Тема");

    public string Topics => w.Say("Topics", "Темы");

    public string Duration => w.Say("Length", "Длительность");

    public string Talk => w.Say("Talk", "Разговор");

    public string Inbound => w.Say("Inbound", "Входящий");

    public string Outbound => w.Say("Outbound", "Исходящий");

    public string SatisfiedName(bool satisfied) =>
        satisfied ? w.Say("Customer satisfied", "Клиент доволен") : w.Say("Customer not satisfied", "Клиент недоволен");

    public string WhySatisfied(bool satisfied) => satisfied ? w.Say("Why satisfied", "Почему доволен") : w.Say("Why not satisfied", "Почему недоволен");

    public string ResolvedName(bool resolved) => resolved ? w.Say("Resolved", "Вопрос решён") : w.Say("Not resolved", "Вопрос не решён");

    public string EmptyTitle => w.Say("No calls yet", "Звонков пока нет");

    public string EmptyText => w.Say(
        "Drop in a recording or a transcript. A moment later it is here: masked, scored, with the words behind each score.",
        "Загрузите запись или расшифровку. Через минуту она здесь: обезличена, оценена, и за каждой оценкой слова из разговора.");

    public string EmptyAction => w.Say("Upload calls", "Загрузить звонки");

    public string NothingTitle => w.Say("No call matches", "Ничего не нашлось");

    public string NothingText => w.Say("Take away a filter, or look at a longer time.", "Уберите фильтр или возьмите больший срок.");

    public string CriticalFailed => w.Say("Critical criterion failed", "Критичный пункт не выполнен");

    public string Transcript => w.Say("Conversation", "Разговор");

    public string Summary => w.Say("Summary", "Кратко");

    public string Scorecard => w.Say("Scorecard", "Оценочный лист");

    public string Script => w.Say("Script", "Сценарий");

    public string Metrics => w.Say("Measures", "Показатели");

    public string Receipts => w.Say("Proof of deletion", "Доказательство удаления");

    public string Details => w.Say("Details", "Сведения");

    public string Silence => w.Say("Silence", "Тишина");

    public string NotScored => w.Say("Not scored", "Без оценки");

    public string NotAnalysed => w.Say("Not analysed yet. This page updates itself.", "Ещё не разобран. Страница обновится сама.");

    public string NoTranscript => w.Say("There is no text yet.", "Текста пока нет.");

    public string AgentShare => w.Say("Agent's share of talk", "Доля речи сотрудника");

    public string SilenceShare => w.Say("Silence", "Тишина");

    public string LongestSilence => w.Say("Longest silence", "Самая долгая пауза");

    public string LongestMonologue => w.Say("Longest monologue of the agent", "Самый долгий монолог сотрудника");

    public string AgentInterruptions => w.Say("Agent interrupted", "Сотрудник перебил");

    public string CustomerInterruptions => w.Say("Customer interrupted", "Клиент перебил");

    public string ResponseDelay => w.Say("Time to answer", "Скорость ответа");

    public string AgentRate => w.Say("Agent, words a minute", "Сотрудник, слов в минуту");

    public string CustomerRate => w.Say("Customer, words a minute", "Клиент, слов в минуту");

    public string AgentQuestions => w.Say("Questions of the agent", "Вопросов сотрудника");

    public string CustomerQuestions => w.Say("Questions of the customer", "Вопросов клиента");

    public string Words => w.Say("Words", "Слов");

    public string Source => w.Say("Came by", "Источник");

    public string Language => w.Say("Language", "Язык");

    public string Ground => w.Say("Ground for recording", "Основание записи");

    public string Engine => w.Say("Recogniser", "Распознавание");

    public string Masker => w.Say("Masker", "Обезличивание");

    public string Analyst => w.Say("Analyst", "Анализ");

    public string ExternalId => w.Say("External id", "Внешний номер");

    public string Received => w.Say("Received", "Получен");

    public string DeleteCall => w.Say("Delete the call", "Удалить звонок");

    public string DeleteText => w.Say(
        "Text, scores and search entries go for good; a receipt stays in the audit log. This can't be undone.",
        "Текст, оценки и поиск исчезнут навсегда; в журнале останется квитанция. Вернуть нельзя.");

    public string DeleteYes => w.Say("Delete for good", "Удалить навсегда");

    public string Deleted => w.Say("The call was deleted. The receipt is in the audit log.", "Звонок удалён. Квитанция в журнале.");

    public string NoFlags => w.Say("No flags", "Флагов нет");

    public string NoTopics => w.Say("No topic recognised", "Тема не определена");

    public string Critical => w.Say("critical", "критично");

    public string WaitsForPerson => w.Say("waits for a person", "ждёт человека");

    public string AudioGone => w.Say("Recording deleted", "Запись удалена");

    public string CallGone => w.Say("Call deleted", "Звонок удалён");

    public string SignedReceipt => w.Say("Download the signed receipt", "Скачать подписанную квитанцию");

    public string KeyDestroyed => w.Say("One-off key and file destroyed together", "Одноразовый ключ и файл уничтожены вместе");

    public string NoReceipts => w.Say("No recording was kept for this call: the text came ready.", "Записи у этого звонка не было: пришёл готовый текст.");

    public string AudioThere => w.Say("The recording is still encrypted in the spool until its text is ready.", "Запись ещё лежит зашифрованной, пока не готов текст.");

    public string Weight(double weight) => w.Say($"weight {w.Number(weight)}", $"вес {w.Number(weight)}");

    public string LastDays(int days) => w.Say($"Last {w.Number((long)days)} days", $"{w.Number((long)days)} дней");

    public string Count(long count) => w.Count(count, ("call", "calls"), ("звонок", "звонка", "звонков"));

    public string AtLeast(long count) => w.Say($"more than {w.Number(count)} calls", $"больше {w.Number(count)} звонков");

    public string Turns(long count) => w.Count(count, ("turn", "turns"), ("реплика", "реплики", "реплик"));

    public string ScoreOf(double? score) => score is { } value ? w.Say($"Score {w.Number(Math.Round(value))} of 100", $"Оценка {w.Number(Math.Round(value))} из 100") : NotScored;

    public string Pause(TimeSpan length) => w.Say($"{w.Number(length.TotalSeconds)} s of silence", $"{w.Number(length.TotalSeconds)} с тишины");

    public string Seconds(TimeSpan? length) => length is { } known ? w.Say($"{w.Number(known.TotalSeconds)} s", $"{w.Number(known.TotalSeconds)} с") : "–";

    public string TalkLabel(double? agentShare) => agentShare is { } share
        ? w.Say($"Agent speaks {w.Percent(share)} of the time", $"Сотрудник говорит {w.Percent(share)} времени")
        : w.Say("Who speaks when", "Кто когда говорит");

    public string MoodLabel(double score) => w.Say($"Mood through the call, at the end {w.Number(score)}", $"Настроение по ходу звонка, в конце {w.Number(score)}");

    public string SentimentName(int? sentiment) => sentiment switch
    {
        1 => w.Say("Positive", "Позитив"),
        0 => w.Say("Neutral", "Нейтрально"),
        -1 => w.Say("Negative", "Негатив"),
        _ => "–",
    };

    public string State(string state) => state switch
    {
        "received" => w.Say("Received", "Принят"),
        "transcribing" => w.Say("Transcribing", "Распознаётся"),
        "masking" => w.Say("Masking", "Обезличивается"),
        "analysing" => w.Say("Analysing", "Разбирается"),
        "delivering" => w.Say("Delivering", "Передаётся"),
        "done" => w.Say("Done", "Готов"),
        "stopped" => w.Say("Stopped", "Остановлен"),
        _ => state,
    };

    public string Speaker(string speaker) => speaker switch
    {
        "agent" => Agent,
        "customer" => Customer,
        _ when SpeakerSide.IsAgent(speaker) => w.Say("Colleague", "Коллега"),
        _ when speaker.StartsWith("speaker", StringComparison.Ordinal) => w.Say("Speaker ", "Говорящий ") + speaker["speaker".Length..],
        _ => speaker,
    };
}
