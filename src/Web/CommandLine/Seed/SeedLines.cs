namespace Earshot.Web.CommandLine.Seed;

/// <summary>A kind of call as the seed tells it. <c>A:</c> is the agent, <c>C:</c> the customer; <c>{…}</c> is filled in, <c>a|b|c</c> is one of them.</summary>
internal sealed record SeedScenario(string Language, string[] Opening, string[] Good, string[] Bad);

/// <summary>Invented calls of invented people: enough variety for a demonstration and for measuring lists and search.</summary>
internal static class SeedLines
{
    public static readonly SeedScenario[] Scenarios =
    [
        new("en",
        [
            "A: Thank you for calling Northwind Energy, this is {agent} speaking, the call is recorded. How can I help?|Northwind Energy, good morning, my name is {agent}, this call is recorded. What can I do for you?",
            "C: Hi, my name is {name}. My bill went up by {sum} this month and I don't understand why.|Hello, {name} here. I was charged {sum} twice and nobody explains it.",
            "A: I'm sorry about that. May I have the phone number on the account?|I see, let me look at it. Could you tell me the number the account is under?",
            "C: Yes, it's {phone}.|Sure, {phone}.",
            "A: Thank you. I see the meter reading of the last month was an estimate, not a real one.|Thanks. The second charge came because the first payment was declined by the bank.",
        ],
        [
            "C: Oh, so it was an estimate. Can you correct it?",
            "A: Of course. I have entered your reading and the bill is {sum} lower now. You will get the new one by e-mail.",
            "C: Great, send it to {email} please.",
            "A: Done. Is there anything else I can help you with?",
            "C: No, that was quick, thank you so much, you really helped!|No, thanks a lot, I'm happy with that.",
            "A: You are welcome. Have a great day!",
        ],
        [
            "C: This is the third time I call about it! Every time somebody promises and nothing happens.",
            "A: I understand, but I can't change it from here.",
            "C: This is ridiculous. I want to speak to your manager, or I will cancel the contract and go to {competitor}.",
            "A: You can write a complaint on our site.",
            "C: I already wrote to {email} and got no answer. I'm really disappointed. Goodbye.",
        ]),
        new("en",
        [
            "A: Blue Harbor Bank, {agent} speaking, this conversation is recorded. How may I help you today?",
            "C: Good afternoon. I lost my card yesterday and I am worried about the money on it.|Hello, somebody paid with my card, it was not me.",
            "A: I'm sorry to hear that. Let's block it right now. May I have your full name and date of birth?",
            "C: {name}, born {birth}.",
            "A: Thank you, {first}. Please don't tell me the whole number, the last four digits are enough.",
            "C: It is {card}. Oh, sorry, I said all of it.|The number is {card}.",
        ],
        [
            "A: No problem, it will not be stored. The card is blocked, nobody can use it now.",
            "C: Thank God. When do I get a new one?",
            "A: In three working days, to {address}. Is that address right?",
            "C: Yes, that's right. Perfect, thank you.",
            "A: Your case number is {order}. Let me sum up: the card is blocked, a new one comes by Thursday, the two payments are disputed.",
            "C: Excellent service, thank you very much!",
            "A: Thank you for calling. Goodbye!",
        ],
        [
            "A: I can't find you in the system.",
            "C: What do you mean? I have been with you for ten years!",
            "A: Then call again later, the system is slow today.",
            "C: My money is being stolen while you tell me to call later! I will go to court if it is lost.",
            "A: That's your right.",
        ]),
        new("en",
        [
            "A: Hello, {agent} from Parcelwise delivery, the line is recorded. How can I help?",
            "C: Hi, my parcel {order} should have arrived on Monday and it is still not here.",
            "A: Let me check the tracking. Could you confirm the delivery address?",
            "C: {address}. And my name is {name}.",
            "A: I see it. The courier could not reach you by phone.",
        ],
        [
            "C: That's strange, my number is {phone}, I was at home all day.",
            "A: There was a digit missing in our card, I have corrected it. The courier comes tomorrow between ten and twelve. Does that suit you?",
            "C: Yes, that works. Thanks for sorting it out.",
            "A: I also return the delivery fee of {sum} to you, as an apology.",
            "C: Oh, that's very kind of you, thank you!",
            "A: My pleasure. Have a nice evening!",
        ],
        [
            "C: Nobody called me! You people always say that.",
            "A: The system says that he called.",
            "C: I need it today, it is medicine for my mother.",
            "A: Today is not possible.",
            "C: Then I want my money back. This is awful, I will never order from you again.",
            "A: You can ask for a refund on the site. Goodbye.",
        ]),
        new("en",
        [
            "A: Good day, this is {agent} from Fernleaf Software, I'm calling about your trial, and this call is recorded. Is it a good moment?",
            "C: Yes, I have five minutes. I'm {name}, I run support here.",
            "A: Thank you. How many people are in your team and what do you use now?",
            "C: Fourteen people, and we use {competitor} at the moment. It is too expensive for us.",
            "A: I see. What would you like to be different?",
            "C: Reports. We spend every Friday making them by hand.",
        ],
        [
            "A: That is what our customers like most: the report comes by itself each Friday at five.",
            "C: Sounds good. What is the price?",
            "A: For fourteen people it is {sum} a month, and the first month is free.",
            "C: Okay, that is within our budget. Please send the offer to {email}.",
            "A: I send it today and call you on Wednesday at ten, agreed?",
            "C: Agreed. Thank you, {agent}, very clear.",
            "A: Thank you, have a good day!",
        ],
        [
            "A: We guarantee that you will double your sales in a month.",
            "C: Hm, I don't believe that. Send me something in writing.",
            "A: The discount is valid only today.",
            "C: I don't like to be pushed. No, thank you.",
            "A: As you wish.",
        ]),
        new("ru",
        [
            "A: Компания «Северный ветер», меня зовут {agent}, разговор записывается. Чем могу помочь?|Добрый день, «Северный ветер», {agent}, разговор записывается. Слушаю вас.",
            "C: Здравствуйте, меня зовут {name}. У меня второй день не работает интернет.|Добрый день, это {name}. Интернет постоянно обрывается, работать невозможно.",
            "A: Понимаю, это неудобно. Подскажите, пожалуйста, номер телефона, на который оформлен договор.",
            "C: {phone}.|Записывайте: {phone}.",
            "A: Спасибо. Вижу ваш адрес: {address}, верно?",
            "C: Да, всё верно.",
        ],
        [
            "A: На линии была авария, её устранили час назад. Давайте вместе перезагрузим роутер.",
            "C: Сейчас, секунду. Перезагрузил.",
            "A: Лампочка горит зелёным?",
            "C: Да, горит. О, заработало! Отлично, спасибо вам большое.",
            "A: Я сделаю перерасчёт за два дня, это {sum}. Остались ещё вопросы?",
            "C: Нет, всё супер, вы очень помогли!",
            "A: Спасибо за обращение, хорошего вечера!",
        ],
        [
            "A: Ждите, бригада работает.",
            "C: Сколько можно ждать? Я вчера звонил, обещали за два часа!",
            "A: Точного времени сказать не могу.",
            "C: Это безобразие! Соедините меня с руководителем. Я расторгну договор и уйду к {competitor}.",
            "A: Руководитель занят. Пишите заявление.",
            "C: Я напишу жалобу в Роспотребнадзор. До свидания.",
        ]),
        new("ru",
        [
            "A: Клиника «Ромашка», администратор {agent}, здравствуйте, разговор записывается.",
            "C: Здравствуйте! Хочу записаться к кардиологу на эту неделю.|Добрый день, мне нужно перенести запись к врачу.",
            "A: Конечно. Назовите, пожалуйста, фамилию, имя и дату рождения.",
            "C: {name}, {birth}.",
            "A: Благодарю. Есть время в четверг в девять сорок и в пятницу в шестнадцать часов.",
        ],
        [
            "C: Давайте в пятницу, спасибо.",
            "A: Записала: пятница, шестнадцать часов. Возьмите с собой паспорт и полис. Напомнить вам сообщением?",
            "C: Да, на номер {phone}.",
            "A: Хорошо. Подведу итог: кардиолог, пятница, шестнадцать ноль-ноль, приём стоит {sum}.",
            "C: Всё понятно, спасибо большое, вы очень любезны.",
            "A: Пожалуйста, будьте здоровы. До свидания!",
        ],
        [
            "C: Мне нужно сегодня, у меня болит сердце!",
            "A: На сегодня ничего нет.",
            "C: А скорую вы вызвать можете?",
            "A: Звоните сами. Не надо на меня кричать.",
            "C: Вы хамите пациентам! Ужасно, больше я к вам не приду.",
        ]),
        new("ru",
        [
            "A: Интернет-магазин «Лавка», {agent}, добрый день! Разговор записывается.",
            "C: Здравствуйте, я {name}, заказ {order}. Мне привезли не тот размер, хочу вернуть деньги.|Добрый день, заказ {order}, товар пришёл бракованный.",
            "A: Приношу извинения. Проверю заказ. Уточните, пожалуйста, почту, на которую он оформлен.",
            "C: {email}.",
            "A: Вижу заказ на {sum}. Вы хотите обмен или возврат?",
        ],
        [
            "C: Лучше возврат.",
            "A: Хорошо, оформляю возврат на карту, с которой вы платили. Номер диктовать не нужно.",
            "C: На всякий случай: {card}.",
            "A: Спасибо, он не понадобится и не сохранится. Деньги придут в течение трёх дней. Что-нибудь ещё?",
            "C: Нет, вы всё решили, спасибо огромное!",
            "A: Рада помочь, хорошего дня!",
        ],
        [
            "C: Деньги верните, и побыстрее!",
            "A: Возврат до тридцати дней по регламенту.",
            "C: По закону десять дней! Я юрист, подам в суд.",
            "A: Это ваше право.",
            "C: Отвратительный сервис. Отпишусь везде, где только можно.",
        ]),
        new("ru",
        [
            "A: Добрый день, {name}? Это {agent}, банк «Берег», разговор записывается. Удобно говорить?",
            "C: Да, слушаю.",
            "A: Звоню по вашей заявке на автокредит. На какую сумму рассчитываете?",
            "C: Примерно {sum}, но ставка у вас высокая. В {competitor} предлагают меньше.",
            "A: Понимаю. Сколько лет вы водите и нужна ли страховка?",
            "C: Двенадцать лет. Страховка нужна, только без навязывания.",
        ],
        [
            "A: Тогда ставка будет на полтора процента ниже. Посчитать ежемесячный платёж?",
            "C: Посчитайте, пожалуйста.",
            "A: Выходит {sum} в месяц на пять лет, досрочно можно без комиссии.",
            "C: Хорошо, это меня устраивает. Пришлите договор на {email}.",
            "A: Отправлю сегодня и перезвоню завтра в одиннадцать, договорились?",
            "C: Договорились, спасибо, всё чётко.",
            "A: Спасибо вам, хорошего дня!",
        ],
        [
            "A: Гарантирую одобрение на сто процентов, только решайте сейчас.",
            "C: Мне надо подумать.",
            "A: Завтра таких условий не будет.",
            "C: Не давите на меня. Нет, спасибо, до свидания.",
            "A: Ну как хотите.",
        ]),
    ];

