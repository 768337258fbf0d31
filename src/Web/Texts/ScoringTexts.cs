namespace Earshot.Web.Texts;

/// <summary>Scorecards, phrases and dashboards.</summary>
public readonly struct ScoringTexts(Wording w)
{
    public string Scorecards => w.Say("Scorecards", "Оценочные карты");

    public string ScorecardsLead => w.Say(
        "What a good call is, in criteria. Every call is scored, every score shows the words behind it, and history is scored again when you publish.",
        "Что такое хороший звонок, по критериям. Оценивается каждый звонок, у каждой оценки видны слова, а при публикации переоценивается вся история.");

    public string NoScorecards => w.Say("Start from a ready-made scorecard and change it as you like.", "Начните с готовой карты и измените её под себя.");

    public string Name => w.Say("Name", "Название");

    public string Version => w.Say("Version", "Версия");

    public string VersionNo(int version) => w.Say("Version", "Версия") + " " + w.Number((long)version);

    public string LanguageOfCalls => w.Say("Calls", "Звонки");

    public string AnyLanguage => w.Say("in any language", "на любом языке");

    public string LanguageName(string? code) => code switch { "ru" => w.Say("Russian", "на русском"), "en" => w.Say("English", "на английском"), _ => AnyLanguage };

    public string State(string state) => state switch
    {
        "draft" => w.Say("draft", "черновик"),
        "published" => w.Say("published", "опубликована"),
        "retired" => w.Say("earlier", "прежняя"),
        "waiting" => w.Say("waiting", "ждёт"),
        "running" => w.Say("running", "идёт"),
        "done" => w.Say("done", "готово"),
        "failed" => w.Say("failed", "не удалось"),
        _ => state,
    };

    public string FromPack => w.Say("New from a ready-made one", "Новая из готовой");

    public string Pack(string name) => name.Split('.')[0] switch
    {
        "sales" => w.Say("Sales", "Продажи"),
        "support" => w.Say("Support", "Поддержка"),
        "collections" => w.Say("Collections", "Взыскание"),
        "clinic" => w.Say("Clinic reception", "Регистратура клиники"),
        var other => other,
    } + (name.EndsWith(".ru", StringComparison.Ordinal) ? w.Say(", Russian", ", по-русски") : w.Say(", English", ", по-английски"));

    public string Create => w.Say("Create", "Создать");

    public string Criteria => w.Say("Criteria", "Критерии");

    public string Criterion => w.Say("Criterion", "Критерий");

    public string Section => w.Say("Section", "Раздел");

    public string Weight => w.Say("Weight", "Вес");

    public string Critical => w.Say("Critical", "Критичный");

    public string CriticalHint => w.Say("Failing it makes the score 0", "Провал обнуляет оценку");

    public string AnsweredBy => w.Say("Answered by", "Отвечает");

    public string Method(string method) => method switch
    {
        "rule" => w.Say("phrase rule", "правило фраз"),
        "metric" => w.Say("measure", "измерение"),
        "step" => w.Say("script step", "шаг скрипта"),
        "flag" => w.Say("absence of a flag", "отсутствие флага"),
        "model" => w.Say("model", "модель"),
        _ => w.Say("person", "человек"),
    };

    public string Rule => w.Say("Rule, measure or question", "Правило, измерение или вопрос");

    public string Unless => w.Say("Does not apply when", "Не применяется, если");

    public string PassFrom => w.Say("A call passes from", "Звонок зачтён от");

    public string SharedRules => w.Say("Shared rules, one a line: name = rule; $name = phrases", "Общие правила, по строке: имя = правило; $имя = фразы");

    public string SaveDraft => w.Say("Save draft", "Сохранить черновик");

    public string DraftSaved => w.Say("The draft is saved. Try it on past calls before you publish it.", "Черновик сохранён. Проверьте его на прошлых звонках и публикуйте.");

    public string Publish => w.Say("Publish and score history", "Опубликовать и переоценить историю");

    public string Published => w.Say("Published. History is being scored again; both results are kept.", "Опубликовано. История переоценивается; оба результата сохраняются.");

    public string Edit => w.Say("Edit", "Правка");

    public string Try => w.Say("Dry run", "Проба");

    public string TryLead => w.Say("Who would move, and why, before anything is kept.", "Кто и почему сдвинется, до того как что-то сохранено.");

    public string Versions => w.Say("Versions", "Версии");

    public string History => w.Say("History", "История");

    public string TryOn => w.Say("Try on one call", "Проверить на звонке");

    public string LastCalls(int calls) => w.Say($"last {w.Number((long)calls)} calls", $"последние {w.Number((long)calls)} звонков");

    public string Run => w.Say("Run", "Проверить");

    public string Better => w.Say("Better", "Выше");

    public string Worse => w.Say("Worse", "Ниже");

    public string Same => w.Say("Same", "Без изменений");

    public string NewlyFailed => w.Say("Newly failed", "Новые провалы");

    public string Average => w.Say("Average", "Среднее");

    public string Before => w.Say("Before", "Было");

    public string After => w.Say("After", "Станет");

    public string Why => w.Say("Why", "Почему");

    public string NothingMoves => w.Say("No call moves.", "Ни один звонок не сдвинется.");

    public string NoCallsYet => w.Say("There are no scored calls yet.", "Оценённых звонков пока нет.");

    public string Changed => w.Say("Changed against the version before", "Изменения против прежней версии");

    public string Added => w.Say("added", "добавлен");

    public string Removed => w.Say("removed", "убран");

    public string Altered => w.Say("changed", "изменён");

    public string NoChanges => w.Say("The criteria are the same.", "Критерии те же.");

    public string Answer(char answer) => answer switch { 'y' => w.Say("yes", "да"), 'n' => w.Say("no", "нет"), '-' => w.Say("does not apply", "не применяется"), _ => w.Say("open", "ждёт") };

    public string Progress(int done, int total) => w.Say($"{w.Number((long)done)} of {w.Number((long)total)}", $"{w.Number((long)done)} из {w.Number((long)total)}");

    public string Took(TimeSpan time) => w.Say($"in {w.Number(time.TotalSeconds)} s", $"за {w.Number(time.TotalSeconds)} с");

    public string Phrases => w.Say("Phrases", "Фразы");

    public string PhrasesLead => w.Say("Write a rule and see at once where it holds in your newest calls.", "Пишите правило и сразу смотрите, где оно сработало в последних звонках.");

    public string PhraseRule => w.Say("Rule", "Правило");

    public string PhraseExample => w.Say("agent: (\"good morning\" | \"hello\") within first 20s", "оператор: (\"добрый день\" | \"здравствуйте\") within first 20s");

    public string Holds(int calls, int all) => w.Say($"Holds in {w.Number((long)calls)} of {w.Number((long)all)} calls", $"Сработало в {w.Number((long)calls)} из {w.Number((long)all)} звонков");

    public string Dashboards => w.Say("Dashboards", "Показатели");

    public string Period => w.Say("Period", "Период");

    public string Days(int days) => w.Say($"{w.Number((long)days)} days", $"{w.Number((long)days)} дней");

    public string Agent => w.Say("Agent", "Сотрудник");

    public string Department => w.Say("Department", "Отдел");

    public string NoAgent => w.Say("Nobody named", "Не указан");

    public string Calls => w.Say("Calls", "Звонки");

    public string Score => w.Say("Score", "Оценка");

    public string Failed => w.Say("Failed", "Провалы");

    public string Satisfied => w.Say("Satisfied", "Довольны");

    public string Resolved => w.Say("Resolved", "Решено");

    public string Negative => w.Say("Negative", "Негатив");

    public string Positive => w.Say("Positive", "Позитив");

    public string Against(string before) => w.Say($"before: {before}", $"было: {before}");

    public string Trend => w.Say("Score over time", "Оценка по времени");

    public string TrendHint => w.Say("The band is the 95 % confidence range of the average.", "Полоса: 95-процентный доверительный интервал среднего.");

    public string HeatMap => w.Say("Criteria by agent", "Критерии по сотрудникам");

    public string HeatHint => w.Say("Share of calls that met the criterion. A small sample is marked with *.", "Доля звонков, где критерий выполнен. Малая выборка отмечена *.");

    public string FewCalls => w.Say("Fewer than 30 calls: read the average with care", "Меньше 30 звонков: среднее ненадёжно");

    public string Coaching => w.Say("Coaching list", "Кому с чем помочь");

    public string CoachingHint => w.Say("Each agent's weakest criteria against the team, with calls to listen to.", "Слабые критерии каждого против команды, со звонками-примерами.");

    public string Team => w.Say("Team", "Команда");

    public string Examples => w.Say("Examples", "Примеры");

    public string NoSums => w.Say("No calls in this period.", "За этот период звонков нет.");

    public string Everyone => w.Say("Everyone", "Все");

    public string Points(double value) => (value > 0 ? "+" : string.Empty) + w.Number(value);

    public string Reviews => w.Say("Reviews", "Проверки");

    public string ReviewsLead => w.Say("People decide above machines: appeals to answer, and how well judges agree.", "Люди решают над машиной: апелляции и согласие проверяющих.");

    public string OpenAppeals => w.Say("Open appeals", "Открытые апелляции");

    public string NoAppeals => w.Say("Nobody waits for an answer.", "Никто не ждёт ответа.");

    public string YourReason => w.Say("Your reason, shown to the agent", "Ваше обоснование, его увидит сотрудник");

    public string Uphold => w.Say("Uphold", "Согласиться");

    public string Reject => w.Say("Reject", "Отклонить");

    public string Calibration => w.Say("Calibration", "Калибровка");

    public string CalibrationHint => w.Say("Cohen's kappa: 1 is complete agreement, 0 is chance. A small sample is marked with *.", "Каппа Коэна: 1 полное согласие, 0 случайность. Малая выборка отмечена *.");

    public string BetweenPeople => w.Say("Between people", "Между людьми");

    public string WithMachine => w.Say("With the machine", "С машиной");

    public string ScoreOfCall => w.Say("Score of the call", "Оценка звонка");

    public string BackToCall => w.Say("The call", "Звонок");

    public string NotScored => w.Say("No published scorecard has scored this call.", "Этот звонок не оценён ни одной опубликованной картой.");

    public string Repeats => w.Say("repeats", "повторяется");

    public string DoesNotRepeat => w.Say("does not repeat", "не повторяется");

    public string MadeBy(string masker, string analyst, string? engine) => w.Say($"Masker {masker}, analyst {analyst}, recogniser {engine ?? "–"}", $"Маскирование {masker}, анализ {analyst}, распознавание {engine ?? "–"}");

    public string Machine => w.Say("Machine", "Машина");

    public string YourAnswer => w.Say("Your answer", "Ваш ответ");

    public string SaveReview => w.Say("Save review", "Сохранить проверку");

    public string Override => w.Say("Override the score", "Заменить оценку");

    public string People => w.Say("People", "Люди");

    public string Blind => w.Say("Others have reviewed this call. You see their answers once you have given yours.", "Этот звонок уже проверяли. Чужие ответы видны после вашего.");

    public string Appeal => w.Say("Appeal", "Оспорить");

    public string Acknowledge => w.Say("Seen, agreed", "Ознакомлен");

    public string WhyWrong => w.Say("What is wrong with the score", "Что не так с оценкой");

    public string AppealState(string state) => state switch { "acknowledged" => w.Say("seen", "ознакомлен"), "open" => w.Say("open", "открыта"), "upheld" => w.Say("upheld", "удовлетворена"), _ => w.Say("rejected", "отклонена") };

    public string Topics => w.Say("Topics", "Темы");

    public string TopicsLead => w.Say("What calls of a period are about, found without naming it before. Open a topic to read its calls.", "О чём звонки периода: найдено без заранее заданных тем. Откройте тему, чтобы прочесть звонки.");

    public string Growth(double growth) => w.Say($"{Points(growth)} % against the period before", $"{Points(growth)} % к прошлому периоду");

    public string NoTopics => w.Say("There are too few calls to find topics in.", "Звонков слишком мало, чтобы найти темы.");

    public string Own => w.Say("My calls", "Мои звонки");

    public string OwnLead => w.Say("Your own scores and the criteria to work on, weakest first. Any score can be appealed on the page of its call.", "Ваши оценки и критерии, над которыми работать: слабые первыми. Любую оценку можно оспорить на странице звонка.");

    public string AskedModel(string model, int answered, int asked, long tokens, decimal cost, string currency) => w.Say(
        $"By {model}: {w.Number((long)answered)} of {w.Number((long)asked)} answers shown in words of the call, {w.Number(tokens)} tokens, {cost.ToString("0.00####", w.Culture)} {currency}.",
        $"Модель {model}: ответов с цитатой {w.Number((long)answered)} из {w.Number((long)asked)}, токенов {w.Number(tokens)}, {cost.ToString("0.00####", w.Culture)} {currency}.");

    public string HiddenFromModel(int sentences) => w.Say(
        sentences == 1 ? "One sentence spoke to the model and was not shown to it." : $"{w.Number((long)sentences)} sentences spoke to the model and were not shown to it.",
        $"Фраз, обращённых к модели и скрытых от неё: {w.Number((long)sentences)}.");
}
