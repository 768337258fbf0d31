using System.Net.Http.Headers;
using System.Text.Json;

namespace Earshot.Platform.Kernel.Encryption;

/// <summary>Yandex Key Management Service, REST: <c>POST /kms/v1/keys/{keyId}:encrypt</c> and <c>:decrypt</c> with an IAM token.</summary>
internal sealed class YandexKms : IKeyServiceDialect
{
    public KeyServiceQuestion Seal(KeyServiceSettings settings, string plain, string context) =>
        new($"kms/v1/keys/{Uri.EscapeDataString(settings.Key)}:encrypt", new Dictionary<string, string> { ["plaintext"] = plain, ["aadContext"] = context }, IsOpening: false);

    public KeyServiceQuestion Open(KeyServiceSettings settings, string text, string context) =>
        new($"kms/v1/keys/{Uri.EscapeDataString(settings.Key)}:decrypt", new Dictionary<string, string> { ["ciphertext"] = text, ["aadContext"] = context }, IsOpening: true);

    public void Authorize(HttpRequestHeaders headers, string token) => headers.Authorization = new AuthenticationHeaderValue("Bearer", token);

    public string? Sealed(JsonElement answer) => Text(answer, "ciphertext");

    public string? Opened(JsonElement answer) => Text(answer, "plaintext");

    public string Rights(KeyServiceSettings settings) => "the role kms.keys.encrypterDecrypter on the key, and an IAM token lives twelve hours at most";

    private static string? Text(JsonElement answer, string name) =>
        answer.ValueKind is JsonValueKind.Object && answer.TryGetProperty(name, out var found) && found.ValueKind is JsonValueKind.String ? found.GetString() : null;
}
