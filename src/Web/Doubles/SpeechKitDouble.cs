using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Earshot.Web.Doubles;

/// <summary>
/// Behaves like Yandex SpeechKit v3's asynchronous interface: an operation that is pending for a while, a stream of events as the
/// result, a copy that lives three days or until it is deleted.
/// </summary>
internal sealed class SpeechKitDouble(TimeProvider clock)
{
    private static readonly TimeSpan ResultLife = TimeSpan.FromDays(3);
    private const int MaxBody = 60 << 20;
    private readonly ConcurrentDictionary<string, Operation> operations = [];

    /// <summary>What it does instead of answering.</summary>
    public DoubleMood Mood { get; } = new();

    /// <summary>What it pretends to hear.</summary>
    public SpeechScript Script { get; } = new();

    /// <summary>How often an operation is asked for before it is done.</summary>
    public int PendingPolls { get; set; } = 2;

    /// <summary>Operations whose copy is still kept.</summary>
    public IReadOnlyCollection<string> Kept => [.. operations.Keys];

    /// <summary>Adds the double's routes.</summary>
    public static SpeechKitDouble Map(IEndpointRouteBuilder routes, TimeProvider? clock = null)
    {
        var speechKit = new SpeechKitDouble(clock ?? TimeProvider.System);
        var group = routes.MapGroup(string.Empty).AddEndpointFilter(speechKit.Mood.FilterAsync);
        group.MapPost("/stt/v3/recognizeFileAsync", speechKit.StartAsync);
        group.MapGet("/operations/{id}", speechKit.Poll);
        group.MapGet("/stt/v3/getRecognition", speechKit.Result);
        group.MapDelete("/stt/v3/deleteRecognition", speechKit.Delete);
        return speechKit;
    }

    private async Task<IResult> StartAsync(HttpRequest request, CancellationToken ct)
    {
        if (Refusal(request) is { } refusal)
        {
            return refusal;
        }

        if (request.ContentLength > MaxBody)
        {
            return Error(StatusCodes.Status413PayloadTooLarge, 8, "Request body is too large.");
        }

        try
        {
            using var json = await JsonDocument.ParseAsync(request.Body, cancellationToken: ct);
            return Start(json.RootElement);
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            return Error(StatusCodes.Status400BadRequest, 3, "Request is not valid.");
        }
    }

    private IResult Start(JsonElement request)
    {
        if (request.TryGetProperty("content", out var content) == request.TryGetProperty("uri", out _))
        {
            return Error(StatusCodes.Status400BadRequest, 3, "Exactly one of content and uri is needed.");
        }

        var model = request.GetProperty("recognitionModel");
        if (model.GetProperty("model").GetString() is not ("general" or "general:rc" or "general:deprecated" or "deferred-general"))
        {
            return Error(StatusCodes.Status400BadRequest, 3, "Unknown model.");
        }

        if (model.GetProperty("languageRestriction").GetProperty("restrictionType").GetString() is not ("WHITELIST" or "BLACKLIST"))
        {
            return Error(StatusCodes.Status400BadRequest, 3, "Unknown restriction type.");
        }

        var language = model.GetProperty("languageRestriction").GetProperty("languageCode")[0].GetString() ?? "ru-RU";
        var words = Script.Hear(language[..2], Seconds(model.GetProperty("audioFormat"), content.GetBytesFromBase64().Length));
        var id = $"f8d{Guid.CreateVersion7():N}"[..20];
        operations[id] = new Operation(words, clock.GetUtcNow());
        return Results.Json(Describe(id, operations[id], done: false));
    }

    private static double Seconds(JsonElement format, int bytes)
    {
        var raw = format.GetProperty("rawAudio");
        if (raw.GetProperty("audioEncoding").GetString() != "LINEAR16_PCM")
        {
            throw new FormatException();
        }

        var rate = int.Parse(raw.GetProperty("sampleRateHertz").GetString() ?? "0", CultureInfo.InvariantCulture);
        var channels = int.Parse(raw.GetProperty("audioChannelCount").GetString() ?? "0", CultureInfo.InvariantCulture);
        return (double)bytes / (2 * rate * channels);
    }

