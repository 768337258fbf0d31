using System.Net;
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

    public SignOnSettings SignOn { get; init; } = new();

    public static AccountOptions Read(Func<string, string?> environment) => new()
    {
        OpenRegistration = environment("EARSHOT_OPEN_REGISTRATION") is "true" or "1",
        Proxies = ForwardedAddresses.Read(environment("EARSHOT_PROXIES")),
        SignOn = SignOnSettings.Read(environment),
    };
}
