using System.Globalization;
using Earshot.Masking;

namespace Earshot.Platform.Calls.Upload.Transcripts;

/// <summary>
/// Turns the labels of a transcript into roles. A label may be a person's name, so a label that is not a known role never
/// gets further than here: it becomes <c>speaker1</c>, <c>speaker2</c> …; with exactly two strangers, the one who speaks
/// first is taken for the agent, as the one who answers the call greets.
/// </summary>
internal static class SpeakerLabels
{
    public const string Agent = "agent";
    public const string Customer = "customer";

    private static readonly Dictionary<string, string> Roles = new(StringComparer.OrdinalIgnoreCase)
    {
        ["agent"] = Agent, ["operator"] = Agent, ["manager"] = Agent, ["employee"] = Agent, ["support"] = Agent, ["advisor"] = Agent, ["adviser"] = Agent,
        ["representative"] = Agent, ["rep"] = Agent, ["staff"] = Agent, ["user_role_operator"] = Agent, ["bot"] = Agent,
        ["оператор"] = Agent, ["менеджер"] = Agent, ["сотрудник"] = Agent, ["агент"] = Agent, ["специалист"] = Agent, ["консультант"] = Agent,
        ["администратор"] = Agent, ["поддержка"] = Agent, ["موظف"] = Agent, ["الموظف"] = Agent, ["وكيل"] = Agent,
        ["customer"] = Customer, ["client"] = Customer, ["caller"] = Customer, ["user"] = Customer, ["patient"] = Customer, ["user_role_client"] = Customer,
        ["клиент"] = Customer, ["клиентка"] = Customer, ["абонент"] = Customer, ["покупатель"] = Customer, ["пациент"] = Customer, ["заказчик"] = Customer,
        ["عميل"] = Customer, ["العميل"] = Customer, ["زبون"] = Customer,
    };

    public static bool IsRole(string label) => RoleOf(label) is not null;

    // "Operator 2" is a colleague of the agent; a numbered "user" may be anybody.
    private static string? RoleOf(string label)
    {
        var plain = label.Trim();
        var role = Roles.GetValueOrDefault(plain.TrimEnd([.. "0123456789"]).TrimEnd());
        return Roles.GetValueOrDefault(plain) ?? (role != Agent ? null : plain.EndsWith(" 1", StringComparison.Ordinal) ? Agent : "agent2");
    }

    private static string Stranger(int number) => string.Create(CultureInfo.InvariantCulture, $"speaker{number}");

    public static List<Turn> Settle(List<Turn> turns)
    {
        var settled = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var label in turns.Select(turn => turn.Speaker.Trim()).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            settled[label] = RoleOf(label) ?? Stranger(settled.Count(pair => !IsRole(pair.Key)) + 1);
        }

        if (settled.Count == 2 && !settled.Keys.Any(IsRole))
        {
            settled[turns[0].Speaker.Trim()] = Agent;
            settled[settled.Keys.First(label => settled[label] != Agent)] = Customer;
        }

        return turns.ConvertAll(turn => turn with { Speaker = settled[turn.Speaker.Trim()] });
    }
}
