using System.Net;
using System.Net.Http.Headers;

namespace Earshot.Speech.Engines.Remote;

/// <summary>Sends one request to a recognition service and turns everything that can go wrong into a named failure. Never repeats what the service answered: it can hold what was said.</summary>
internal static class CallService
{
    /// <summary>Sends and reads the whole answer within the given time, however slowly its body comes.</summary>
    public static async Task<ServiceAnswer> SendAsync(HttpClient http, HttpRequestMessage request, TimeSpan patience, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        stop.CancelAfter(patience);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop.Token);
            var body = await response.Content.ReadAsByteArrayAsync(stop.Token);
            return new ServiceAnswer(response.StatusCode, body, Delay(response.Headers.RetryAfter));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new SpeechEngineException(SpeechFailure.EngineTimedOut, Invariant($"The recognition service did not answer in {patience.TotalSeconds:0} s."));
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException)
        {
            throw new SpeechEngineException(SpeechFailure.EngineFailed, "The recognition service could not be reached.", failed);
        }
    }

    /// <summary>Throws the failure that a status stands for.</summary>
    public static ServiceAnswer Succeeded(ServiceAnswer answer) => answer.Status switch
    {
        >= HttpStatusCode.OK and < HttpStatusCode.Ambiguous => answer,
        HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable =>
            throw new SpeechEngineException(SpeechFailure.EngineBusy, "The recognition service has reached its limit.") { RetryAfter = answer.RetryAfter },
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
            throw new SpeechEngineException(SpeechFailure.EngineFailed, "The recognition service refused the key: check it in the settings."),
        HttpStatusCode.RequestEntityTooLarge => throw new SpeechEngineException(SpeechFailure.TooLong, "The recognition service takes shorter recordings only."),
        var status => throw new SpeechEngineException(SpeechFailure.EngineFailed, Invariant($"The recognition service answered {(int)status}.")),
    };

    private static TimeSpan? Delay(RetryConditionHeaderValue? header) => header?.Delta;
}

/// <summary>What a service answered.</summary>
internal sealed record ServiceAnswer(HttpStatusCode Status, byte[] Body, TimeSpan? RetryAfter);
