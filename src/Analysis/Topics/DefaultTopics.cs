namespace Earshot.Analysis.Topics;

/// <summary>Topics that most companies share, used where an organization has not named its own.</summary>
internal static class DefaultTopics
{
    public static readonly IReadOnlyList<TopicDefinition> English =
    [
        new("Billing and payments", "Bills, charges, payments, invoices, an amount that is wrong or was charged twice."),
        new("Technical problem", "Something does not work: errors, outages, glitches, a device, a connection or a program."),
        new("Order and delivery", "Where an order is, delivery, courier, parcel, tracking, delay, address."),
        new("Return and refund", "Return, exchange, refund, money back, damaged or wrong goods, warranty."),
        new("Appointment and booking", "Make, move or cancel an appointment, reservation, visit or lesson."),
        new("Account and access", "Password, login, blocked account or card, personal details, access denied."),
        new("Sales and new services", "Price, plan, tariff, offer, discount, wish to buy or to connect something new."),
        new("Cancellation", "Close an account, terminate a contract, cancel a subscription or a service, leave for a competitor."),
        new("Complaint", "Complaint about staff, rudeness, poor quality of service, broken promises."),
        new("Documents and certificates", "Documents, certificates, statements, applications and their status."),
        new("Debt and instalments", "Debt, overdue payment, instalments, restructuring, collection."),
        new("Information", "Opening hours, branches, addresses, general information."),
    ];

    public static readonly IReadOnlyList<TopicDefinition> Russian =
    [
        new("Счета и платежи", "Счёт, начисления, списания, оплата, квитанции, неверная сумма, двойное списание."),
        new("Техническая неисправность", "Что-то не работает: ошибка, сбой, авария, прибор, связь или программа."),
        new("Заказ и доставка", "Где заказ, доставка, курьер, посылка, отслеживание, задержка, адрес."),
        new("Возврат и обмен", "Возврат товара, обмен, вернуть деньги, брак, повреждение, не тот товар, гарантия."),
        new("Запись и бронирование", "Записаться, перенести или отменить запись, приём, бронь, визит, занятие."),
        new("Учётная запись и доступ", "Пароль, вход, блокировка счёта или карты, личные данные, нет доступа."),
        new("Продажа и подключение", "Цена, тариф, предложение, скидка, желание купить или подключить новое."),
        new("Отказ от услуг", "Закрыть счёт, расторгнуть договор, отключить услугу, отписаться, уйти к конкурентам."),
        new("Жалоба", "Жалоба на сотрудника, грубость, плохое обслуживание, невыполненные обещания."),
        new("Документы и справки", "Документы, справки, выписки, заявления и их готовность."),
        new("Долги и рассрочка", "Задолженность, просрочка, рассрочка, реструктуризация, взыскание."),
        new("Справочная информация", "Часы работы, адреса отделений, общие сведения."),
    ];
}
