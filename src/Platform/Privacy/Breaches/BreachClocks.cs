namespace Earshot.Platform.Privacy.Breaches;

/// <summary>Somebody must be told by a moment.</summary>
/// <param name="Duty"><c>authority_first</c>, <c>authority_full</c>, <c>controllers</c> or <c>subjects</c>.</param>
/// <param name="Due">By when.</param>
/// <param name="Source">Where that stands.</param>
public sealed record BreachDuty(string Duty, DateTimeOffset Due, Said Source);

/// <summary>Clocks of a breach by law. They start when it is discovered.</summary>
public static class BreachClocks
{
    /// <param name="profile"><c>ru</c>, <c>eu</c> or <c>ae</c>.</param>
    /// <param name="discovered">When it was discovered.</param>
    public static IReadOnlyList<BreachDuty> Of(string profile, DateTimeOffset discovered)
    {
        var controllers = new BreachDuty("controllers", discovered.AddHours(24), new Said("data processing agreement, point 9", "поручение на обработку, пункт 9"));
        return profile switch
        {
            "ru" =>
            [
                new("authority_first", discovered.AddHours(24), new Said("152-FZ, article 21, part 3.1: that it happened", "152-ФЗ, статья 21, часть 3.1: о факте")),
                controllers,
                new("authority_full", discovered.AddHours(72), new Said("152-FZ, article 21, part 3.1: results of the inquiry", "152-ФЗ, статья 21, часть 3.1: о результатах расследования")),
                new("subjects", discovered.AddHours(72), new Said("policy: people concerned are told", "политика: о потере сообщается тем, кого она касается")),
            ],
            "eu" =>
            [
                controllers,
                new("authority_full", discovered.AddHours(72), new Said("GDPR, article 33", "GDPR, статья 33")),
                new("subjects", discovered.AddHours(72), new Said("GDPR, article 34: without undue delay", "GDPR, статья 34: без неоправданной задержки")),
            ],
            _ =>
            [
                controllers,
                new("authority_full", discovered.AddHours(72), new Said("Federal Decree-Law 45 of 2021, article 9: immediately; our limit", "Федеральный указ-закон 45 от 2021, статья 9: незамедлительно; наш предел")),
                new("subjects", discovered.AddHours(72), new Said("Federal Decree-Law 45 of 2021, article 9", "Федеральный указ-закон 45 от 2021, статья 9")),
            ],
        };
    }
}
