namespace Earshot.Platform.Accounts;

/// <summary>Claims of a principal. The cookie holds ids only; the rest is read anew from the database for each request.</summary>
public static class AccountClaims
{
    public const string Organization = "org";
    public const string User = "sub";
    public const string Session = "sid";
    public const string Role = "role";
    public const string ApiKey = "key";
    public const string Support = "support";
    public const string Scope = "scope";
    public const string MaySeeRaw = "raw";
    public const string MustEnrol = "enrol";
    public const string Language = "lang";
    public const string TimeZone = "zone";
}
