namespace Earshot.Platform.Privacy.Controls;

/// <summary>Promises whose part of the product is not built yet. They are unknown, with the reason, and never green.</summary>
internal static class AwaitedControls
{
    public static readonly IReadOnlyList<Control> List =
    [
        Control.Awaited("integration-secrets", "B02 B11 B12 C06", "Keys of integrations are sealed and go with the connection.", "Ключи интеграций зашифрованы и удаляются вместе с подключением.", "connections to CRM and telephony"),
        Control.Awaited("messenger-calls", "B23", "Participants of messenger calls are told of the recording.", "Участники звонков в мессенджерах предупреждаются о записи.", "messengers"),
        Control.Awaited("messenger-bot", "C02 C10 C13", "The bot takes requests and writes only to those who linked it.", "Бот принимает обращения и пишет только привязавшим его.", "messenger bot"),
        Control.Awaited("payments", "B16 D06 D07 D11 D12 D13 D14 E03 A50", "Payments happen at the provider and leave only listed facts.", "Оплата проходит у провайдера, хранятся только указанные сведения.", "payments"),
        Control.Awaited("partner-programme", "C20 C21", "Partner cookies hold random ids and end with the attribution period.", "Партнёрские cookie содержат случайные номера и ограничены сроком.", "partner programme"),
        Control.Awaited("assistants", "E02 E04 E05 E08 E09 E16 E17", "The widget collects listed fields, says that an AI answers, and warns.", "Виджет собирает указанные поля, сообщает об ИИ и предупреждает.", "assistants"),
        Control.Awaited("leads", "E07 E14 E16", "Leads show where they went and end ninety days after the contract.", "У лидов видно, куда они переданы; они удаляются через 90 дней.", "leads"),
    ];
}
