namespace Earshot.Speech.Speakers;

/// <summary>Finds where a call is handed to a colleague, told from what is said. Only then is another voice of the company looked for.</summary>
internal static class FindTransfer
{
    private static readonly string[] Announcements =
    [
        "transfer you", "transferring you", "transfer your call", "transferring your call", "put you through", "putting you through", "connect you with", "connect you to",
        "connecting you", "pass you over", "passing you over", "hand you over", "handing you over", "get you over to", "bring in my", "escalate you to", "get my supervisor", "get my manager",
        "соединяю", "соединю", "переключаю", "переключу", "переведу вас", "переведу звонок", "перевожу вас", "перевожу звонок", "перевожу на", "переведу на", "передаю трубку", "передам трубку",
        "приглашу к телефону", "приглашу специалиста", "подключу специалиста", "подключаю специалиста", "позову старшего", "позову руководителя",
        "سأحولك", "راح أحولك", "بحولك", "أحولك", "سأوصلك", "أوصلك ب", "تحويل المكالمة",
    ];

    /// <returns>End of the first turn that announces a transfer; null when there is none.</returns>
    public static TimeSpan? In(IEnumerable<SpokenTurn> turns) =>
        turns.OrderBy(turn => turn.Start).FirstOrDefault(turn => Announces(turn.Text.ToLowerInvariant()))?.End;

    private static bool Announces(string text) => Array.Exists(Announcements, phrase => text.Contains(phrase, StringComparison.Ordinal));
}
