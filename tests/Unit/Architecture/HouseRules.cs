namespace Earshot.Unit.Architecture;

/// <summary>The rules of the house, as functions of what uses what.</summary>
internal static class HouseRules
{
    private const string Platform = "Earshot.Platform.";

    // A module may use itself and those before it.
    private static readonly string[][] Order = [["Kernel"], ["Accounts"], ["Privacy"], ["Billing"], ["Calls", "Assistants"], ["Scoring"], ["Leads"], ["Connections"]];

    private static readonly string[] Sockets =
    [
        "System.Net.Sockets.Socket", "System.Net.Sockets.TcpClient", "System.Net.Sockets.UdpClient", "System.Net.Http.SocketsHttpHandler", "System.Net.Http.HttpClientHandler",
        "System.Net.WebSockets.ClientWebSocket", "System.Net.Mail.SmtpClient", "System.Net.WebClient", "System.Net.WebRequest",
    ];

    /// <summary>What each library may refer to, among our own.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> References = new Dictionary<string, string[]>
    {
        ["Earshot.Masking"] = [],
        ["Earshot.Speech"] = [],
        ["Earshot.Analysis"] = ["Earshot.Masking"],
        ["Earshot.Platform"] = ["Earshot.Masking", "Earshot.Speech", "Earshot.Analysis"],
    };

    public static IEnumerable<string> WrongReferences(string assembly, IEnumerable<string> references) =>
        references.Where(name => name.StartsWith("Earshot.", StringComparison.Ordinal) && !References[assembly].Contains(name));

    /// <summary>Kernel ← Accounts ← Privacy ← Billing ← Calls, Assistants ← Scoring ← Leads ← Connections.</summary>
    public static IEnumerable<string> WrongDirections(IEnumerable<(string User, string Used)> uses) => uses
        .Where(use => Module(use.User) is { } user && Module(use.Used) is { } used && user != used && Rank(used) >= Rank(user))
        .Select(use => $"{use.User} → {use.Used}");

    /// <summary>Root folder = surface; subfolders are private to the module. The kernel is all surface.</summary>
    public static IEnumerable<string> PrivateUses(IEnumerable<(string User, string Used)> uses) => uses
        .Where(use => Module(use.User) is { } user && Module(use.Used) is { } used && user != used && used != "Kernel" && Rank(used) < Rank(user) && IsPrivate(use.Used))
        .Select(use => $"{use.User} → {use.Used}");

    /// <summary>Only the masker makes masked texts.</summary>
    public static IEnumerable<string> PublicConstructors(IEnumerable<Type> masked) =>
        masked.Where(type => type.GetConstructors().Length > 0).Select(type => type.FullName ?? type.Name);

    /// <summary>Sockets and HTTP handlers are opened by the egress guard and nowhere else; Speech and the rest take a client from it.</summary>
    public static IEnumerable<string> DirectEgress(IEnumerable<(string User, string Used)> uses) => uses
        .Where(use => Sockets.Contains(use.Used) && !use.User.StartsWith("Earshot.Platform.Kernel.Egress.", StringComparison.Ordinal))
        .Select(use => $"{use.User} → {use.Used}");

    private static string? Module(string type) =>
        type.StartsWith(Platform, StringComparison.Ordinal) && type[Platform.Length..].Split('.') is [var module, _, ..] && Order.Any(group => group.Contains(module)) ? module : null;

    private static int Rank(string module) => Array.FindIndex(Order, group => group.Contains(module));

    private static bool IsPrivate(string type) => type[Platform.Length..].Split('.').Length > 2;
}
