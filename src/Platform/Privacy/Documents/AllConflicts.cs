namespace Earshot.Platform.Privacy.Documents;

/// <summary>Two promises that can't both be taken to the letter, and which way this installation goes.</summary>
public sealed record Conflict(Said Between, Said Rule);

/// <summary>Every conflict between promises with its rule; shown on the trust page (decision 0812).</summary>
public static class AllConflicts
{
    public static readonly IReadOnlyList<Conflict> List =
    [
        new(new("Log for seven years, addresses for sixty days, erasure within thirty", "Журнал на семь лет, адреса на 60 дней, удаление за 30"),
            new("Two stores. Addresses against abuse go after sixty days. The log holds numbers of persons; on erasure the row that ties a number to a person goes, and the address with it. The chain is over salted digests and stays whole.", "Два хранилища. Адреса для защиты удаляются через 60 дней. В журнале – номера людей; при удалении исчезает запись, связывающая номер с человеком, и адрес. Цепочка построена на солёных дайджестах и остаётся целой.")),
        new(new("Anonymous or pseudonymous", "Обезличивание или псевдонимизация"),
            new("The stricter one: no mapping, no key. As long as the raw transcript is kept beside it, the organization holds personal data, and can choose to keep the masked text only.", "Строже: ни таблицы, ни ключа. Пока рядом хранится исходный текст, организация хранит персональные данные; она может оставить только обезличенный.")),
        new(new("Nothing abroad, or abroad with consent", "Никогда за рубеж или с согласия"),
            new("A transfer is impossible by default. It takes three records: consent, notice to the authority, facts on the recipient.", "По умолчанию передача невозможна. Нужны три записи: согласие, уведомление органа и сведения о получателе.")),
        new(new("Thirty days, ninety days or five years after the end", "30 дней, 90 дней или пять лет после окончания"),
            new("The time belongs to the set of data, not to the installation; the data map names each.", "Срок принадлежит набору данных, а не установке; каждый указан в карте данных.")),
        new(new("Records of payments for five years, erasure within thirty days", "Платежи пять лет, удаление за 30 дней"),
            new("The law holds them. The certificate of an erasure names what stayed, why and until when.", "Их удерживает закон. В акте об удалении указано, что осталось, почему и до какого срока.")),
        new(new("Analysis of content, or technical use alone", "Анализ содержания или только технические цели"),
            new("An organization chooses; in technical use analysis does not run.", "Выбирает организация; в техническом режиме анализ не выполняется.")),
        new(new("Implied or express consent to cookies", "Подразумеваемое или явное согласие на cookie"),
            new("By the visitor's law. Implied consent can't be chosen outside Russian law, and is off by default there too.", "По закону посетителя. Подразумеваемое согласие вне российского права выбрать нельзя, а в нём оно по умолчанию выключено.")),
        new(new("In force at once, or after thirty days", "Сразу или через 30 дней"),
            new("The operator's card says which; thirty days unless it says otherwise.", "Указано в карточке оператора; если не указано – 30 дней.")),
        new(new("Backups and erasure", "Резервные копии и удаление"),
            new("A list of what was erased is replayed before a restored copy opens; the certificate states how long copies live.", "Список удалённого применяется до открытия восстановленной копии; в акте указан срок жизни копий.")),
        new(new("Ten days, or ten business days", "10 дней или 10 рабочих дней"),
            new("Two clocks: the authority is answered within ten calendar days, a person within ten business days.", "Разные сроки: органу – 10 календарных дней, человеку – 10 рабочих.")),
        new(new("Passport data in a request, and collecting no more than needed", "Паспортные данные в обращении и минимизация"),
            new("They are checked; then only the fact, the way and the time stay, and the copy is erased when the case is closed.", "Они проверяются; остаются факт, способ и время, копия стирается при закрытии обращения.")),
        new(new("A failed transcription needs the recording again, and recordings go at once", "Повтор расшифровки и немедленное удаление записи"),
            new("Attempts and time are capped. After that the recording is destroyed and the call asks to be uploaded again.", "Попытки и время ограничены. Затем запись уничтожается, и звонок нужно загрузить снова.")),
    ];
}
