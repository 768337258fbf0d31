using System.Globalization;
using Earshot.Platform.Kernel.Egress;
using Earshot.Platform.Privacy.Subprocessors;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Platform.Privacy.Controls;

/// <summary>Who gets data, on which agreement, and what happens when something goes wrong.</summary>
internal static class RecipientControls
{
    private const string Exchanges = "from kernel.egress_calls c where cardinality(c.data) > 0 and c.outcome <> 'refused' and c.region <> 'local'";

    public static readonly IReadOnlyList<Control> List =
    [
        Control.Live("recipients-agreed", "C08 D10 B26", "Every recipient of personal data has an agreement on record that has not run out.", "С каждым получателем персональных данных есть действующий договор.", AreAgreedAsync),
        Control.Live("recipients-listed", "A51 E10 B27", "Personal data went to destinations of the register alone, and each exchange says who started it.", "Данные уходили только получателям из реестра, и у каждой передачи указан инициатор.", AreListedAsync),
        Control.Program("fields-named", "B25 D10", "Every recipient of personal data has the list of fields that it gets.", "Для каждого получателя указан перечень передаваемых полей.", site => HaveFields(site.Services.GetServices<Destination>())),
        Control.None(
            "transfers-recorded", "A54 A55 B28", "Every transfer that was used has consent, notice or mechanism, and the facts on its recipient.", "У каждой использованной передачи есть согласие, уведомление или механизм и сведения о получателе.",
            "used transfers",
            "select count(*) from privacy.transfers t where exists (select from kernel.egress_calls c where c.transfer_id = t.id) and (t.consent = '' or (@region = 'ru' and t.notice = '') or (@region <> 'ru' and t.mechanism = '') or t.protection = '' or t.ending = '' or t.law = '')",
            "select count(*) from privacy.transfers t where exists (select from kernel.egress_calls c where c.transfer_id = t.id)"),
        Control.Live("allowed-countries", "A56", "Data of the Russian profile go only to countries of the list.", "Данные российского профиля передаются только в страны из перечня.", async (site, ct) =>
        {
            var countries = await site.ListAsync("select distinct t.country from privacy.transfers t where t.withdrawn_at is null and exists (select from kernel.egress_calls c where c.transfer_id = t.id)", row => row.GetString(0), ct);
            var wrong = site.Settings.Region == "ru" ? countries.Where(country => !TransferRules.IsAllowedCountry(country)).ToArray() : [];
            return new Finding(wrong.Length == 0, string.Create(CultureInfo.InvariantCulture, $"{countries.Count} countries, {wrong.Length} not on the list of {TransferRules.CountriesAsOf:yyyy-MM-dd}"));
        }),
        Control.Trial("transfer-impossible", "A54 A55 A56 B28", "Without its records a transfer is refused, whichever one is missing.", "Без любой из записей передача невозможна.", (_, _) => Task.FromResult(IsImpossible(TransferRules.Missing))),
        Control.None(
            "russian-speech", "A57", "Recordings of the Russian profile were recognised in Russia or on this server.", "Записи российского профиля распознавались в России или на этом сервере.",
            "recordings sent out",
            $"select count(*) {Exchanges} and @region = 'ru' and 'audio' = any(c.data) and c.region <> 'ru'",
            $"select count(*) {Exchanges} and 'audio' = any(c.data)"),
        Control.None(
            "breach-clocks", "A76 B32 C16", "No notice of an open breach is overdue.", "Ни одно уведомление об инциденте не просрочено.",
            "breaches",
            "select count(*) from privacy.breaches b where not b.is_drill and ((b.discovered_at < @now - interval '24 hours' and not exists (select from privacy.breach_notices n where n.breach_id = b.id and n.duty = 'controllers')) or (b.discovered_at < @now - interval '72 hours' and not exists (select from privacy.breach_notices n where n.breach_id = b.id and n.duty = 'authority_full')) or (@region = 'ru' and b.discovered_at < @now - interval '24 hours' and not exists (select from privacy.breach_notices n where n.breach_id = b.id and n.duty = 'authority_first')))",
            "select count(*) from privacy.breaches where not is_drill"),
        Control.Live("backups-recent", "A73", "The last backup went well and is not older than eight days.", "Последняя резервная копия удалась и не старше восьми дней.", AreBackupsRecentAsync),
        Control.Live("assurances-current", "A30 A74", "Audits, penetration tests, trainings and confidentiality are on record and not overdue.", "Аудиты, тесты, обучение и обязательства о тайне учтены и не просрочены.", AreCurrentAsync),
    ];

