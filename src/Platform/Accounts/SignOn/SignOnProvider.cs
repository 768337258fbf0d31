namespace Earshot.Platform.Accounts.SignOn;

/// <summary>Which dialect a provider speaks.</summary>
public enum SignOnKind
{
    Yandex,
    Vk,
    OpenId,
}

/// <summary>Somebody else who can say who a person is: of the installation, or the identity provider of one organization.</summary>
/// <param name="Name"><c>yandex</c>, <c>vk</c>, <c>google</c>, or <c>company.</c> and the ids of organization and connection.</param>
/// <param name="Authority">Where it lives; for OpenID Connect the issuer.</param>
/// <param name="Profile">Where Yandex tells who it is.</param>
/// <param name="Organization">Whose it is; null: the installation's.</param>
/// <param name="JoinsAs">Role of people of that organization who come for the first time; null: nobody joins this way.</param>
public sealed record SignOnProvider(string Name, SignOnKind Kind, string ClientId, string? ClientSecret, Uri Authority)
{
    public const string Company = "company.";

    public string Title { get; init; } = Name;

    public Uri? Profile { get; init; }

    public Guid? Organization { get; init; }

    public string? JoinsAs { get; init; }

    /// <summary>How the way is called in sessions and history.</summary>
    public string Method => Organization is null ? Name : "oidc";

    /// <summary>Name in the register of destinations.</summary>
    public string Destination => $"sign-on.{Name}";

    public override string ToString() => Name; // the secret stays out of logs
}

/// <summary>What a provider says of a person. Only what it gave; nothing else is asked for (clause D03).</summary>
/// <param name="Subject">Its id of the person.</param>
/// <param name="Username">What it shows for the person.</param>
public sealed record OutsidePerson(string Subject, string? Username, string? Name, string? Email);
