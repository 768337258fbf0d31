using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Earshot.Web.Doubles.SignOn;

/// <param name="Redirect">As it was on the way out.</param>
/// <param name="Challenge">PKCE, S256; null: none was given.</param>
internal sealed record GivenCode(string Client, string Redirect, string? Challenge, string? Nonce, string? Device, DateTimeOffset At, DoublePerson Person);

/// <summary>Authorization codes of a double: good once, for ten minutes, with the verifier of their challenge; access tokens beside them.</summary>
internal sealed class GivenCodes(TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, GivenCode> codes = [];
    private readonly ConcurrentDictionary<string, DoublePerson> tokens = [];

    public string Give(GivenCode code)
    {
        var text = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(18));
        codes[text] = code with { At = clock.GetUtcNow() };
        return text;
    }

    /// <returns>Null: unknown, used before, too old, or the verifier does not fit.</returns>
    public GivenCode? Spend(string? text, string? verifier) =>
        text is not null && codes.TryRemove(text, out var code) && clock.GetUtcNow() - code.At < Life && Fits(code.Challenge, verifier) ? code : null;

    public string Token(DoublePerson person)
    {
        var text = "y0_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        tokens[text] = person;
        return text;
    }

    public DoublePerson? Holder(string token) => tokens.GetValueOrDefault(token);

    private static bool Fits(string? challenge, string? verifier) => challenge is null
        ? string.IsNullOrEmpty(verifier)
        : verifier is { Length: >= 43 and <= 128 } && Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))) == challenge;
}
