using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Earshot.Platform.Privacy.Documents;
using Npgsql;

namespace Earshot.Platform.Privacy.Controls;

/// <summary>What is published, how, and who was told. Before the first publication nothing was promised: unknown.</summary>
internal static partial class PublicationControls
{
    private const string NothingPublished = "nothing is published yet: the operator's details are missing";
    private static readonly Lazy<HashSet<string>> Working = new(() => [.. AllControls.List.Where(control => control.Kind is not CheckKind.Awaited).Select(control => control.Id)]); // the register holds this very list

    public static readonly IReadOnlyList<Control> List =
    [
        Control.Live("operator-named", "A66 D01", "The operator's card is complete, with the person responsible for processing.", "Карточка оператора заполнена, ответственный назван.", OperatorIsNamedAsync),
        Control.Probe("policy-open", "A02 D21", "The policy in force is open to anybody, without signing in.", "Действующая политика открыта каждому без входа.", (site, ct) => OpenAsync(site, ["/privacy", "/terms", "/dpa"], ct)),
        Control.Probe("policy-regions", "A01 A35", "Each region has its own text, and each names the register of promises that it was built from.", "У каждого региона свой текст, и каждый называет реестр обещаний, по которому построен.", RegionsDifferAsync),
        Control.Probe("registers-open", "A52 A72 B13 B26 E10 E13 B03", "The cookie policy, the subprocessors and the data map are open to anybody.", "Политика cookie, перечень обработчиков и карта данных открыты каждому.", (site, ct) => OpenAsync(site, ["/cookies", "/subprocessors", "/data-map"], ct)),
        Control.Live("versions-dated", "A78 B40", "Every version bears number and dates, and the product's role can't change or delete one.", "У каждой версии указаны номер и даты; роль системы не может изменить или удалить версию.", (site, ct) => WhenPublishedAsync(site, () => site.NoneAsync(
            "versions and rights over them",
            "select (select count(*) from privacy.document_versions v where v.number > 1 and not exists (select from privacy.document_versions p where p.document = v.document and p.profile = v.profile and p.number = v.number - 1 and p.published_at <= v.published_at)) + has_table_privilege(@role, 'privacy.document_versions', 'update')::int + has_table_privilege(@role, 'privacy.document_versions', 'delete')::int",
            "select count(*) from privacy.document_versions",
            ct), ct)),
        Control.Live("change-delay", "A79 B40 C03", "A change is in force thirty days after it was published, or at once where the operator chose so.", "Изменение вступает в силу через 30 дней после публикации или сразу, если так выбрал оператор.", (site, ct) => WhenPublishedAsync(site, () => site.NoneAsync(
            "changes",
            "select count(*) from privacy.document_versions where number > 1 and effective_at <> published_at and effective_at < published_at + interval '29 days 23 hours'",
            "select count(*) from privacy.document_versions where number > 1",
            ct), ct)),
        Control.Live("change-notices", "A77 B40", "Every change was announced to everybody in three ways.", "О каждом изменении сообщено всем тремя способами.", (site, ct) => WhenPublishedAsync(site, () => site.NoneAsync(
            "people and changes",
            $"select count(*) {ToldOf} and (select count(distinct n.way) from privacy.notices n where n.organization_id = u.organization_id and n.user_id = u.id and n.version_id = v.id) < 3",
            $"select count(*) {ToldOf}",
            ct), ct)),
        Control.Live("first-use", "B41", "First use under a version is on record for everybody who used it.", "Первое использование при версии записано для каждого.", (site, ct) => WhenPublishedAsync(site, () => site.NoneAsync(
            "people and versions",
            $"select count(*) {Used} and not exists (select from privacy.version_uses x where x.organization_id = u.organization_id and x.user_id = u.id and x.version_id = v.id)",
            $"select count(*) {Used}",
            ct), ct)),
        Control.Live("promises-bound", "A01 B30", "Every promise of every published text names controls that run.", "Каждое обещание опубликованных текстов называет работающие проверки.", (site, ct) => WhenPublishedAsync(site, () => AreBoundAsync(site, ct), ct)),
    ];

    private const string ToldOf =
        "from privacy.document_versions v cross join accounts.users u where v.number > 1 and v.profile = @region and u.state = 'active' and u.created_at < v.published_at and v.published_at < @now - interval '15 minutes'";

