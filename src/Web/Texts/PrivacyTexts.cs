using Earshot.Platform.Privacy;

namespace Earshot.Web.Texts;

/// <summary>Documents, trust, consents, the operator's desk.</summary>
public readonly struct PrivacyTexts(Wording w)
{
    public string Say(Said said) => w.Say(said.English, said.Russian);

    public string Region(string profile) => profile switch
    {
        "ru" => w.Say("Russia", "Россия"),
        "eu" => w.Say("European Union", "Евросоюз"),
        _ => w.Say("UAE", "ОАЭ"),
    };

    public string RegionOfStorage => w.Say("Region of storage", "Регион хранения");

    public string Contents => w.Say("Contents", "Содержание");

    public string Document(string name) => name switch
    {
        "privacy" => w.Say("Privacy policy", "Политика обработки данных"),
        "cookies" => w.Say("Cookie policy", "Политика cookie"),
        "terms" => w.Say("Terms of use", "Условия использования"),
        _ => w.Say("Data processing agreement", "Поручение на обработку"),
    };

    public string VersionLine(int number) => w.Say($"Version {w.Number(number)}", $"Версия {w.Number(number)}");

    public string PublishedOn => w.Say("published", "опубликована");

    public string InForceSince => w.Say("in force since", "действует с");

    public string AllVersions => w.Say("All versions", "Все версии");

    public string Draft => w.Say("Draft: not published", "Черновик: не опубликовано");

    public string DraftMissing => w.Say("The operator of this installation has not completed the details that this text needs:", "Владелец этой установки ещё не заполнил сведения, нужные для этого текста:");

    public string DraftReady => w.Say("The operator has not published this text yet.", "Владелец установки ещё не опубликовал этот текст.");

    public string Detail(string field) => field switch
    {
        "name" => w.Say("name of the operator", "наименование оператора"),
        "tax_id" => w.Say("tax number", "ИНН"),
        "registration_number" => w.Say("registration number", "ОГРН или ОГРНИП"),
        "registry_number" => w.Say("number in the register of operators", "номер в реестре операторов"),
        "address" => w.Say("address", "адрес"),
        "email" => w.Say("e-mail", "электронная почта"),
        "phone" => w.Say("phone", "телефон"),
        _ => w.Say("person responsible for processing", "ответственный за обработку"),
    };

    public string NextVersion(string date) => w.Say($"A new version was published and will be in force on {date}.", $"Опубликована новая версия, она вступит в силу {date}.");

    public string ReadIt => w.Say("Read it", "Прочитать");

    public string CompareIt => w.Say("See what changes", "Посмотреть изменения");

    public string KeptBy => w.Say("Kept by", "Проверяется");

    public string BuiltFrom => w.Say("This text was built from the register of promises", "Текст построен по реестру обещаний");

    public string HowToRead => w.Say("Each mark leads to the check that keeps the sentence honest.", "Каждая отметка ведёт к проверке, которая подтверждает это предложение.");

    public string Changes(string document) => w.Say($"Changes: {document}", $"Изменения: {document}");

    public string Added => w.Say("Added", "Добавлено");

    public string Removed => w.Say("Removed", "Удалено");

    public string Status(string? status) => status switch
    {
        "pass" => w.Say("Kept", "Соблюдается"),
        "fail" => w.Say("Broken", "Нарушено"),
        "unknown" => w.Say("Not known", "Нет данных"),
        _ => w.Say("Not checked yet", "Ещё не проверено"),
    };

    public string Kind(Platform.Privacy.Controls.CheckKind kind) => kind switch
    {
        Platform.Privacy.Controls.CheckKind.Live => w.Say("Looks at this installation", "Смотрит на эту установку"),
        Platform.Privacy.Controls.CheckKind.Probe => w.Say("Opens its pages", "Открывает её страницы"),
        Platform.Privacy.Controls.CheckKind.Program => w.Say("Reads the program", "Читает программу"),
        Platform.Privacy.Controls.CheckKind.Trial => w.Say("Tries it with invented data", "Пробует на вымышленных данных"),
        _ => w.Say("Waits for its part", "Ждёт своей части"),
    };

    public string TrustTitle => w.Say("Promises that run", "Обещания, которые работают");

    public string TrustLead => w.Say(
        "Every sentence of our policy is a control, and every control is checked by running code on this very installation. This is what the checks found.",
        "Каждое предложение нашей политики – это проверка, которую выполняет код прямо на этой установке. Вот что показали проверки.");

    public string CheckedAt => w.Say("Last checked", "Последняя проверка");

    public string NeverChecked => w.Say("The first check runs a minute after the start.", "Первая проверка пройдёт через минуту после запуска.");

    public string Kept(int count) => w.Say($"{w.Number(count)} kept", $"соблюдается: {w.Number(count)}");

    public string Broken(int count) => w.Say($"{w.Number(count)} broken", $"нарушено: {w.Number(count)}");

    public string NotKnown(int count) => w.Say($"{w.Number(count)} not known", $"нет данных: {w.Number(count)}");

    public string ClausesTitle => w.Say("All 182 promises", "Все 182 обещания");

    public string ClausesLead => w.Say("One square, one promise. A promise counts as kept only when all its checks hold; what waits for a part that is not built yet is never green.", "Один квадрат – одно обещание. Оно считается соблюдённым, только если пройдены все его проверки; то, что ждёт ещё не построенной части, зелёным не бывает.");

    public string Promises(int count) => w.Count(count, ("promise", "promises"), ("обещание", "обещания", "обещаний"));

    public string Checks(int count) => w.Count(count, ("check", "checks"), ("проверка", "проверки", "проверок"));

    public string Evidence => w.Say("Evidence", "Доказательство");

    public string Since => w.Say("since", "с");

    public string Runs => w.Say("Runs", "Прогоны");

    public string FullView => w.Say("You see the evidence because you may read the audit log. Strangers see the summary.", "Вы видите доказательства, потому что имеете право читать журнал. Посторонние видят сводку.");

    public string SubprocessorsTitle => w.Say("Subprocessors", "Обработчики");

    public string SubprocessorsLead => w.Say("Everybody who processes personal data for us. The list is drawn from the register by which the program decides whom it may speak to: what is not here gets nothing.", "Все, кто обрабатывает персональные данные по нашему поручению. Список строится из реестра, по которому программа решает, с кем ей можно говорить: кого здесь нет, тот ничего не получит.");

    public string NoSubprocessors => w.Say("There are none", "Их нет");

    public string NoSubprocessorsText => w.Say("Everything is processed on the operator's own servers. Nothing leaves them.", "Всё обрабатывается на серверах владельца установки. Наружу ничего не уходит.");

    public string Who => w.Say("Who", "Кто");

    public string WhatFor => w.Say("What for", "Зачем");

    public string WhichData => w.Say("Data", "Данные");

    public string DataMapTitle => w.Say("Data map and record of processing", "Карта данных и реестр обработки");

    public string DataMapLead => w.Say("Every table of the database: what it holds, why, in which role, and when it goes. A column that is not here can't be built.", "Каждая таблица базы: что в ней, зачем, в какой роли и когда удаляется. Поле, которого здесь нет, не пройдёт сборку.");

    public string Table => w.Say("Table", "Таблица");

    public string Holds => w.Say("Holds", "Содержит");

    public string Role(string role) => role == "controller" ? w.Say("Controller", "Оператор") : w.Say("Processor", "Обработчик");

    public string RoleHead => w.Say("Role", "Роль");

    public string Until => w.Say("Until", "До какого срока");

    public string Sealed(int count) => w.Count(count, ("sealed field", "sealed fields"), ("зашифрованное поле", "зашифрованных поля", "зашифрованных полей"));

    public string OperatorTitle => w.Say("Operator of this installation", "Владелец установки");

    public string OperatorLead => w.Say("These details stand in the published documents. Documents take them when they are published next.", "Эти сведения указываются в опубликованных документах. Документы возьмут их при следующей публикации.");

    public string Delay => w.Say("A change is in force", "Изменение вступает в силу");

    public string DelayThirty => w.Say("30 days after publication", "через 30 дней после публикации");

    public string DelayNone => w.Say("at once", "сразу");

    public string CountVisits => w.Say("Count visits of visitors who agree (own figures, nobody else's)", "Считать посещения тех, кто согласился (своя статистика, без третьих сторон)");

    public string Assurances => w.Say("Audits, tests, trainings", "Аудиты, тесты, обучение");

    public string AssuranceTitle => w.Say("By whom, of what", "Кем, чего");

    public string HeldAt => w.Say("Held on", "Дата");

    public string NextDue => w.Say("Due again on", "Следующий срок");

    public string Assurance(string kind) => kind switch
    {
        "audit" => w.Say("Audit", "Аудит"),
        "penetration_test" => w.Say("Penetration test", "Тест на проникновение"),
        "training" => w.Say("Training of staff", "Обучение сотрудников"),
        "confidentiality" => w.Say("Undertakings of secrecy", "Обязательства о неразглашении"),
        _ => w.Say("Review of access", "Пересмотр доступов"),
    };

    public string SiteAddress => w.Say("Address of this installation", "Адрес установки");

    public string Publish => w.Say("Publish what changed", "Опубликовать изменения");

    public string PublishHint => w.Say("First versions are in force at once, changes after the delay. Everybody is told on the site, by e-mail and in the account.", "Первые версии действуют сразу, изменения – после срока. Всем сообщается на сайте, по почте и в аккаунте.");

    public string Published(int count) => w.Count(count, ("text published.", "texts published."), ("текст опубликован.", "текста опубликовано.", "текстов опубликовано."));

    public string MyDocuments => w.Say("Documents", "Документы");

    public string Accept => w.Say("Accept", "Принять");

    public string AcceptedAt => w.Say("accepted", "принято");

    public string FirstUse => w.Say("first used", "первое использование");

    public string PutAway => w.Say("Got it", "Понятно");

    public string Conflict => w.Say("Where promises pull in two directions", "Где обещания тянут в разные стороны");

    public string Breaches => w.Say("Breaches", "Инциденты");

    public string BreachesLead => w.Say("A case has its clocks by law, its reach by the audit log, and drafts of what to say. Hold a drill now and then.", "У инцидента есть сроки по закону, охват по журналу и черновики уведомлений. Время от времени проводите учения.");

    public string Drill => w.Say("Drill", "Учения");

    public string IsDrill => w.Say("This is a drill", "Это учения");

    public string Discovered => w.Say("Discovered", "Обнаружено");

    public string HappenedFrom => w.Say("Happened from", "Происходило с");

    public string HappenedTo => w.Say("to", "по");

    public string WhatHappened => w.Say("What happened, without names", "Что произошло, без имён");

    public string OpenBreach => w.Say("Open a case", "Открыть дело");

    public string Reach(int organizations, long records) => w.Say($"By the audit log: {w.Count(organizations, ("organization", "organizations"), ("", "", ""))}, {w.Count(records, ("record", "records"), ("", "", ""))}.", $"По журналу: {w.Count(organizations, ("", ""), ("организация", "организации", "организаций"))}, {w.Count(records, ("", ""), ("запись", "записи", "записей"))}.");

    public string Duty(string duty) => duty switch
    {
        "authority_first" => w.Say("Authority: that it happened", "Надзорный орган: о факте"),
        "authority_full" => w.Say("Authority: what was found", "Надзорный орган: о результатах"),
        "controllers" => w.Say("Controllers", "Операторы данных"),
        _ => w.Say("People concerned", "Затронутые люди"),
    };

    public string DueBy => w.Say("due by", "до");

    public string DoneAt => w.Say("done", "сделано");

    public string MarkTold => w.Say("Told", "Сообщено");

    public string DraftOf => w.Say("Draft of the notice", "Черновик уведомления");

    public string Recipients => w.Say("Recipients of data", "Получатели данных");

    public string RecipientsLead => w.Say("Everybody outside this machine whom the program may send personal data to, the agreement with them, and what a transfer abroad still lacks.", "Все, кому программа может отправить персональные данные за пределы этой машины, договор с ними и чего не хватает для передачи за рубеж.");

    public string NoAgreement => w.Say("No agreement on record", "Договор не указан");

    public string TransferBlocked => w.Say("Transfer impossible", "Передача невозможна");

    public string Country => w.Say("Country, two letters", "Страна, две буквы");

    public string Category => w.Say("Category", "Категория");

    public string AgreementNumber => w.Say("Agreement", "Договор");

    public string AgreedAt => w.Say("Agreed on", "Дата договора");

    public string EndsAt => w.Say("Ends on", "Действует до");

    public string TransferTitle => w.Say("Records of a transfer abroad", "Записи о трансграничной передаче");

    public string TransferLead => w.Say("Nothing leaves the region before all of them are there: consent, notice to the authority or a mechanism, and the facts on the recipient.", "Ничто не покинет регион, пока нет всех: согласия, уведомления органа или механизма и сведений о получателе.");

    public string TransferComplete => w.Say("Complete: the transfer is possible now.", "Записи полны: передача возможна.");

    public string TransferMissing(IEnumerable<string> missing) => w.Say($"Kept, and still impossible. Missing: {string.Join(", ", missing)}.", $"Сохранено, но передача невозможна. Не хватает: {string.Join(", ", missing)}.");

    public string ConsentRecord => w.Say("Record of the consent", "Запись о согласии");

    public string NoticeNumber => w.Say("Number of the notice to the authority", "Номер уведомления органа");

    public string Mechanism => w.Say("Mechanism", "Механизм");

    public string Protection => w.Say("Measures of protection", "Меры защиты");

    public string Ending => w.Say("Conditions of ending", "Условия прекращения");

    public string LawOfCountry => w.Say("Law of the country", "Право страны");
}
