using System.Collections.Concurrent;
using System.Globalization;

namespace Earshot.Web.Doubles;

/// <summary>What a double does instead of answering, and what it was asked: each request can be told to fail, to be slow, or to answer twice.</summary>
internal sealed class DoubleMood
{
    private readonly ConcurrentQueue<int> failures = [];

    /// <summary>Every request: method and path, and its headers.</summary>
    public ConcurrentQueue<(string Request, IReadOnlyDictionary<string, string> Headers)> Seen { get; } = [];

    /// <summary>Answers begin, stay silent for so long, and end without having said anything.</summary>
    public TimeSpan Slowness { get; set; }

    /// <summary>Each event of a result comes twice.</summary>
    public bool Repeats { get; set; }

    /// <summary>The next requests get these statuses.</summary>
    public void FailNext(params int[] statuses) => Array.ForEach(statuses, failures.Enqueue);

    /// <summary>Filter for the double's routes.</summary>
    public async ValueTask<object?> FilterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        Seen.Enqueue(($"{http.Request.Method} {http.Request.Path}", http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        if (failures.TryDequeue(out var status))
        {
            http.Response.Headers.RetryAfter = status == StatusCodes.Status429TooManyRequests ? 1.ToString(CultureInfo.InvariantCulture) : default(string);
            return Results.Json(new { code = 13, message = "told to fail", error = new { message = "told to fail", type = "server_error" } }, statusCode: status);
        }

        if (Slowness > TimeSpan.Zero)
        {
            await http.Response.WriteAsync(" ", http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await Task.Delay(Slowness, http.RequestAborted);
            return Results.Empty;
        }

        return await next(context);
    }
}
