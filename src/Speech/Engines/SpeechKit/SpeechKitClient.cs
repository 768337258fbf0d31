using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Earshot.Speech.Engines.Remote;

namespace Earshot.Speech.Engines.SpeechKit;

/// <summary>The four calls of SpeechKit's asynchronous interface.</summary>
internal sealed class SpeechKitClient(HttpClient http, SpeechKitOptions options)
{
    private const int Attempts = 3;

    /// <summary>Sends a recording.</summary>
    /// <returns>Id of the operation, by which its copy is read and deleted.</returns>
    public async Task<string> StartAsync(ReadOnlyMemory<float> samples, int sampleRate, string language, CancellationToken ct)
    {
        var body = StartRequest.Body(samples.Span, sampleRate, language, options.Model);
        try
        {
            using var request = await NewAsync(HttpMethod.Post, new Uri(options.BaseAddress, "/stt/v3/recognizeFileAsync"), ct);
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            var answer = CallService.Succeeded(await CallService.SendAsync(http, request, options.Patience, ct));
            return Text(answer, "id") ?? throw Unreadable();
        }
        finally
        {
            Array.Clear(body);
        }
    }

    public async Task<bool> IsDoneAsync(string operation, CancellationToken ct)
    {
        var answer = CallService.Succeeded(await AskAsync(HttpMethod.Get, new Uri(options.OperationsAddress, $"/operations/{Uri.EscapeDataString(operation)}"), ct));
        using var json = Parse(answer);
        if (json.RootElement.TryGetProperty("error", out _))
        {
            throw new SpeechEngineException(SpeechFailure.EngineFailed, "SpeechKit could not recognise the recording.");
        }

        return json.RootElement.TryGetProperty("done", out var done) && done.ValueKind is JsonValueKind.True;
    }

    public async Task<byte[]> ResultAsync(string operation, CancellationToken ct)
    {
        var answer = await AskAsync(HttpMethod.Get, Recording("getRecognition", operation), ct);
        return answer.Status is HttpStatusCode.NotFound
            ? throw new SpeechEngineException(SpeechFailure.EngineFailed, "SpeechKit no longer has the result: send the recording again.")
            : CallService.Succeeded(answer).Body;
    }

    /// <returns>True when the copy is gone, by this call or before it.</returns>
    public async Task<bool> DeleteAsync(string operation, CancellationToken ct)
    {
        try
        {
            var answer = await AskAsync(HttpMethod.Delete, Recording("deleteRecognition", operation), ct);
            return answer.Status is HttpStatusCode.OK or HttpStatusCode.NoContent or HttpStatusCode.NotFound;
        }
        catch (SpeechEngineException)
        {
            return false;
        }
    }

    private Uri Recording(string call, string operation) => new(options.BaseAddress, $"/stt/v3/{call}?operationId={Uri.EscapeDataString(operation)}");

    // Asking and deleting can be repeated without harm; starting cannot, because each start makes a copy.
    private async Task<ServiceAnswer> AskAsync(HttpMethod method, Uri address, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var request = await NewAsync(method, address, ct);
            var answer = await CallService.SendAsync(http, request, options.AnswerPatience, ct);
            var isPassing = answer.Status is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;
            if (!isPassing || attempt == Attempts)
            {
                return answer;
            }

            await Task.Delay(answer.RetryAfter ?? (options.PollEvery * attempt), options.Clock, ct);
        }
    }

    private async Task<HttpRequestMessage> NewAsync(HttpMethod method, Uri address, CancellationToken ct)
    {
        var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = options.IamToken is { } token
            ? new AuthenticationHeaderValue("Bearer", await token(ct))
            : new AuthenticationHeaderValue("Api-Key", options.ApiKey);
        if (options.FolderId is { } folder)
        {
            request.Headers.Add("x-folder-id", folder);
        }

        // The provider may otherwise keep requests to improve its service.
        request.Headers.Add("x-data-logging-enabled", "false");
        return request;
    }

    private static string? Text(ServiceAnswer answer, string name)
    {
        using var json = Parse(answer);
        return json.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
    }

    private static JsonDocument Parse(ServiceAnswer answer)
    {
        try
        {
            return JsonDocument.Parse(answer.Body);
        }
        catch (JsonException)
        {
            throw Unreadable();
        }
    }

    private static SpeechEngineException Unreadable() => new(SpeechFailure.EngineFailed, "SpeechKit answered something else than an operation.");
}
