using System.Globalization;
using System.Text;
using Earshot.Platform.Privacy.Calendar;
using Earshot.Platform.Privacy.Documents;
using Earshot.Platform.Privacy.PersonalData;
using Earshot.Platform.Privacy.SubjectRequests;

namespace Earshot.Platform.Privacy.Controls;

/// <summary>Requests of persons are taken, checked, done and answered in time.</summary>
internal static class RequestControls
{
    private static readonly string[] Machines = ["json", "csv"];

    // Said apart from the routing: a mistake there must be seen here.
    private const string WrongDesks =
        "select count(*) from privacy.requests where closed_at is null and (about = 'conversation') = (organization_id = '00000000-0000-0000-0000-000000000000')";

    public static readonly IReadOnlyList<Control> List =
    [
        Control.None(
            "requests-in-time", "A38 A65 C12 C19 D17", "No request waits longer than the law allows.", "Ни одно обращение не ждёт дольше, чем позволяет закон.",
            "requests",
            "select count(*) from privacy.requests where closed_at is null and due_at < @now",
            "select count(*) from privacy.requests"),
        Control.None(
            "identity-before-data", "B39", "Nothing is told to a person whose identity was not checked.", "Тому, чья личность не проверена, ничего не сообщается.",
            "answers",
            "select count(*) from privacy.requests where state = 'answered' and verified_at is null and kind not in ('information', 'complaint', 'claim', 'authority')",
            "select count(*) from privacy.requests where state = 'answered'"),
        Control.None(
            "withdrawal-ends-processing", "A39 C11", "Processing stops in time after consent is withdrawn.", "После отзыва согласия обработка прекращается в срок.",
            "withdrawals",
            "select count(*) from privacy.requests where stop_due_at < @now and stopped_at is null and state <> 'refused'",
            "select count(*) from privacy.requests where stop_due_at is not null"),
        Control.None(
            "withdrawal-destroys", "D16", "Thirty days after a withdrawal the data is destroyed.", "Через тридцать дней после отзыва данные уничтожены.",
            "withdrawals",
            "select count(*) from privacy.requests where destroy_due_at < @now and destroyed_at is null and state <> 'refused'",
            "select count(*) from privacy.requests where destroy_due_at is not null"),
        Control.Trial(
            "request-says-who", "A68", "A request that names nobody is refused, and one that does not say what ties the person to the organization waits for that, with its clock running.",
            "Обращение без сведений о человеке не принимается, а без сведений о связи с организацией ждёт их; срок при этом идёт.", (_, _) => Task.FromResult(SaysWho(ReceiveRequest.Refuse, ReceiveRequest.FirstState))),
        Control.Trial(
            "signed-requests", "A69", "A detached electronic signature over a file of a request is checked, and a change is seen.", "Отсоединённая подпись под файлом обращения проверяется, изменение видно.",
            (_, _) => Task.FromResult(SignaturesAreChecked(CheckSignature.Run))),
        Control.Live(
            "requests-by-role", "B38", "A request goes to whom the data belongs: the customer, or the operator.", "Обращение попадает к тому, чьи это данные: к клиенту или к оператору.",
            async (site, ct) => ByRole(DataMap.Current, RouteRequest.Run, await site.CountAsync(WrongDesks, ct), await site.CountAsync("select count(*) from privacy.requests where closed_at is null", ct))),
        Control.None(
            "papers-go", "A68 B39", "Copies of papers are erased when their request is closed.", "Копии документов удаляются при закрытии обращения.",
            "files of closed requests",
            "select count(*) from privacy.request_files f join privacy.requests r on r.organization_id = f.organization_id and r.id = f.request_id where r.closed_at is not null and (f.content is not null or f.signature is not null or f.name is not null)",
            "select count(*) from privacy.request_files f join privacy.requests r on r.organization_id = f.organization_id and r.id = f.request_id where r.closed_at is not null"),
        Control.Program(
            "kinds-of-requests", "A31 A62 A63 A64 B37 D18 E18", "Every right has a request: information, a copy, correction, erasure, freezing on four grounds, objection, transfer, withdrawal, complaint.",
            "У каждого права есть обращение: сведения, копия, исправление, удаление, блокирование по четырём основаниям, возражение, перенос, отзыв, жалоба.",
            _ => Kinds(RequestKinds.All.Select(kind => kind.Name), RequestKinds.Grounds, ExportPerson.Formats)),
        Control.Program(
            "law-by-region", "A35", "Deadlines come from the law of the region.", "Сроки определяются законом региона.", _ => Laws(LawProfile.All)),
    ];

