namespace Earshot.Platform.Privacy.Controls;

/// <summary>Controls of one theme.</summary>
public sealed record ControlTheme(string Name, Said Title, IReadOnlyList<Control> Controls);

/// <summary>The register: every control of this installation, a list for each theme.</summary>
public static class AllControls
{
    public static readonly IReadOnlyList<ControlTheme> Themes =
    [
        new("audio", new("Recordings do not stay", "Записи не хранятся"), AudioControls.List),
        new("masking", new("Masking comes first", "Сначала обезличивание"), MaskingControls.List),
        new("isolation", new("Organizations are kept apart", "Организации разделены"), IsolationControls.List),
        new("encryption", new("Personal data are sealed", "Персональные данные зашифрованы"), EncryptionControls.List),
        new("security", new("The doors are watched", "Входы под охраной"), [.. TransportControls.List, .. MalwareControls.List]),
        new("rights", new("Rights come from roles", "Права даёт роль"), RightsControls.List),
        new("accounts", new("Accounts are guarded", "Аккаунты под защитой"), AccountControls.List),
        new("audit", new("What happened can be proved", "Произошедшее доказуемо"), AuditControls.List),
        new("data", new("What is stored, why, until when", "Что хранится, зачем и до какого срока"), DataControls.List),
        new("retention", new("Everything has an end", "У всего есть срок"), RetentionControls.List),
        new("requests", new("Requests are answered in time", "Обращения получают ответ в срок"), RequestControls.List),
        new("region", new("Data stay in their region", "Данные остаются в своём регионе"), RegionControls.List),
        new("recipients", new("Recipients are known", "Получатели известны"), RecipientControls.List),
        new("site", new("Pages keep to themselves", "Страницы никому не сообщают о вас"), SiteControls.List),
        new("publication", new("Texts are published, dated, announced", "Тексты опубликованы, датированы, объявлены"), PublicationControls.List),
        new("consent", new("Only with consent", "Только с согласия"), ConsentControls.List),
        new("agreement", new("Nothing without a ground", "Ничего без основания"), AgreementControls.List),
        new("awaited", new("Promised for parts that are not built yet", "Обещано для ещё не построенных частей"), AwaitedControls.List),
    ];

    public static readonly IReadOnlyList<Control> List = [.. Themes.SelectMany(theme => theme.Controls)];
}
