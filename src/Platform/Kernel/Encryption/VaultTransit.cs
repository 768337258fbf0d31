using System.Net.Http.Headers;
using System.Text.Json;

namespace Earshot.Platform.Kernel.Encryption;

/// <summary>HashiCorp Vault's transit engine: <c>POST /v1/{mount}/encrypt/{name}</c> and <c>/decrypt/</c> with <c>X-Vault-Token</c>.</summary>
internal sealed class VaultTransit : IKeyServiceDialect
{
    public KeyServiceQuestion Seal(KeyServiceSettings settings, string plain, string context) =>
        new(Path(settings, "encrypt"), new Dictionary<string, string> { ["plaintext"] = plain, ["associated_data"] = context }, IsOpening: false);

    public KeyServiceQuestion Open(KeyServiceSettings settings, string text, string context) =>
        new(Path(settings, "decrypt"), new Dictionary<string, string> { ["ciphertext"] = text, ["associated_data"] = context }, IsOpening: true);

    public void Authorize(HttpRequestHeaders headers, string token)
    {
        headers.Add("X-Vault-Token", token);
        headers.Add("X-Vault-Request", "true");
    }

    public string? Sealed(JsonElement answer) => Text(answer, "ciphertext");

    public string? Opened(JsonElement answer) => Text(answer, "plaintext");

    public string Rights(KeyServiceSettings settings) => $"a policy with the capability update on {Path(settings, "encrypt")[3..]} and {Path(settings, "decrypt")[3..]}";

    private static string Path(KeyServiceSettings settings, string verb) => $"v1/{settings.Mount}/{verb}/{Uri.EscapeDataString(settings.Key)}";

    private static string? Text(JsonElement answer, string name) =>
        answer.ValueKind is JsonValueKind.Object && answer.TryGetProperty("data", out var data) && data.ValueKind is JsonValueKind.Object
        && data.TryGetProperty(name, out var found) && found.ValueKind is JsonValueKind.String ? found.GetString() : null;
}
