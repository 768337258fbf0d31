using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Earshot.Platform.Kernel.Egress;

namespace Earshot.Platform.Kernel.Encryption;

/// <summary>
/// A key service of the operator under which the master key lies: it seals and opens 32 bytes, and its own key never leaves it. Each answer
/// that is not one becomes a sentence that says what to do.
/// </summary>
public sealed class KeyService(KeyServiceSettings settings, EgressClient egress)
{
    internal async Task<string> SealAsync(byte[] key, string context, CancellationToken ct)
    {
        var answer = await AskAsync(settings.Dialect.Seal(settings, Convert.ToBase64String(key), Context(context)), ct);
        return settings.Dialect.Sealed(answer) ?? throw Odd();
    }

    internal async Task<byte[]> OpenAsync(string text, string context, CancellationToken ct)
    {
        var answer = await AskAsync(settings.Dialect.Open(settings, text, Context(context)), ct);
        return settings.Dialect.Opened(answer) is { } plain ? Convert.FromBase64String(plain) : throw Odd();
    }

    private async Task<JsonElement> AskAsync(KeyServiceQuestion question, CancellationToken ct)
    {
        using var http = egress.For(KeyServiceSettings.Destination, null);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(settings.Address, question.Path)) { Content = JsonContent.Create(question.Body) };
        settings.Dialect.Authorize(request.Headers, settings.ReadToken());
        try
        {
            using var answer = await http.SendAsync(request, ct);
            return answer.IsSuccessStatusCode
                ? (await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(ct), default, ct)).RootElement
                : throw new KeyServiceException(Advice(answer.StatusCode, question.IsOpening));
        }
        catch (Exception away) when (away is HttpRequestException or IOException || (away is OperationCanceledException && !ct.IsCancellationRequested))
        {
            throw new KeyServiceException($"The key service at {settings.Address.OriginalString} does not answer, so the master key can't be opened. Check that it runs and that this machine may reach it (EARSHOT_KMS_URL).", away);
        }
        catch (JsonException odd)
        {
            throw new KeyServiceException(Odd().Message, odd);
        }
    }

    private string Advice(HttpStatusCode status, bool isOpening) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
            $"The key service refused the token ({((int)status).ToString(CultureInfo.InvariantCulture)}). Renew EARSHOT_KMS_TOKEN or the file EARSHOT_KMS_TOKEN_FILE; the token needs {settings.Dialect.Rights(settings)}.",
        HttpStatusCode.NotFound => $"The key service does not know the key '{settings.Key}'. Check EARSHOT_KMS_KEY.",
        HttpStatusCode.BadRequest when isOpening =>
            $"The key service can't open the sealed master key with its key '{settings.Key}'. Set EARSHOT_KMS_KEY to the key it was sealed with, and check that no version of that key was destroyed.",
        HttpStatusCode.ServiceUnavailable => "The key service is sealed or in maintenance (503). Unseal it (vault operator unseal), then start again.",
        _ => $"The key service answered {((int)status).ToString(CultureInfo.InvariantCulture)}. Look at its log, then start again.",
    };

    private KeyServiceException Odd() => new($"What answers at {settings.Address.OriginalString} is not the key service that EARSHOT_KMS names. Check EARSHOT_KMS_URL.");

    // Another line of the file, or another use of the same key, does not open.
    private static string Context(string id) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"earshot master key {id}"));
}

/// <summary>The master key can't be opened; the message says what to do.</summary>
public sealed class KeyServiceException(string message, Exception? inner = null) : CryptographicException(message, inner);

/// <summary>What is asked of a key service.</summary>
/// <param name="Path">Below its address.</param>
/// <param name="Body">Names and values of the JSON.</param>
/// <param name="IsOpening">Whether it is to open.</param>
public sealed record KeyServiceQuestion(string Path, IReadOnlyDictionary<string, string> Body, bool IsOpening);

/// <summary>How one kind of key service is spoken to.</summary>
public interface IKeyServiceDialect
{
    KeyServiceQuestion Seal(KeyServiceSettings settings, string plain, string context);

    KeyServiceQuestion Open(KeyServiceSettings settings, string text, string context);

    void Authorize(HttpRequestHeaders headers, string token);

    string? Sealed(JsonElement answer);

    string? Opened(JsonElement answer);

    /// <summary>What a token must be allowed to do, in the words of the service.</summary>
    string Rights(KeyServiceSettings settings);
}
