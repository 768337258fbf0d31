using Earshot.Platform.Accounts.SignOn;

namespace Earshot.Platform.Accounts;

/// <summary>What the installation decides about accounts.</summary>
public sealed record AccountOptions
{
    /// <summary>Anybody may register an organization. Default: no, people come by invitation. Set with <c>EARSHOT_OPEN_REGISTRATION=true</c>.</summary>
    public bool OpenRegistration { get; init; }

    public SignOnSettings SignOn { get; init; } = new();

    public static AccountOptions Read(Func<string, string?> environment) => new()
    {
        OpenRegistration = environment("EARSHOT_OPEN_REGISTRATION") is "true" or "1",
        SignOn = SignOnSettings.Read(environment),
    };
}
