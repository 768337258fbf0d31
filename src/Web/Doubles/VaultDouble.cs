using System.Globalization;
using System.Text.Json.Serialization;

namespace Earshot.Web.Doubles;

/// <summary>
/// Behaves like the transit engine of HashiCorp Vault: a token in <c>X-Vault-Token</c>, ciphertexts <c>vault:vN:…</c>, keys with versions
/// and a least version that opens, 503 while it is sealed, errors as a list of texts. Unlike Vault it makes no key on first use: policies of
/// production do not allow that either.
/// </summary>
internal sealed class VaultDouble(string key, string token)
{
    /// <summary>Versions of the key.</summary>
    public KeyVersions Key { get; } = new();

    /// <summary>Whether it waits to be unsealed.</summary>
    public bool IsSealed { get; set; }

    /// <summary>What it does instead of answering.</summary>
    public DoubleMood Mood { get; } = new();

    public VaultDouble Map(IEndpointRouteBuilder routes)
    {
        var vault = routes.MapGroup("").DisableAntiforgery().AddEndpointFilter(Mood.FilterAsync);
        vault.MapPost("/v1/transit/encrypt/{name}", (string name, Message message, HttpRequest request) => Guard(name, request) ?? Encrypt(message));
        vault.MapPost("/v1/transit/decrypt/{name}", (string name, Message message, HttpRequest request) => Guard(name, request) ?? Decrypt(message));
        vault.MapPost("/v1/transit/rewrap/{name}", (string name, Message message, HttpRequest request) => Guard(name, request) ?? Rewrap(message));
        vault.MapPost("/v1/transit/keys/{name}/rotate", (string name, HttpRequest request) => Guard(name, request) ?? Rotate());
        return this;
    }

    private IResult? Guard(string name, HttpRequest request) => this switch
    {
        { IsSealed: true } => Failed(503, "Vault is sealed"),
        _ when request.Headers["X-Vault-Token"] != token => Failed(403, "permission denied"),
        _ when name != key => Failed(404, "encryption key not found"),
        _ => null,
    };

    private IResult Encrypt(Message message) => (KeyVersions.Base64(message.Plaintext), KeyVersions.Base64(message.AssociatedData ?? "")) switch
    {
        (null, _) => Failed(400, "missing plaintext to encrypt"),
        (_, null) => Failed(400, "failed to base64-decode associated_data"),
        var (plain, context) => Sealed(plain, context),
    };

    private IResult Decrypt(Message message) => Open(message) is { } plain
        ? Answer(new { plaintext = Convert.ToBase64String(plain) })
        : Failed(400, "cipher: message authentication failed");

    private IResult Rewrap(Message message) => Open(message) is { } plain
        ? Sealed(plain, KeyVersions.Base64(message.AssociatedData ?? "") ?? [])
        : Failed(400, "cipher: message authentication failed");

    private IResult Sealed(byte[] plain, byte[] context) => Answer(new
    {
        ciphertext = string.Create(CultureInfo.InvariantCulture, $"vault:v{Key.Newest}:{Convert.ToBase64String(Key.Seal(plain, context))}"),
        key_version = Key.Newest,
    });

    private IResult Rotate()
    {
        Key.Rotate();
        return Results.NoContent();
    }

    private byte[]? Open(Message message) =>
        message.Ciphertext?.Split(':') is ["vault", ['v', .. var number], var text] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
        && KeyVersions.Base64(text) is { } bytes && KeyVersions.Base64(message.AssociatedData ?? "") is { } context
        ? Key.Open(version, bytes, context)
        : null;

    private static IResult Answer(object data) => Results.Json(new { request_id = Guid.CreateVersion7(), lease_id = "", renewable = false, lease_duration = 0, data });

    private static IResult Failed(int status, string error) => Results.Json(new { errors = new[] { error } }, statusCode: status);

    internal sealed record Message(
        [property: JsonPropertyName("plaintext")] string? Plaintext, [property: JsonPropertyName("ciphertext")] string? Ciphertext,
        [property: JsonPropertyName("associated_data")] string? AssociatedData);
}