    private IResult Poll(string id, HttpRequest request) =>
        Refusal(request) ?? (operations.TryGetValue(id, out var operation)
            ? Results.Json(Describe(id, operation, operation.Ask() > PendingPolls))
            : Error(StatusCodes.Status404NotFound, 5, "Operation is not found."));

    private IResult Result(string operationId, HttpRequest request)
    {
        if (Refusal(request) is { } refusal)
        {
            return refusal;
        }

        return operations.TryGetValue(operationId, out var operation) && operation.IsDone && clock.GetUtcNow() - operation.Created < ResultLife
            ? Results.Text(Events(operation), "application/json")
            : Error(StatusCodes.Status404NotFound, 5, "Operation data is not found.");
    }

    private IResult Delete(string operationId, HttpRequest request) =>
        Refusal(request) ?? (operations.TryRemove(operationId, out _) ? Results.Json(new { }) : Error(StatusCodes.Status404NotFound, 5, "Operation data is not found."));

    private string Events(Operation operation)
    {
        var lines = new StringBuilder();
        foreach (var (index, phrase) in operation.Words.Chunk(8).Index())
        {
            foreach (var happened in Phrase(index, phrase).SelectMany(line => Enumerable.Repeat(line, Mood.Repeats ? 2 : 1)))
            {
                lines.Append(JsonSerializer.Serialize(new { result = happened })).Append('\n');
            }
        }

        return lines.ToString();
    }

    // A phrase comes as final, finalRefinement, eouUpdate; 64-bit numbers are strings.
    private static IEnumerable<object> Phrase(int index, ScriptedWord[] words)
    {
        var text = string.Join(' ', words.Select(word => word.Text));
        var alternative = new
        {
            words = words.Select(word => new { text = word.Text, startTimeMs = Milliseconds(word.Start), endTimeMs = Milliseconds(word.End) }),
            text,
            startTimeMs = Milliseconds(words[0].Start),
            endTimeMs = Milliseconds(words[^1].End),
            confidence = 0,
        };
        var cursors = new { finalIndex = index.ToString(CultureInfo.InvariantCulture), finalTimeMs = Milliseconds(words[^1].End) };
        yield return new { audioCursors = cursors, final = new { alternatives = new[] { alternative } }, channelTag = "0" };
        yield return new { audioCursors = cursors, finalRefinement = new { finalIndex = cursors.finalIndex, normalizedText = new { alternatives = new[] { alternative } } }, channelTag = "0" };
        yield return new { audioCursors = cursors, eouUpdate = new { timeMs = cursors.finalTimeMs }, channelTag = "0" };
    }

    private static string Milliseconds(double seconds) => ((long)Math.Round(seconds * 1000)).ToString(CultureInfo.InvariantCulture);

    private static IResult? Refusal(HttpRequest request)
    {
        var authorization = request.Headers.Authorization.ToString();
        var isKnown = authorization.StartsWith("Bearer ", StringComparison.Ordinal) || authorization.StartsWith("Api-Key ", StringComparison.Ordinal);
        return isKnown && !authorization.EndsWith(' ') ? null : Error(StatusCodes.Status401Unauthorized, 16, "The token is invalid.");
    }

    private static object Describe(string id, Operation operation, bool done)
    {
        var created = operation.Created.ToString("O", CultureInfo.InvariantCulture);
        return done
            ? new { id, description = "STT v3 async recognition", createdAt = created, createdBy = "double", modifiedAt = created, done, response = new { } }
            : new { id, description = "STT v3 async recognition", createdAt = created, createdBy = "double", modifiedAt = created, done };
    }

    private static IResult Error(int status, int code, string message) =>
        Results.Json(new { error = new { grpcCode = code, httpCode = status, message, httpStatus = string.Empty, details = Array.Empty<object>() } }, statusCode: status);

    private sealed class Operation(IReadOnlyList<ScriptedWord> words, DateTimeOffset created)
    {
        private int polls;

        public IReadOnlyList<ScriptedWord> Words { get; } = words;

        public DateTimeOffset Created { get; } = created;

        public bool IsDone => polls > 0;

        public int Ask() => Interlocked.Increment(ref polls);
    }
}
