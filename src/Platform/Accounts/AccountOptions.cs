using System.Net;
using Earshot.Platform.Accounts.Captcha;
using Earshot.Platform.Accounts.Sessions;
using Earshot.Platform.Accounts.SignOn;

namespace Earshot.Platform.Accounts;

/// <summary>What the installation decides about accounts.</summary>
public sealed record AccountOptions
{
    /// <summary>Anybody may register an organization. Default: no, people come by invitation. Set with <c>EARSHOT_OPEN_REGISTRATION=true</c>.</summary>
    public bool OpenRegistration { get; init; }

    /// <summary>Proxies whose word on a request's address counts. Set with <c>EARSHOT_PROXIES=10.0.0.5,10.1.0.0/16</c>; none by default.</summary>
    public IReadOnlyList<IPNetwork> Proxies { get; init; } = [];

    /// <summary>What stands before registration; nothing in a record made by hand.</summary>
    public CaptchaSettings Captcha { get; init; } = new() { IsOff = true };

    /// <summary>Where organizations of other regions register, shown beside the region. Set with <c>EARSHOT_CELLS=eu=https://eu.example.com,ae=https://…</c>.</summary>
    public IReadOnlyDictionary<string, Uri> Cells { get; init; } = new Dictionary<string, Uri>();

    public SignOnSettings SignOn { get; init; } = new();

    public static AccountOptions Read(Func<string, string?> environment) => new()
    {
        OpenRegistration = environment("EARSHOT_OPEN_REGISTRATION") is "true" or "1",
        Captcha = CaptchaSettings.Read(environment),
        Cells = ReadCells(environment("EARSHOT_CELLS")),
        Proxies = ForwardedAddresses.Read(environment("EARSHOT_PROXIES")),
        SignOn = SignOnSettings.Read(environment),
    };

    private static Dictionary<string, Uri> ReadCells(string? text)
    {
        var cells = new Dictionary<string, Uri>();
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            cells[part.Split('=')[0]] = Uri.TryCreate(part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..], UriKind.Absolute, out var address) && PlatformSettings.Regions.Contains(part.Split('=')[0])
                ? address
                : throw new PlatformSettingsException("EARSHOT_CELLS must be regions with their addresses, such as eu=https://eu.example.com.");
        }

        return cells;
    }
}
