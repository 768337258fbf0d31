using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;

namespace Earshot.Web.Doubles;

/// <summary>
/// Behaves like Yandex Key Management Service over REST: an IAM token as bearer, one known key, bytes in base64, a context that must be the
/// same for opening, and errors in the shape of google.rpc.Status.
/// </summary>
internal sealed class YandexKmsDouble(string keyId, string token)
{
    private const int LongestPlain = 32 * 1024;

    /// <summary>Versions of the key.</summary>
    public KeyVersions Key { get; } = new();

    /// <summary>What it does instead of answering.</summary>
    public DoubleMood Mood { get; } = new();

    public YandexKmsDouble Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/kms/v1/keys/{call}", (string call, Message message, HttpRequest request) => Answer(call, message, request)).DisableAntiforgery().AddEndpointFilter(Mood.FilterAsync);
        return this;
    }

    // In the path the id and the verb are one segment: {keyId}:encrypt.
    private IResult Answer(string call, Message message, HttpRequest request)
    {
        if (request.Headers.Authorization.ToString() is not { Length: > 7 } given || !given.StartsWith("Bearer ", StringComparison.Ordinal))
        {
            return Failed(401, 16, "The token is missing or of another kind.");
        }

        if (given[7..] != token)
        {
            return Failed(403, 7, "Permission denied");
        }

        return call.Split(':') switch
        {
            [var key, "encrypt" or "decrypt"] when key != keyId => Failed(404, 5, $"Symmetric key {key} not found"),
            [_, "encrypt"] => Encrypt(message),
            [_, "decrypt"] => Decrypt(message),
            _ => Failed(404, 5, "Not found"),
        };
    }

    private IResult Encrypt(Message message) => (KeyVersions.Base64(message.Plaintext), KeyVersions.Base64(message.AadContext ?? "")) switch
    {
        (null or [], _) => Failed(400, 3, "plaintext: Field is required"),
        ({ Length: > LongestPlain }, _) => Failed(400, 3, "plaintext: Length must be less than or equal to 32768"),
        (_, null) => Failed(400, 3, "aadContext: not base64"),
        var (plain, context) => Results.Json(new
        {
            keyId,
            versionId = Version(Key.Newest),
            ciphertext = Convert.ToBase64String([.. Encoding.ASCII.GetBytes(Version(Key.Newest)), .. Key.Seal(plain, context)]),
        }),
    };

    private IResult Decrypt(Message message)
    {
        var (text, context) = (KeyVersions.Base64(message.Ciphertext), KeyVersions.Base64(message.AadContext ?? ""));
        if (text is null or [] || context is null)
        {
            return Failed(400, 3, "ciphertext: Field is required");
        }

        var length = Version(1).Length;
        var version = text.Length > length ? Array.FindIndex([.. Enumerable.Range(1, Key.Newest)], number => text.AsSpan().StartsWith(Encoding.ASCII.GetBytes(Version(number)))) + 1 : 0;
        return version > 0 && Key.Open(version, text.AsSpan(length), context) is { } plain
            ? Results.Json(new { keyId, versionId = Version(version), plaintext = Convert.ToBase64String(plain) })
            : Failed(400, 3, "Decryption failed");
    }

    private static string Version(int number) => string.Create(CultureInfo.InvariantCulture, $"abjversion{number:d10}");

    private static IResult Failed(int status, int code, string message) => Results.Json(new { code, message, details = Array.Empty<string>() }, statusCode: status);

    internal sealed record Message(
        [property: JsonPropertyName("plaintext")] string? Plaintext, [property: JsonPropertyName("ciphertext")] string? Ciphertext, [property: JsonPropertyName("aadContext")] string? AadContext);
}
