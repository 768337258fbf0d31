using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Earshot.Platform.Accounts.Sessions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Earshot.Platform.Accounts.SignOn;

/// <summary>A person on the way to a provider and back: state, nonce and verifier (RFC 7636) belong to this browser and this way only.</summary>
/// <param name="Return">Where the person wanted to go.</param>
/// <param name="Link">The signed-in person who links an account; null: somebody signs in.</param>
/// <param name="Invitation">The link by which the person joins.</param>
public sealed record SignOnFlow(string Provider, string State, string Nonce, string Verifier, string? Return, Guid? Link, string? Invitation)
{
    public string Challenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    internal static SignOnFlow New(string provider, string? back, Guid? link, string? invitation) =>
        new(provider, Secret(), Secret(), Secret(), back, link, invitation);

    internal bool IsState(string? given) => given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(State), Encoding.UTF8.GetBytes(given));

    // 43 characters: as long as the shortest verifier may be, and more than the 32 that VK asks of a state.
    private static string Secret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}

/// <summary>What arrived from a provider for a person who has no account yet: kept in the browser, sealed, until the person agrees and joins.</summary>
public sealed record Arrived(string Provider, OutsidePerson Person);

/// <summary>Cookies of the way, sealed and short-lived: nothing of it is kept here.</summary>
public sealed class SignOnCookies(IDataProtectionProvider protection)
{
    private const string FlowName = "earshot-sign-on";
    private const string ArrivedName = "earshot-arrived";
    private const string PendingName = "earshot-pending";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    internal void Keep(HttpContext http, SignOnFlow flow) => Write(http, FlowName, flow);

    internal SignOnFlow? Take(HttpContext http) => Take<SignOnFlow>(http, FlowName);

    internal void Keep(HttpContext http, Arrived arrived) => Write(http, ArrivedName, arrived);

    /// <summary>Who came from a provider and has not joined yet.</summary>
    public Arrived? Read(HttpContext http) => Read<Arrived>(http, ArrivedName);

    /// <summary>The person has joined.</summary>
    public static void Forget(HttpContext http) => Delete(http, ArrivedName);

    internal void KeepPending(HttpContext http, string pending) => Write(http, PendingName, pending);

    /// <summary>A sign-in by a provider that waits for the code of the authenticator.</summary>
    public string? ReadPending(HttpContext http) => Read<string>(http, PendingName);

    private T? Take<T>(HttpContext http, string name)
        where T : class
    {
        var found = Read<T>(http, name);
        Delete(http, name);
        return found;
    }

    private T? Read<T>(HttpContext http, string name)
        where T : class
    {
        try
        {
            return http.Request.Cookies[HostCookieManager.NameFor(http, name)] is { } text ? JsonSerializer.Deserialize<T>(Protector(name).Unprotect(text)) : null;
        }
        catch (Exception bad) when (bad is CryptographicException or JsonException)
        {
            return null; // too late, or not ours
        }
    }

    private void Write<T>(HttpContext http, string name, T value) =>
        http.Response.Cookies.Append(HostCookieManager.NameFor(http, name), Protector(name).Protect(JsonSerializer.Serialize(value), Life), Options(http));

    private static void Delete(HttpContext http, string name) => http.Response.Cookies.Delete(HostCookieManager.NameFor(http, name), Options(http));

    private ITimeLimitedDataProtector Protector(string name) => protection.CreateProtector("accounts.sign-on", name).ToTimeLimitedDataProtector();

    // Lax: the way back is a navigation from another site.
    private static CookieOptions Options(HttpContext http) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = Life, Path = "/", IsEssential = true };
}
