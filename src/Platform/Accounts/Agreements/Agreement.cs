using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Earshot.Platform.Accounts.Agreements;

/// <summary>
/// A document that somebody agrees to, in its present version. The text is part of the program; its version is the day on which it was
/// last changed, and its hash covers every language, so that nobody can later say that another text was shown.
/// </summary>
/// <param name="Name">Stable name in records.</param>
public sealed record Agreement(string Name, string Version, IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>The data processing agreement between the organization (controller) and whoever operates this installation.</summary>
    public static readonly Agreement DataProcessing = Load("dpa", "2026-11-21");

    /// <summary>Terms of use of an account.</summary>
    public static readonly Agreement Terms = Load("terms", "2026-11-21");

    /// <summary>Consent to the processing of the person's own account data.</summary>
    public static readonly Agreement PersonalData = Load("personal_data", "2026-11-21");

    /// <summary>Without these nobody has an account (clauses C01, D02).</summary>
    public static IReadOnlyList<Agreement> OfEveryAccount => [Terms, PersonalData];

    public byte[] Hash => SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Texts.OrderBy(text => text.Key, StringComparer.Ordinal).Select(text => text.Value))));

    public string In(string language) => Texts.GetValueOrDefault(language) ?? Texts["en"];

    private static Agreement Load(string name, string version) =>
        new(name, version, new Dictionary<string, string> { ["en"] = Read($"{name}.en.md"), ["ru"] = Read($"{name}.ru.md") });

    private static string Read(string file)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var resource = assembly.GetManifestResourceNames().Single(name => name.EndsWith($".Agreements.Texts.{file}", StringComparison.Ordinal));
        using var stream = assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"{file} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