    internal static Finding IsImpossible(Func<string, TransferRecords?, IReadOnlyList<string>> missing)
    {
        TransferRecords full = new("BY", "consent 1", "notice 1", "scc", "sealed", "on request", "law 1");
        TransferRecords[] gaps = [full with { Consent = "" }, full with { Protection = "" }, full with { Ending = "" }, full with { Law = "" }, full with { Notice = "", Mechanism = "" }];
        string[] regions = ["ru", "eu", "ae"];
        var leaks = regions.Sum(region => (missing(region, null).Count == 0 ? 1 : 0) + gaps.Count(records => missing(region, records).Count == 0));
        var blocked = regions.Count(region => missing(region, full).Count > 0);
        return new Finding(leaks == 0 && blocked == 0, string.Create(CultureInfo.InvariantCulture, $"{regions.Length * (gaps.Length + 1)} incomplete records, {leaks} let through"));
    }

    private static IEnumerable<Destination> Outside(IEnumerable<Destination> destinations) =>
        destinations.Where(destination => destination is { IsLocal: false, IsEnabled: true, Organization: null } && destination.Region != Destination.Local && destination.Data.Count > 0);

    private static async Task<Finding> AreAgreedAsync(Installation site, CancellationToken ct)
    {
        var agreed = await site.ListAsync("select destination from privacy.agreements where ends_at is null or ends_at >= @now::date", row => row.GetString(0), ct);
        return AreAgreed(await site.Services.GetRequiredService<EgressRegister>().ListAsync(null, ct), agreed);
    }

    internal static Finding AreAgreed(IEnumerable<Destination> destinations, IReadOnlyList<string> agreed)
    {
        var names = Outside(destinations).Select(destination => destination.Name).ToArray();
        var without = names.Except(agreed).ToArray();
        return new Finding(without.Length == 0, string.Create(CultureInfo.InvariantCulture, $"{names.Length} recipients, {without.Length} without an agreement {string.Join(' ', without)}").TrimEnd());
    }

    internal static Finding HaveFields(IEnumerable<Destination> destinations)
    {
        var nameless = Outside(destinations).Where(destination => destination.Fields.Count == 0).Select(destination => destination.Name).ToArray();
        return new Finding(nameless.Length == 0, string.Create(CultureInfo.InvariantCulture, $"{nameless.Length} recipients without fields {string.Join(' ', nameless)}").TrimEnd());
    }

    // A destination that was taken out of the register meanwhile is not held against those days.
    private static async Task<Finding> AreListedAsync(Installation site, CancellationToken ct)
    {
        var known = (await site.Services.GetRequiredService<EgressRegister>().ListAsync(null, ct)).Select(destination => destination.Name).ToHashSet();
        var used = await site.ListAsync($"select distinct c.destination {Exchanges} and not c.is_user_initiated and c.at > @now - interval '1 day'", row => row.GetString(0), ct);
        var strange = used.Where(name => !known.Contains(name)).ToArray();
        return new Finding(strange.Length == 0, string.Create(CultureInfo.InvariantCulture, $"{used.Count} destinations within a day, {strange.Length} not in the register"));
    }

    // How often is a setting; a week is the longest that it takes.
    private static async Task<Finding> AreBackupsRecentAsync(Installation site, CancellationToken ct)
    {
        var latest = await site.ListAsync(
            "select failure is null and finished_at > @now - interval '8 days' from kernel.backups where kind = 'backup' and finished_at is not null order by started_at desc limit 1", row => row.GetBoolean(0), ct);
        return latest is [var isGood] ? new Finding(isGood, isGood ? "the last backup is recent and went well" : "the last backup failed or is old") : new Finding(null, "no backup was made yet: EARSHOT_BACKUP_FOLDER");
    }

    private static async Task<Finding> AreCurrentAsync(Installation site, CancellationToken ct)
    {
        string[] needed = ["audit", "penetration_test", "training", "confidentiality"];
        var kinds = await site.ListAsync("select kind, max(next_due) >= @now::date from privacy.assurances group by kind", row => (Kind: row.GetString(0), IsCurrent: row.GetBoolean(1)), ct);
        var missing = needed.Except(kinds.Select(kind => kind.Kind)).ToArray();
        var late = kinds.Where(kind => !kind.IsCurrent).Select(kind => kind.Kind).ToArray();
        return late.Length > 0 ? new Finding(false, $"overdue: {string.Join(' ', late)}")
            : missing.Length > 0 ? new Finding(null, $"not on record yet: {string.Join(' ', missing)}")
            : new Finding(true, "all on record and current");
    }
}
