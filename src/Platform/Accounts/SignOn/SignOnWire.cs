using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Earshot.Platform.Kernel.Egress;

namespace Earshot.Platform.Accounts.SignOn;

/// <summary>Asks a provider through the egress guard. Whatever goes wrong on the way is one thing to the person: sign-on did not work.</summary>
public sealed class SignOnWire(EgressClient egress)
{
    /// <returns>The JSON object of the answer; null when there is none, or it is an error (which some providers send with status 200).</returns>
    internal async Task<JsonElement?> AskAsync(SignOnProvider provider, HttpRequestMessage request, CancellationToken ct)
    {
        using var http = egress.For(provider.Destination, provider.Organization);
        try
        {
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
            using var answer = await http.SendAsync(request, ct);
            if (!answer.IsSuccessStatusCode)
            {
                return null;
            }

            using var json = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(ct));
            return json.RootElement is { ValueKind: JsonValueKind.Object } found && !found.TryGetProperty("error", out _) ? found.Clone() : null;
        }
        catch (Exception bad) when (bad is HttpRequestException or JsonException or IOException || (bad is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return null;
        }
    }

    internal Task<JsonElement?> GetAsync(SignOnProvider provider, Uri address, CancellationToken ct) =>
        AskAsync(provider, new HttpRequestMessage(HttpMethod.Get, address), ct);

    internal Task<JsonElement?> PostAsync(SignOnProvider provider, Uri address, IReadOnlyDictionary<string, string> form, bool withBasic, CancellationToken ct)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(form) };
        if (withBasic && provider.ClientSecret is { } secret)
        {
            // RFC 6749, 2.3.1: both parts are form-encoded first.
            var pair = Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(provider.ClientId)}:{Uri.EscapeDataString(secret)}");
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(pair));
        }

        return AskAsync(provider, request, ct);
    }

    /// <summary>A string of the answer; numbers count, too: some providers send their ids so.</summary>
    internal static string? Text(JsonElement json, string name, int longest = 1000) => json.TryGetProperty(name, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.String when value.GetString() is { Length: > 0 } text && text.Length <= longest => text,
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        }
        : null;
}