    private const string Used =
        "from privacy.document_versions v cross join accounts.users u where v.profile = @region and u.state = 'active' and u.last_seen_at > v.effective_at + interval '1 hour' and not exists (select from privacy.document_versions o where o.document = v.document and o.profile = v.profile and o.number > v.number and o.effective_at <= @now) and v.effective_at <= @now";

    private static async Task<Finding> WhenPublishedAsync(Installation site, Func<Task<Finding>> check, CancellationToken ct) =>
        await site.CountAsync("select count(*) from privacy.document_versions", ct) == 0 ? new Finding(null, NothingPublished) : await check();

    private static Task<Finding> OperatorIsNamedAsync(Installation site, CancellationToken ct) => WhenPublishedAsync(
        site,
        async () =>
        {
            var missing = (await site.ListAsync("select name, tax_id, registration_number, registry_number, address, email, responsible from privacy.operator", ReadCard, ct))
                .FirstOrDefault(new Operator()).Missing(site.Settings.Region);
            return new Finding(missing.Count == 0, missing.Count == 0 ? "the card is complete" : $"missing: {string.Join(' ', missing)}");
        },
        ct);

    private static Operator ReadCard(NpgsqlDataReader row) => new()
    {
        Name = row.GetString(0),
        TaxId = row.GetString(1),
        RegistrationNumber = row.GetString(2),
        RegistryNumber = row.GetString(3),
        Address = row.GetString(4),
        Email = row.GetString(5),
        Responsible = row.GetString(6),
    };

    private static Task<Finding> OpenAsync(Installation site, string[] paths, CancellationToken ct) => WhenPublishedAsync(
        site,
        async () =>
        {
            foreach (var path in paths)
            {
                if (await site.VisitAsync(path, ct) is not { } visit)
                {
                    return new Finding(null, "no pages are served on the loopback");
                }

                if (Closed(visit) is { } trouble)
                {
                    return new Finding(false, trouble);
                }
            }

            return new Finding(true, $"opened: {string.Join(' ', paths)}");
        },
        ct);

    internal static string? Closed(Visit visit) => visit switch
    {
        { Status: not HttpStatusCode.OK } => string.Create(CultureInfo.InvariantCulture, $"{visit.Path} answers {(int)visit.Status}"),
        _ when visit.Body.Contains("data-draft", StringComparison.Ordinal) => $"{visit.Path} shows a draft",
        _ => null,
    };

    private static Task<Finding> RegionsDifferAsync(Installation site, CancellationToken ct) => WhenPublishedAsync(
        site,
        async () =>
        {
            var pages = new List<Visit>();
            foreach (var profile in BuiltDocument.Profiles)
            {
                if (await site.VisitAsync($"/privacy?region={profile}", ct) is { } visit)
                {
                    pages.Add(visit);
                }
            }

            return pages.Count == 0 ? new Finding(null, "no pages are served on the loopback") : DoRegionsDiffer(pages);
        },
        ct);

    internal static Finding DoRegionsDiffer(IReadOnlyList<Visit> pages)
    {
        string[] laws = ["152-FZ|152-ФЗ", "2016/679", "45 of 2021|45 от 2021"];
        var wrong = pages.Zip(laws).Count(pair => !Regex.IsMatch(pair.First.Body, pair.Second, RegexOptions.None, TimeSpan.FromSeconds(1)) || !RegisterHash().IsMatch(pair.First.Body));
        return new Finding(wrong == 0 && pages.Count == laws.Length, string.Create(CultureInfo.InvariantCulture, $"{pages.Count} texts, {wrong} without their law or the digest of the register"));
    }

    private static async Task<Finding> AreBoundAsync(Installation site, CancellationToken ct)
    {
        var texts = await site.ListAsync("select body::text from privacy.document_versions v where number = (select max(number) from privacy.document_versions o where o.document = v.document and o.profile = v.profile)", row => row.GetString(0), ct);
        return AreBound([.. texts.Select(DocumentFormat.Read)], Working.Value);
    }

    internal static Finding AreBound(IReadOnlyList<BuiltDocument> documents, IReadOnlySet<string> working)
    {
        var promises = documents.Sum(document => document.Blocks.Count(block => block.Kind == "promise"));
        var unbound = documents.Sum(document => document.Unbound(working).Count());
        return new Finding(unbound == 0 && promises > 0, string.Create(CultureInfo.InvariantCulture, $"{promises} promises in {documents.Count} texts, {unbound} without a working control"));
    }

    [GeneratedRegex("data-register=\"[0-9a-f]{12,64}\"", RegexOptions.None, 1000)]
    private static partial Regex RegisterHash();
}
