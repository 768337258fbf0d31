namespace Earshot.Web.Texts;

/// <summary>A part of a page with an icon, a title and a text.</summary>
public sealed record SitePart(string Icon, string Title, string Text);

/// <summary>A plan of the price list.</summary>
public sealed record SitePlan(string Title, string Price, string Text, string[] Lines, bool IsMain = false);

/// <summary>The website.</summary>
public readonly struct SiteTexts(Wording w)
{
    public string Title => w.Say("Earshot: call analytics that keeps its promises", "Earshot: анализ звонков, который держит слово");

    public string Headline => w.Say("Hear every call. Keep none of them.", "Слышать каждый звонок. Не хранить ни одного.");

    public string Lead => w.Say(
        "Earshot turns conversations with your customers into scores, flags and coaching. It masks personal data before anything is analysed, destroys the recording, and proves it. On your own server.",
        "Earshot превращает разговоры с клиентами в оценки, сигналы и подсказки. Он скрывает персональные данные до анализа, уничтожает запись и доказывает это. На вашем сервере.");

    public string AskForDemo => w.Say("Ask for a demo", "Запросить демонстрацию");

    public string SeeProof => w.Say("See the proof", "Посмотреть доказательства");

    public string ProvedNow(int count) => w.Say($"{w.Number(count)} promises are being kept here right now, checked by running code.", $"Прямо сейчас здесь соблюдается обещаний: {w.Number(count)}. Это проверяет работающий код.");

    public string ArtTitle => w.Say("Incoming, resolved", "Входящий, вопрос решён");

    public string ArtTopic => w.Say("Refund", "Возврат");

    public string ArtAgent => w.Say("Good morning, how can I help you?", "Добрый день, чем могу помочь?");

    public string ArtCustomerA => w.Say("This is", "Это");

    public string ArtCustomerB => w.Say(". The refund never came, call me on", ". Возврат так и не пришёл, мой номер");

    public string ArtPerson => w.Say("Person", "Имя");

    public string ArtPhone => w.Say("Phone", "Телефон");

    public string ArtPromise => w.Say("I have sent it again. It arrives today.", "Я отправила его повторно. Деньги придут сегодня.");

    public string ReceiptTitle => w.Say("Recording destroyed", "Запись уничтожена");

    public string ReceiptText => w.Say("0.4 s after the last word. Signed.", "Через 0,4 с после последнего слова. Подписано.");

    public string ProductTitle => w.Say("Everything you listen for, in every call", "Всё, ради чего вы слушаете звонки, в каждом из них");

    public IReadOnlyList<SitePart> Features =>
    [
        new("calls", w.Say("All calls, not two in a hundred", "Все звонки, а не два из ста"), w.Say("Telephony, folders, API, ready transcripts. Each call is scored within minutes of its end.", "Телефония, папки, API, готовые расшифровки. Каждый звонок оценён через минуты после окончания.")),
        new("check", w.Say("Scores with their quotes", "Оценки с цитатами"), w.Say("No black box: each answer of the scorecard leads to the words that decided it.", "Никакого чёрного ящика: каждый ответ чек-листа ведёт к решившим его словам.")),
        new("flag", w.Say("What must not be missed", "То, что нельзя пропустить"), w.Say("Complaints, threats to leave, promises that were broken, steps of the script that were left out.", "Жалобы, угрозы ухода, нарушенные обещания, пропущенные шаги сценария.")),
        new("lock", w.Say("Masked before analysis", "Обезличено до анализа"), w.Say("Names, numbers, cards and addresses, written or spoken, in Russian and English. It can't be undone.", "Имена, номера, карты и адреса, записанные и произнесённые, на русском и английском. Необратимо.")),
        new("receipt", w.Say("Receipts, not assurances", "Квитанции, а не заверения"), w.Say("Each destroyed recording has a signed receipt that anybody can check offline.", "У каждой уничтоженной записи есть подписанная квитанция, которую можно проверить без сети.")),
        new("building", w.Say("In your own house", "У вас дома"), w.Say("One program and PostgreSQL. It works with the network cable out.", "Одна программа и PostgreSQL. Работает и без сети.")),
    ];

    public string LifeTitle => w.Say("The life of a call", "Жизнь звонка");

    public IReadOnlyList<SitePart> Life =>
    [
        new("upload", w.Say("It comes in", "Поступает"), w.Say("Only with a lawful ground, encrypted under a key of its own.", "Только при законном основании, под собственным ключом.")),
        new("audio", w.Say("It becomes words", "Становится словами"), w.Say("Two voices apart, on your machine or with the engine you chose.", "Два голоса раздельно, на вашей машине или выбранным движком.")),
        new("trash", w.Say("The recording goes", "Запись исчезает"), w.Say("File and key, at once, whatever happened. With a receipt.", "Файл и ключ, сразу, при любом исходе. С квитанцией.")),
        new("lock", w.Say("People are masked", "Люди скрыты"), w.Say("What is not masked is not analysed. There is no way around.", "Что не обезличено, не анализируется. Обхода нет.")),
        new("check", w.Say("It is judged", "Получает оценку"), w.Say("Scores, topics, mood and flags, each with its quote.", "Оценки, темы, настроение и сигналы – каждое с цитатой.")),
    ];

    public string ForWhomTitle => w.Say("Three people sleep better", "Три человека спят спокойнее");

    public IReadOnlyList<SitePart> ForWhom =>
    [
        new("team", w.Say("The head of the call centre", "Руководитель колл-центра"), w.Say("Finds the ten calls worth hearing today, and coaches with quotes instead of impressions.", "Находит десять звонков, которые стоит разобрать сегодня, и обучает по цитатам, а не впечатлениям.")),
        new("audit", w.Say("The privacy officer", "Ответственный за данные"), w.Say("Answers an auditor with a page of live evidence, and a person with a signed receipt.", "Отвечает проверяющему страницей живых доказательств, а человеку – подписанной квитанцией.")),
        new("settings", w.Say("The administrator", "Администратор"), w.Say("Installs one script, backs up one database, and watches no third party.", "Запускает один скрипт, копирует одну базу и не следит ни за какими третьими сторонами.")),
    ];

    public string ContactTitle => w.Say("Hear it on your own calls", "Попробуйте на своих звонках");

    public string ContactLead => w.Say("Tell us how many agents you have. We show you Earshot on invented calls first, then on yours, on your server.", "Сообщите, сколько у вас операторов. Сначала покажем Earshot на вымышленных звонках, потом на ваших, на вашем сервере.");

    public string NewsletterTitle => w.Say("Newsletter", "Рассылка");

    public string Subscribe => w.Say("Subscribe", "Подписаться");

    public string RequiredNote => w.Say("Fields with * are required.", "Поля со звёздочкой * обязательны.");

    public string Phone => w.Say("Phone", "Телефон");

    public string Agents => w.Say("Number of agents", "Число операторов");

    public string Message => w.Say("What would you like to know?", "Что вы хотели бы узнать?");

    public string Send => w.Say("Send", "Отправить");

    public string NoScript => w.Say("Without scripts this form can't be sent; write us an e-mail instead.", "Без скриптов форму отправить нельзя; напишите нам по почте.");

    public string InquirySent => w.Say("Thank you. We answer within a business day.", "Спасибо. Мы ответим в течение рабочего дня.");

    public string NewsletterSent => w.Say("Look into your mail: the link there confirms the subscription.", "Проверьте почту: ссылка в письме подтвердит подписку.");

    public string Trouble(string code) => code switch
    {
        "inquiry_consent" => w.Say("Agree to the processing of what you wrote, or we can't answer.", "Без согласия на обработку мы не сможем ответить."),
        "inquiry_puzzle" => w.Say("The puzzle of the form was not solved. Allow scripts of this site, or write us an e-mail.", "Задача формы не решена. Разрешите скрипты этого сайта или напишите нам по почте."),
        _ => w.Say("Give your name and an e-mail such as name@example.com.", "Укажите имя и почту, например name@example.com."),
    };

    public string PricingTitle => w.Say("One price for all you hear", "Одна цена за всё, что вы слышите");

    public string PricingLead => w.Say("You pay for agents, not for minutes. The program runs on your own server; nothing of your calls is part of the price.", "Вы платите за операторов, а не за минуты. Программа работает на вашем сервере; данные ваших звонков в цену не входят.");

    public IReadOnlyList<SitePlan> Plans =>
    [
        new(w.Say("Team", "Команда"), w.Say("On request", "По запросу"), w.Say("Up to 20 agents on one server.", "До 20 операторов на одном сервере."), [w.Say("All calls scored", "Оценка всех звонков"), w.Say("Masking in two languages", "Обезличивание на двух языках"), w.Say("Signed receipts", "Подписанные квитанции")]),
        new(w.Say("Company", "Компания"), w.Say("On request", "По запросу"), w.Say("Departments, roles, your own scorecards.", "Отделы, роли, собственные чек-листы."), [w.Say("Everything of Team", "Всё из «Команды»"), w.Say("Second factor for all", "Второй фактор для всех"), w.Say("Requests of persons, answered in time", "Ответы субъектам в срок")], IsMain: true),
        new(w.Say("House", "Группа"), w.Say("On request", "По запросу"), w.Say("Several organizations and regions under one roof.", "Несколько организаций и регионов под одной крышей."), [w.Say("Everything of Company", "Всё из «Компании»"), w.Say("A cell for each region", "Отдельная установка для региона"), w.Say("Evidence for auditors", "Доказательства для аудиторов")]),
    ];

    public string ConsentTitle => w.Say("May we count visits?", "Можно считать посещения?");

    public string Agree => w.Say("Agree", "Разрешить");

    public string Refuse => w.Say("Refuse", "Отказаться");

    public string LeaveTitle => w.Say("Leave the newsletter", "Отписаться от рассылки");

    public string Leave => w.Say("Leave", "Отписаться");

    public string Confirm => w.Say("Confirm", "Подтвердить");

    public string NewsletterDone(string done) => done switch
    {
        "confirmed" => w.Say("Welcome. One click in any letter ends it.", "Готово. Отписаться можно одним щелчком в любом письме."),
        "left" => w.Say("You left. Your address is erased.", "Вы отписались. Адрес стёрт."),
        _ => w.Say("This link is not known, or it was used up.", "Ссылка неизвестна или уже использована."),
    };

    public string Inquiries => w.Say("Inquiries", "Обращения с сайта");

    public string InquiriesLead => w.Say("What visitors of the website wrote. Encrypted, and erased a year after it came.", "Что написали посетители сайта. Хранится в зашифрованном виде и стирается через год.");

    public string NoInquiries => w.Say("Nobody wrote yet", "Пока никто не написал");

    public string Product => w.Say("Product", "Продукт");

    public string Pricing => w.Say("Pricing", "Цены");

    public string Trust => w.Say("Trust", "Доверие");

    public string SignIn => w.Say("Sign in", "Войти");

    public string ToProduct => w.Say("To the product", "В систему");

    public string Documents => w.Say("Documents", "Документы");

    public string Navigation => w.Say("Website", "Сайт");
}
