namespace Earshot.Platform.Accounts.Links;

/// <summary>Where links lead: the page reads the token from the query.</summary>
internal static class JoinPath
{
    public static string Of(string token) => $"/join?token={token}";
}