    internal static Finding ByRole(DataMap map, Func<string?, Guid?, Guid?> route, long wrong, long open)
    {
        var company = Guid.CreateVersion7(DateTimeOffset.UnixEpoch); // invented
        bool Arrives(string? role) => role switch
        {
            "controller" => route(role, null) == RouteRequest.OperatorsDesk && route(role, company) == RouteRequest.OperatorsDesk,
            "processor" => route(role, company) == company && route(role, null) is null && route(role, RouteRequest.OperatorsDesk) is null,
            _ => false,
        };
        var lost = map.Tables.Count(table => !Arrives(table.Role)) + RequestTopics.All.Count(topic => !Arrives(topic.RoleIn(map)));
        return new Finding(lost == 0 && wrong == 0, string.Create(CultureInfo.InvariantCulture, $"{map.Tables.Count} tables and {RequestTopics.All.Count} topics, {lost} without the right desk; {wrong} of {open} open requests at a wrong desk"));
    }

    internal static Finding SaysWho(Func<NewRequest, Kernel.Failure?> refuse, Func<NewRequest, string> firstState)
    {
        var nobody = new NewRequest(RequestKinds.Access, "form", new RequestPerson(null, null, null, null), null, null);
        var stranger = nobody with { Person = new RequestPerson("Vera Example", null, null, null) };
        var known = stranger with { Person = stranger.Person with { Relation = "agreement 12 of 2026" } };
        var holds = refuse(nobody) is not null && refuse(stranger) is null && firstState(stranger) == RequestStates.NeedsInformation && firstState(known) == RequestStates.Received;
        return new Finding(holds, $"nobody: {refuse(nobody)?.Code ?? "taken"}; without a relation: {firstState(stranger)}; with one: {firstState(known)}");
    }

    internal static Finding SignaturesAreChecked(Func<byte[], byte[]?, SignatureVerdict> check)
    {
        var content = Encoding.UTF8.GetBytes("An invented request.");
        var signature = TrialSignature.Over(content);
        string[] states = [check(content, signature).State, check([.. content, 0], signature).State, check(content, content).State, check(content, null).State];
        return new Finding(states is [SignatureStates.Genuine, SignatureStates.Broken, SignatureStates.Unreadable, SignatureStates.None], $"whole, changed, no signature at all, none: {string.Join(' ', states)}");
    }

    internal static Finding Kinds(IEnumerable<string> kinds, IReadOnlyCollection<string> grounds, IEnumerable<string> formats)
    {
        string[] wanted = ["information", "access", "correction", "completion", "erasure", "restriction", "objection", "portability", "withdrawal", "complaint", "claim", "authority"];
        string[] missing = [.. wanted.Except(kinds), .. Machines.Except(formats)];
        return new Finding(missing.Length == 0 && grounds.Count == 4, string.Create(CultureInfo.InvariantCulture, $"{missing.Length} missing, {grounds.Count} grounds {string.Join(' ', missing)}").TrimEnd());
    }

    internal static Finding Laws(IReadOnlyCollection<LawProfile> laws)
    {
        var missing = PlatformSettings.Regions.Except(laws.Select(law => law.Region)).ToList();
        return new Finding(missing.Count == 0, string.Create(CultureInfo.InvariantCulture, $"{laws.Count} profiles, {missing.Count} missing"));
    }
}
