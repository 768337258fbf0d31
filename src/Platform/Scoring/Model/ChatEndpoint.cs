using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Earshot.Platform.Kernel.Egress;
using Microsoft.Extensions.AI;

namespace Earshot.Platform.Scoring.Model;

/// <summary>The model could not answer. The reason is a name, without anything of the call.</summary>
public sealed class ModelException(string reason, bool mayPass) : Exception(reason)
{
    /// <summary>True when the same question may be answered later.</summary>
    public bool MayPass { get; } = mayPass;
}

/// <summary>Any server that speaks <c>/v1/chat/completions</c>: Ollama, vLLM, hosted ones. Retries what may pass, within the patience of the egress guard.</summary>
/// <param name="http">A client of the egress guard.</param>
/// <param name="settings">Where it is.</param>
/// <param name="clock">Waits between attempts.</param>
internal sealed class ChatEndpoint(HttpClient http, ModelSettings settings, TimeProvider clock) : IChatClient
{
    private const int Attempts = 3;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var body = Body([.. messages], options ?? new ChatOptions());
        for (var attempt = 1; ; attempt++)
        {
            using var response = await SendAsync(body, cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return await ReadAsync(response, cancellationToken);
            }

            if (!MayPass(response.StatusCode) || attempt == Attempts)
            {
                throw new ModelException(FormattableString.Invariant($"model_status_{(int)response.StatusCode}"), MayPass(response.StatusCode));
            }

            await Task.Delay(Wait(response, attempt), clock, cancellationToken);
        }
    }

    /// <summary>The whole answer at once: nobody watches it being written.</summary>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(object body, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(settings.Address, "/v1/chat/completions")) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = settings.Key is null ? null : new AuthenticationHeaderValue("Bearer", settings.Key);
        try
        {
            return await http.SendAsync(request, ct);
        }
        catch (HttpRequestException failed) when (failed is not EgressRefusedException)
        {
            throw new ModelException("model_unreachable", mayPass: true);
        }
    }

    private Dictionary<string, object> Body(List<ChatMessage> messages, ChatOptions options)
    {
        var body = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["model"] = settings.Name,
            ["messages"] = messages.Select(message => new { role = message.Role.Value, content = message.Text }),
            ["temperature"] = options.Temperature ?? 0,
        };
        if (options.MaxOutputTokens is { } most)
        {
            body["max_tokens"] = most;
        }

        if (options.ResponseFormat is ChatResponseFormatJson { Schema: { } schema } format)
        {
            body["response_format"] = new { type = "json_schema", json_schema = new { name = format.SchemaName ?? "answer", strict = true, schema } };
        }

        return body;
    }

    private static async Task<ChatResponse> ReadAsync(HttpResponseMessage response, CancellationToken ct)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(ct), cancellationToken: ct);
            var root = document.RootElement;
            var text = root.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString() ?? string.Empty;
            return new ChatResponse(new ChatMessage(ChatRole.Assistant, text))
            {
                ModelId = root.TryGetProperty("model", out var model) ? model.GetString() : null,
                Usage = root.TryGetProperty("usage", out var usage) ? UsageOf(usage) : null,
            };
        }
        catch (Exception failed) when (failed is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException or HttpRequestException)
        {
            throw new ModelException("model_answer_unreadable", mayPass: true);
        }
    }

    private static UsageDetails UsageOf(JsonElement usage) => new()
    {
        InputTokenCount = usage.TryGetProperty("prompt_tokens", out var read) ? read.GetInt64() : null,
        OutputTokenCount = usage.TryGetProperty("completion_tokens", out var written) ? written.GetInt64() : null,
    };

    private static bool MayPass(HttpStatusCode status) => status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout || (int)status >= 500;

    private TimeSpan Wait(HttpResponseMessage response, int attempt)
    {
        var asked = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - clock.GetUtcNow(),
            _ => TimeSpan.FromSeconds(attempt),
        };
        return asked < TimeSpan.Zero ? TimeSpan.Zero : asked > LongestWait ? LongestWait : asked;
    }
}
