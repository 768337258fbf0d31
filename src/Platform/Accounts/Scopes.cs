namespace Earshot.Platform.Accounts;

/// <summary>What an API key may do.</summary>
public static class Scopes
{
    public const string WriteCalls = "calls:write";

    public const string ReadCalls = "calls:read";

    public static readonly IReadOnlyList<string> All = [WriteCalls, ReadCalls];
}
