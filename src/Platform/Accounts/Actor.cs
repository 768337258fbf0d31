using System.Security.Claims;

namespace Earshot.Platform.Accounts;

/// <summary>Who acts in this request: a person, an API key, or nobody yet. Scoped; filled once by <see cref="Sessions.ActorMiddleware"/>.</summary>
public sealed class Actor
{
    private ClaimsPrincipal principal = new();

    public bool IsSignedIn => UserId is not null;

    public Guid? OrganizationId => Id(AccountClaims.Organization);

    public Guid? UserId => Id(AccountClaims.User);

    public Guid? ApiKeyId => Id(AccountClaims.ApiKey);

    /// <summary>The grant under which the operator's staff look in.</summary>
    public Guid? SupportGrantId => Id(AccountClaims.Support);

    public Guid? SessionId => Id(AccountClaims.Session);

    public string? Role => principal.FindFirst(AccountClaims.Role)?.Value;

    /// <summary>May open unmasked text, with a reason and an audit event each time.</summary>
    public bool MaySeeRaw => principal.HasClaim(AccountClaims.MaySeeRaw, "true");

    /// <summary>The organization demands a second factor and this person has none yet: only setting one up is open.</summary>
    public bool MustEnrol => principal.HasClaim(AccountClaims.MustEnrol, "true");

    public string? Language => principal.FindFirst(AccountClaims.Language)?.Value;

    public string? TimeZone => principal.FindFirst(AccountClaims.TimeZone)?.Value;

    /// <summary>Network address of the request; null outside one.</summary>
    public string? Address { get; private set; }

    /// <summary>Browser and system in a few words, such as "Firefox, Linux".</summary>
    public string Device { get; private set; } = "unknown";

    /// <summary>The person who acts.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public Guid RequireUser() => UserId ?? throw new InvalidOperationException("Only a signed-in person does this.");

    public bool Is(params ReadOnlySpan<string> roles) => Role is { } role && roles.Contains(role);

    /// <summary>The same actor in another scope.</summary>
    internal void Set(Actor same) => Set(same.principal, same.Address, same.Device);

    internal void Set(ClaimsPrincipal who, string? address, string device)
    {
        principal = who;
        Address = address;
        Device = device;
    }

    private Guid? Id(string claim) => Guid.TryParse(principal.FindFirst(claim)?.Value, out var id) ? id : null;
}
