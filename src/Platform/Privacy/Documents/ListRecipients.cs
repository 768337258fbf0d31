using Earshot.Platform.Kernel.Egress;

namespace Earshot.Platform.Privacy.Documents;

/// <summary>Who processes personal data for this installation: the register of the egress guard, without what stays on the operator's own machines.</summary>
public sealed class ListRecipients(EgressRegister register)
{
    public async Task<IReadOnlyList<ListedRecipient>> RunAsync(CancellationToken ct) =>
        [.. (await register.ListAsync(null, ct)).Where(destination => destination is { IsEnabled: true, Organization: null, IsLocal: false } && destination.Region != Destination.Local && destination.Data.Count > 0)
            .Select(destination => new ListedRecipient(destination.Name, destination.Region, PurposeOf(destination.Purpose), DataOf(destination.Data)))];

    internal static Said PurposeOf(string purpose) => purpose switch
    {
        "transcription" => new Said("Recognising speech", "Распознавание речи"),
        "analysis" => new Said("Analysis of masked text", "Анализ обезличенного текста"),
        "payment" => new Said("Payments", "Платежи"),
        "notices" => new Said("Sending notices", "Отправка уведомлений"),
        "hosting" => new Said("Hosting", "Хостинг"),
        "support" => new Said("Support", "Поддержка"),
        _ => new Said(purpose.Replace('_', ' '), purpose.Replace('_', ' ')),
    };

    private static Said DataOf(IReadOnlyList<string> data) => new(
        string.Join(", ", data.Select(one => CategoryOf(one).English)), string.Join(", ", data.Select(one => CategoryOf(one).Russian)));

    private static Said CategoryOf(string data) => data switch
    {
        "audio" => new Said("recordings, for as long as recognition takes", "записи на время распознавания"),
        "masked_text" => new Said("masked text", "обезличенный текст"),
        "contact" => new Said("names and contacts", "имена и контакты"),
        "payment" => new Said("facts about payments", "сведения о платежах"),
        _ => new Said(data.Replace('_', ' '), data.Replace('_', ' ')),
    };
}
