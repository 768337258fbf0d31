using Earshot.Platform.Privacy.Calendar;

namespace Earshot.Web.Texts;

/// <summary>The desk of the privacy officer: requests of persons, how long data is kept, the end of the organization.</summary>
public readonly struct DeskTexts(Wording w)
{
    public string Title => w.Say("Personal data", "Личные данные");

    public string Requests => w.Say("Requests", "Обращения");

    public string RequestsLead => w.Say("What people ask about their data, and the time that is left for an answer.", "О чём просят люди и сколько осталось времени на ответ.");

    public string Retention => w.Say("Retention", "Сроки хранения");

    public string RetentionLead => w.Say(
        "How long each kind of data lives. What reached its term is erased within the hour, with a signed receipt.",
        "Сколько живут данные каждого вида. Отслужившее удаляется в течение часа с подписанной квитанцией.");

    public string OperatorsTitle => w.Say("Requests to the operator", "Обращения к оператору");

    public string OperatorsLead => w.Say(
        "About accounts, inquiries and the newsletter: data of which you are the controller. Requests about calls lie at the desk of each organization.",
        "Об учётных записях, обращениях с сайта и рассылке: за эти данные отвечаете вы. Обращения о звонках лежат в каждой организации.");

    public string OperatorsLinkText => w.Say("It also stands at the foot of the website.", "Ссылка есть и внизу сайта.");

    public string OperatorsFind => w.Say(
        "Accounts are found by e-mail in all organizations and go into the copy. They are not erased or corrected here: an account is closed in its organization, on the page of its people, and is gone thirty days later; the person corrects it in their settings. Inquiries and subscriptions are erased here.",
        "Учётные записи находятся по почте во всех организациях и входят в копию. Здесь они не удаляются и не исправляются: запись закрывают в её организации, на странице сотрудников, и через 30 дней она стирается; исправляет её сам человек в настройках. Обращения с сайта и подписки удаляются здесь.");

    public string About => w.Say("About", "О чём");

    public string AboutTitle => w.Say("Your data: ask us", "Ваши данные: обращение");

    public string AboutLead(string name) => w.Say($"What is your request about? Then it comes to whoever answers for those data. This site is run by {name}.", $"О чём ваше обращение? Так оно попадёт к тому, кто отвечает за эти данные. Владелец сайта: {name}.");

    public string Topic(string topic) => topic switch
    {
        "account" => w.Say("My account here", "Моя учётная запись здесь"),
        "inquiry" => w.Say("An inquiry that I sent from this site", "Обращение, которое я отправил с этого сайта"),
        "newsletter" => w.Say("The newsletter of this site", "Рассылка этого сайта"),
        "conversation" => w.Say("A conversation with a company", "Разговор с компанией"),
        _ => topic,
    };

    public string OtherTopic => w.Say("It is about something else", "Обращение о другом");

    public string CompanyAnswers => w.Say(
        "The company that you spoke with decides on the data of that conversation and answers for them. We only work on its instruction, and do not say whether it is our customer.",
        "За данные разговора отвечает компания, с которой вы говорили: она решает, что с ними делать. Мы лишь выполняем её поручение и не говорим, наш ли это клиент.");

    public string AskCompany => w.Say(
        "Each company has a form of its own for this: ask the company for its link, or write to the address in its privacy policy.",
        "У каждой компании для этого своя форма: попросите у компании ссылку или напишите по адресу из её политики.");

    public string OwnCompanyForm => w.Say("The form of your own organization", "Форма вашей организации");

    public string NotThisCompany => w.Say("About an account on this site, an inquiry to it or its newsletter?", "Об учётной записи на этом сайте, обращении с него или рассылке?");

    public string OperatorsForm => w.Say("Ask whoever runs the site", "Спросите владельца сайта");

    public string Exit => w.Say("Leaving", "Уход");

    public string New => w.Say("Enter a request", "Внести обращение");

    public string PublicLink => w.Say("Form for everybody", "Форма для всех");

    public string PublicLinkText => w.Say("Put this link on your website: no account is needed to ask.", "Разместите ссылку на сайте: чтобы обратиться, учётная запись не нужна.");

    public string Open => w.Say("Open", "Открытые");

    public string Overdue => w.Say("Overdue", "Просрочены");

    public string DueSoon => w.Say("Due in three days", "Срок через три дня");

    public string Closed => w.Say("Closed", "Закрытые");

    public string Filter => w.Say("Show", "Показать");

    public string KindLabel => w.Say("Kind", "Вид");

    public string Person => w.Say("Person", "Человек");

    public string State => w.Say("State", "Состояние");

    public string Received => w.Say("Received", "Получено");

    public string Due => w.Say("Due", "Срок");

    public string EmptyTitle => w.Say("No requests", "Обращений нет");

    public string EmptyText => w.Say("When somebody asks about their data, the request and its clock stand here.", "Когда кто-то спросит о своих данных, здесь появятся обращение и срок ответа.");

    public string Lift => w.Say("Lift the restriction", "Снять блокирование");

    public string LiftText => w.Say("The data is shown and worked on again. The person reads the reason by their link.", "Данные снова видны и обрабатываются. Причину человек прочтёт по своей ссылке.");

    public string Relation => w.Say("What ties you to the organization", "Что вас связывает с организацией");

    public string RelationHint => w.Say("Number of an agreement or order, day of a call.", "Номер договора или заказа, день звонка.");

    public string Representative => w.Say("If you ask for somebody else", "Если вы обращаетесь за другого человека");

    public string RepresentativeHint => w.Say("Your name and the paper that allows it.", "Ваше имя и документ, который это позволяет.");

    public string Paper => w.Say("File of the request", "Файл обращения");

    public string PaperHint => w.Say("Not needed. Up to 5 MB; erased when the request is closed.", "Необязательно. До 5 МБ; удаляется при закрытии обращения.");

    public string SignatureFile => w.Say("Its electronic signature", "Электронная подпись файла");

    public string SignatureHint => w.Say("Detached: .sig or .p7s.", "Отсоединённая: .sig или .p7s.");

    public string Papers => w.Say("Files", "Файлы");

    public string PaperErased => w.Say("Erased when the request was closed", "Удалён при закрытии обращения");

    public string NeedsRelation => w.Say(
        "Tell us what ties you to the organization, so that we can find your data and nobody else gets them.",
        "Укажите, что вас связывает с организацией: так мы найдём ваши данные и не отдадим их другому.");

    public string SignatureState(string state) => state switch
    {
        "genuine" => w.Say("Signature fits the file", "Подпись соответствует файлу"),
        "broken" => w.Say("Signature does not fit the file", "Подпись не соответствует файлу"),
        "unreadable" => w.Say("Not a signature that can be read", "Подпись не читается"),
        "unknown_algorithm" => w.Say("GOST signature: check it with a certified tool", "Подпись ГОСТ: проверьте сертифицированным средством"),
        _ => w.Say("Not signed", "Без подписи"),
    };

    public string Number(int number) => w.Say($"Request {w.Number(number)}", $"Обращение {w.Number(number)}");

    public string Left(int days, bool isWorking) => (days, isWorking) switch
    {
        ( < 0, _) => w.Say("overdue", "просрочено"),
        (0, _) => w.Say("today", "сегодня"),
        (_, true) => w.Count(days, ("working day", "working days"), ("рабочий день", "рабочих дня", "рабочих дней")),
        _ => w.Count(days, ("day", "days"), ("день", "дня", "дней")),
    };

    public string Day(DateOnly day) => day.ToString("d MMMM yyyy", w.Culture);

    public string Kind(string kind) => kind switch
    {
        "information" => w.Say("Information", "Сведения об обработке"),
        "access" => w.Say("A copy of the data", "Копия данных"),
        "correction" => w.Say("Correction", "Исправление"),
        "completion" => w.Say("Completion", "Дополнение"),
        "erasure" => w.Say("Erasure", "Удаление"),
        "restriction" => w.Say("Restriction", "Блокирование"),
        "objection" => w.Say("Objection", "Возражение"),
        "portability" => w.Say("Portability", "Перенос данных"),
        "withdrawal" => w.Say("Withdrawal of consent", "Отзыв согласия"),
        "complaint" => w.Say("Complaint", "Жалоба"),
        "claim" => w.Say("Claim", "Претензия"),
        "authority" => w.Say("Request of the authority", "Запрос надзорного органа"),
        _ => kind,
    };

    public string KindMeaning(string kind) => kind switch
    {
        "information" => w.Say("What is processed, why and on what ground", "Что обрабатывается, зачем и на каком основании"),
        "access" => w.Say("Everything that is stored about you, to read", "Всё, что о вас хранится, для чтения"),
        "correction" => w.Say("Something is wrong", "Что-то указано неверно"),
        "completion" => w.Say("Something is missing", "Чего-то не хватает"),
        "erasure" => w.Say("Erase what is stored about you", "Удалить всё, что о вас хранится"),
        "restriction" => w.Say("Keep it, but do not use it", "Хранить, но не использовать"),
        "objection" => w.Say("You do not agree with the processing", "Вы против обработки"),
        "portability" => w.Say("Your data for another service, as a file", "Данные файлом для другого сервиса"),
        "withdrawal" => w.Say("You agreed before and do no longer", "Вы соглашались раньше, теперь нет"),
        "complaint" => w.Say("Something was done wrong", "Что-то сделано не так"),
        "claim" => w.Say("A written claim, answered in writing", "Письменная претензия с письменным ответом"),
        _ => string.Empty,
    };

    public string StateName(string state) => state switch
    {
        "received" => w.Say("Received", "Получено"),
        "needs_information" => w.Say("Needs information", "Нужны сведения"),
        "in_work" => w.Say("In work", "В работе"),
        "answered" => w.Say("Answered", "Есть ответ"),
        "refused" => w.Say("Refused", "Отказано"),
        _ => state,
    };

    public string Ground(string ground) => ground switch
    {
        "accuracy" => w.Say("The data is not accurate", "Данные неточны"),
        "unlawful" => w.Say("The processing is unlawful, but I want the data kept", "Обработка незаконна, но данные нужно сохранить"),
        "claims" => w.Say("I need the data for a legal claim", "Данные нужны мне для защиты прав"),
        "objection" => w.Say("I objected and wait for the decision", "Я возразил и жду решения"),
        "withdrawal" => w.Say("Consent was withdrawn", "Согласие отозвано"),
        _ => ground,
    };

    public string Verification(string way) => way switch
    {
        "document_seen" => w.Say("Document seen", "Документ предъявлен"),
        "known_number" => w.Say("Called back on the known number", "Звонок на известный номер"),
        "account" => w.Say("Signed in to an account", "Вход в учётную запись"),
        "signature" => w.Say("Electronic signature", "Электронная подпись"),
        "representative" => w.Say("Representative with a power of attorney", "Представитель с доверенностью"),
        _ => way,
    };

    public string Name => w.Say("Full name", "Имя и фамилия");

    public string Phone => w.Say("Phone", "Телефон");

    public string Email => w.Say("E-mail", "Электронная почта");

    public string CrmId => w.Say("Customer or call number", "Номер клиента или звонка");

    public string Details => w.Say("What exactly", "Что именно");

    public string GroundLabel => w.Say("Why", "Почему");

    public string GroundHint => w.Say("Only for a restriction", "Только для блокирования");

    public string FormTitle(string organization) => w.Say($"Your data at {organization}", $"Ваши данные: {organization}");

    public string FormLead => w.Say(
        "Ask what is stored about you, get a copy, have it corrected, frozen or erased. No account is needed.",
        "Узнайте, что о вас хранится, получите копию, исправьте, заблокируйте или удалите. Учётная запись не нужна.");

    public string FormSearch => w.Say("Give at least one of these. We look for your data by them and for nothing else.", "Укажите хотя бы одно. По этим сведениям мы найдём ваши данные; больше они ни для чего не нужны.");

    public string WhatDoYouAsk => w.Say("What do you ask for", "О чём вы просите");

    public string Send => w.Say("Send the request", "Отправить обращение");

    public string SentTitle => w.Say("The request is taken", "Обращение принято");

    public string SentText(int number, string due) => w.Say($"Its number is {w.Number(number)}. An answer is due by {due}.", $"Номер {w.Number(number)}. Ответ будет не позже {due}.");

    public string KeepLink => w.Say("Keep this private link: here you see the state and the answer. It is shown only once.", "Сохраните эту личную ссылку: по ней видны состояние и ответ. Она показывается один раз.");

    public string StatusTitle => w.Say("Your request", "Ваше обращение");

    public string NextIdentity => w.Say("We check first that it is you: nobody else must get your data.", "Сначала мы убедимся, что это вы: чужой не должен получить ваши данные.");

    public string ClockGoesOn => w.Say("The clock goes on while we wait for you.", "Пока мы ждём ответа, срок не останавливается.");

    public string Question => w.Say("Question to you", "Вопрос к вам");

    public string Answer => w.Say("Answer", "Ответ");

    public string ExtendedBecause => w.Say("The answer was put off, because", "Ответ отложен, потому что");

    public string CopyText => w.Say("Your data, for thirty days:", "Ваши данные, в течение тридцати дней:");

    public string Complaint => w.Say("You may complain to the supervisory authority or go to court.", "Вы можете обжаловать ответ в Роскомнадзоре или в суде.");

    public string WhoAsks => w.Say("Who asks", "Кто обращается");

    public string WhatWasAsked => w.Say("What was asked", "О чём просят");

    public string Clocks => w.Say("Clocks", "Сроки");

    public string AnswerDue => w.Say("Answer due", "Ответить до");

    public string FirstDue => w.Say("Due at first", "Первый срок");

    public string CountedBy => w.Say("Counted by", "Посчитано по");

    public string StopDue => w.Say("Stop processing by", "Прекратить обработку до");

    public string StoppedAt => w.Say("Processing stopped", "Обработка прекращена");

    public string DestroyDue => w.Say("Destroy by", "Уничтожить до");

    public string DestroyedAt => w.Say("Destroyed", "Уничтожено");

    public string Identity => w.Say("Identity", "Личность");

    public string IdentityText => w.Say("Of the check only its way, time and who made it are kept. No copy of a document.", "Сохраняются только способ, время и автор проверки. Копии документов не хранятся.");

    public string Verify => w.Say("The person is who they say", "Личность подтверждена");

    public string Verified => w.Say("Checked", "Проверено");

    public string Ask => w.Say("Ask the person", "Спросить человека");

    public string Extend => w.Say("Put off, once", "Отложить, один раз");

    public string ExtendBy(Period most) => w.Say($"By how much (at most {Period(most)})", $"На сколько (не больше {Period(most)})");

    public string Reason => w.Say("Reason: the person reads it", "Причина: её прочтёт человек");

    public string Refuse => w.Say("Refuse", "Отказать");

    public string GiveAnswer => w.Say("Answer and close", "Ответить и закрыть");

    public string Find => w.Say("Show what is stored", "Показать, что хранится");

    public string FindDeep => w.Say("Also look inside the texts of calls (slow)", "Искать и в текстах звонков (медленно)");

    public string Found(int records) => w.Say($"Found: {w.Number(records)}", $"Найдено: {w.Number(records)}");

    public string NothingFound => w.Say("Nothing is stored about this person.", "Об этом человеке ничего не хранится.");

    public string FoundBy(string by) => by switch
    {
        "phone" => w.Say("by phone", "по телефону"),
        "email" => w.Say("by e-mail", "по почте"),
        "crm_id" => w.Say("by number", "по номеру"),
        "name" => w.Say("by name", "по имени"),
        "text" => w.Say("in a text", "в тексте"),
        "account" => w.Say("by the account", "по учётной записи"),
        _ => w.Say("belongs to it", "связано"),
    };

    public string Holder(string holder) => holder switch
    {
        "calls" => w.Say("Call", "Звонок"),
        "people" => w.Say("Account", "Учётная запись"),
        "agents" => w.Say("Agent", "Сотрудник"),
        "uploads" => w.Say("Upload", "Загрузка"),
        "receipts" => w.Say("Receipt", "Квитанция"),
        "masking" => w.Say("Word of masking", "Слово обезличивания"),
        "requests" => w.Say("Request", "Обращение"),
        "inquiries" => w.Say("Inquiry", "Обращение с сайта"),
        "consents" => w.Say("Consent", "Согласие"),
        "letters" => w.Say("Letter", "Письмо"),
        "audit" => w.Say("Audit log", "Журнал"),
        _ => holder,
    };

    public string Do(string kind, bool isStopped) => (kind, isStopped) switch
    {
        ("erasure", _) or ("withdrawal", true) => w.Say("Erase everywhere", "Удалить везде"),
        ("withdrawal", false) => w.Say("Stop processing", "Прекратить обработку"),
        _ => w.Say("Freeze everywhere", "Заблокировать везде"),
    };

    public string DoText => w.Say("What the law keeps stays and is named in the receipt. An erasure can't be undone.", "То, что обязан хранить закон, останется и будет названо в квитанции. Удаление нельзя отменить.");

    public string Done => w.Say("Done", "Сделано");

    public string Failed(int attempts) => w.Say($"It did not work yet ({w.Number(attempts)} tries) and is tried again.", $"Пока не удалось (попыток: {w.Number(attempts)}), будет повторено.");

    public string CorrectField => w.Say("Field", "Поле");

    public string RightValue => w.Say("Right value", "Верное значение");

    public string Correct => w.Say("Correct everywhere", "Исправить везде");

    public string Receipt => w.Say("Signed receipt", "Подписанная квитанция");

    public string Receipts => w.Say("Receipts of erasures", "Квитанции об удалении");

    public string NoReceipts => w.Say("Nothing was erased yet.", "Пока ничего не удалено.");

    public string Rules => w.Say("Rules", "Правила");

    public string Kept => w.Say("Kept for", "Хранится");

    public string YourChoice => w.Say("Your choice", "Ваш выбор");

    public string OverdueRows => w.Say("Overdue", "Просрочено");

    public string Timers => w.Say("Promises of the policy", "Обещания политики");

    public string StartsAt => w.Say("From", "Отсчёт");

    public string Runs => w.Say("Runs", "Работает");

    public string Waits => w.Say("Not built yet", "Ещё не построено");

    public string Holds => w.Say("What stays, and why", "Что остаётся и почему");

    public string Between(int least, int most) => w.Say($"{w.Number(least)} to {w.Number(most)}", $"от {w.Number(least)} до {w.Number(most)}");

    public string Period(Period? period) => period switch
    {
        null => w.Say("as long as the rest", "вместе с остальным"),
        { Unit: PeriodUnit.Instant } => w.Say("not at all", "не хранится"),
        { Unit: PeriodUnit.Days, Amount: var n } => w.Count(n, ("day", "days"), ("день", "дня", "дней")),
        { Unit: PeriodUnit.BusinessDays, Amount: var n } => w.Count(n, ("working day", "working days"), ("рабочий день", "рабочих дня", "рабочих дней")),
        { Unit: PeriodUnit.Months, Amount: var n } => w.Count(n, ("month", "months"), ("месяц", "месяца", "месяцев")),
        { Amount: var n } => w.Count(n, ("year", "years"), ("год", "года", "лет")),
    };

    public string DataSet(string id, string english) => w.Say(english, id switch
    {
        "calls.audio" => "Ключи записей завершённых звонков",
        "calls.content" => "Расшифровки, анализ, оценки и слова для поиска",
        "calls.raw" => "Текст звонков без обезличивания",
        "calls.uploads" => "История загрузок",
        "calls.idempotency_keys" => "Имена повторяемых запросов",
        "accounts.closed" => "Закрытые учётные записи",
        "accounts.inactive" => "Учётные записи, которыми не пользуются",
        "accounts.session_addresses" => "Сетевые адреса сеансов",
        "accounts.sign_in_addresses" => "Сетевые адреса входов",
        "accounts.sign_ins" => "История входов",
        "accounts.links" => "Истёкшие приглашения и ссылки",
        "privacy.inquiries" => "Обращения с сайта",
        "privacy.consents" => "Выбор посетителей и отозванные согласия",
        "privacy.newsletter" => "Неподтверждённые адреса рассылки",
        "privacy.letters" => "Отправленные письма",
        "privacy.requests" => "Закрытые обращения людей",
        "privacy.request_addresses" => "Дайджесты адресов, с которых обращались",
        _ => english,
    });

    public string Timer(string id, string english) => w.Say(english, id switch
    {
        "audio" => "Запись звонка",
        "content" => "Расшифровки и аналитика",
        "account" => "Данные учётной записи",
        "organization" => "Все данные организации",
        "leads" => "Лиды и переписка",
        "audit" => "Журнал",
        "anti-abuse" => "Адреса для защиты от злоупотреблений, CAPTCHA",
        "inquiry" => "Обращение с сайта",
        "analytics-consent" => "Согласие на аналитику",
        "contract" => "Договорные документы",
        "payments" => "Бухгалтерские и платёжные документы",
        "inactive-user" => "Учётная запись, которой не пользуются",
        "destruction-after-withdrawal" => "Данные отозвавшего согласие",
        "stop-after-withdrawal" => "Прекращение обработки после отзыва",
        "answer" => "Ответ человеку",
        "extension" => "Продление ответа, один раз и с причиной",
        "authority-request" => "Ответ надзорному органу",
        "claim" => "Ответ на претензию",
        "policy-change" => "Вступление в силу новой политики",
        _ => english,
    });

    public string TimerStart(string id, string english) => w.Say(english, id switch
    {
        "audio" => "конец расшифровки",
        "content" => "звонок",
        "account" => "закрытие учётной записи",
        "organization" => "запрос или конец договора",
        "leads" => "конец обслуживания",
        "audit" => "событие",
        "anti-abuse" => "получение",
        "inquiry" => "обращение",
        "analytics-consent" => "согласие",
        "contract" => "конец договора",
        "payments" => "документ или платёж",
        "inactive-user" => "последнее действие",
        "destruction-after-withdrawal" or "stop-after-withdrawal" => "отзыв",
        "answer" => "получение",
        "extension" => "первый срок",
        "authority-request" => "запрос",
        "claim" => "претензия",
        "policy-change" => "публикация",
        _ => english,
    });

    public string Hold(string id, string english) => w.Say(english, id switch
    {
        "payments" => "Платежи, счета и бухгалтерские документы",
        "contract" => "Договор, его принятие и контактные лица",
        "audit" => "Журнал: номера, действия и время, без имён",
        "receipts" => "Квитанции об удалении: номера, количество и время",
        "requests" => "Обращение человека и ответ на него",
        "tombstones" => "Дайджесты и номера удалённого, чтобы оно не вернулось из копии",
        _ => english,
    });

    public string HoldWhy(string id, string english) => w.Say(english, id switch
    {
        "payments" => "Налоговое и бухгалтерское право; пункты A50, D14",
        "contract" => "Срок исковой давности; пункт A45",
        "audit" => "Доказательство законной обработки; пункт A20",
        "receipts" => "Доказательство удаления; пункт A09",
        "requests" => "Срок исковой давности",
        "tombstones" => "Пункт B36",
        _ => english,
    });

    public string ExitLead => w.Say("Take everything with you, then have everything erased, with a signed certificate.", "Заберите всё с собой, а затем удалите всё с подписанным актом.");

    public string ExportTitle => w.Say("Take your data", "Забрать данные");

    public string ExportText => w.Say("Every table of your organization, opened, as one archive of JSON lines.", "Все таблицы вашей организации в открытом виде, одним архивом из строк JSON.");

    public string ExportDo => w.Say("Download everything", "Скачать всё");

    public string CloseTitle => w.Say("Close the organization", "Закрыть организацию");

    public string CloseText => w.Say(
        "Calls stop coming in at once. After the day below everything is erased and the keys are destroyed; until then you can change your mind.",
        "Звонки перестают приниматься сразу. После указанного дня всё удаляется, ключи уничтожаются; до него можно передумать.");

    public string CloseDo => w.Say("Close on this day", "Закрыть в этот день");

    public string CloseDay => w.Say("In how many days (at most 30)", "Через сколько дней (не больше 30)");

    public string CloseName => w.Say("Type the name of the organization", "Введите название организации");

    public string Closing(string day) => w.Say($"Everything is erased after {day}.", $"Всё будет удалено после {day}.");

    public string KeepDo => w.Say("Do not close", "Не закрывать");
}