    public static readonly string[] EnglishNames =
    [
        "Emily Carter", "Daniel Brooks", "Sophie Turner", "Marcus Hill", "Grace Bennett", "Oliver Reed", "Hannah Price", "Liam Foster",
        "Chloe Morgan", "Nathan Ward", "Isla Hughes", "Ethan Cole",
    ];

    public static readonly string[] RussianNames =
    [
        "Анна Соколова", "Дмитрий Орлов", "Мария Лебедева", "Сергей Волков", "Екатерина Зайцева", "Павел Морозов", "Ольга Белова", "Игорь Киселёв",
        "Наталья Громова", "Алексей Титов", "Юлия Фролова", "Виктор Жуков",
    ];

    public static readonly string[] Agents =
    [
        "Alice Monroe", "Ben Castell", "Carla Voss", "Derek Lane", "Елена Шувалова", "Фёдор Ильин", "Галина Мещерякова", "Иван Рощин",
        "Kim Tran", "Leo Marsh", "Марина Дроздова", "Никита Сомов",
    ];

    public static readonly string[] Departments = ["Support", "Sales", "Retention"];

    public static readonly string[] EnglishAddresses = ["14 Maple Street, Bristol BS1 4DJ", "27 Harbour Road, Flat 5, Leeds LS2 7EW", "9 Orchard Lane, York YO1 8BP"];

    public static readonly string[] RussianAddresses = ["улица Лесная, дом 12, квартира 45", "проспект Мира, дом 101, корпус 2, квартира 8", "город Тверь, улица Садовая, дом 3, квартира 17"];

    public static readonly string[] EnglishCompetitors = ["Brightline", "the other company", "Volta"];

    public static readonly string[] RussianCompetitors = ["«Вымпел-сети»", "другому оператору", "«Полюсу»"];
}
