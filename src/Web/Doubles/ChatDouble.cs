using System.Collections.Concurrent;
using System.Text.Json;

namespace Earshot.Web.Doubles;

/// <summary>
/// Behaves like an OpenAI-compatible <c>/v1/chat/completions</c>: errors, limits, usage and JSON schemas included. It answers assessments by
/// looking for words of the question in the conversation, and it is gullible: when it reads an instruction, it obeys.
/// </summary>
internal sealed class ChatDouble
{
    /// <summary>The model that it has.</summary>
    public const string Model = "rehearsal";

    private const int LettersPerToken = 4;
    private const int MostTokens = 32_768;
    private readonly ConcurrentQueue<string> scripted = [];

    /// <summary>What it does instead of answering.</summary>
    public DoubleMood Mood { get; } = new();

    /// <summary>The bodies of all requests.</summary>
    public ConcurrentQueue<string> Bodies { get; } = [];

    /// <summary>The next answers are these, whatever was asked.</summary>
    public void AnswerNext(params string[] answers) => Array.ForEach(answers, scripted.Enqueue);

    /// <summary>Adds the double's route.</summary>
    public static ChatDouble Map(IEndpointRouteBuilder routes)
    {
        var chat = new ChatDouble();
        routes.MapPost("/v1/chat/completions", chat.CompleteAsync).DisableAntiforgery().AddEndpointFilter(chat.Mood.FilterAsync);
        return chat;
    }

    private async Task<IResult> CompleteAsync(HttpRequest request, CancellationToken ct)
    {
        if (!request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.Ordinal))
        {
            return Error(StatusCodes.Status401Unauthorized, "You didn't provide an API key.", null, "invalid_api_key");
        }

        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync(ct);
        Bodies.Enqueue(body);
        try
        {
            using var document = JsonDocument.Parse(body);
            return Refusal(document.RootElement) ?? Answer(document.RootElement, body);
        }
        catch (JsonException)
        {
            return Error(StatusCodes.Status400BadRequest, "We could not parse the JSON body of your request.", null, null);
        }
    }

    private static IResult? Refusal(JsonElement asked) => asked switch
    {
        _ when !asked.TryGetProperty("model", out var model) => Error(StatusCodes.Status400BadRequest, "you must provide a model parameter", "model", "missing_required_parameter"),
        _ when asked.GetProperty("model").GetString() != Model => Error(StatusCodes.Status404NotFound, "The model does not exist or you do not have access to it.", "model", "model_not_found"),
        _ when !asked.TryGetProperty("messages", out var messages) || messages.ValueKind != JsonValueKind.Array || messages.GetArrayLength() == 0 =>
            Error(StatusCodes.Status400BadRequest, "[] is too short - 'messages'", "messages", "invalid_value"),
        _ when asked.GetRawText().Length / LettersPerToken > MostTokens =>
            Error(StatusCodes.Status400BadRequest, $"This model's maximum context length is {MostTokens} tokens.", "messages", "context_length_exceeded"),
        _ when asked.TryGetProperty("response_format", out var format) && !IsSchema(format) =>
            Error(StatusCodes.Status400BadRequest, "Invalid schema for response_format.", "response_format", "invalid_value"),
        _ => null,
    };

    // Strict schemas need every property to be required and no other allowed.
    private static bool IsSchema(JsonElement format) =>
        format.TryGetProperty("json_schema", out var named) && named.TryGetProperty("name", out _) && named.TryGetProperty("schema", out var schema)
        && schema.GetProperty("additionalProperties").ValueKind == JsonValueKind.False
        && schema.GetProperty("required").GetArrayLength() == schema.GetProperty("properties").EnumerateObject().Count();

    private IResult Answer(JsonElement asked, string body)
    {
        var text = scripted.TryDequeue(out var next) ? next : Assess(asked.GetProperty("messages")[1].GetProperty("content").GetString() ?? "{}");
        return Results.Json(new
        {
            id = "chatcmpl-rehearsal",
            @object = "chat.completion",
            created = 0,
            model = Model,
            choices = new[] { new { index = 0, message = new { role = "assistant", content = text, refusal = default(string) }, finish_reason = "stop" } },
            usage = new { prompt_tokens = body.Length / LettersPerToken, completion_tokens = text.Length / LettersPerToken, total_tokens = (body.Length + text.Length) / LettersPerToken },
        });
    }

    private static string Assess(string content)
    {
        using var document = JsonDocument.Parse(content);
        var turns = document.RootElement.GetProperty("conversation").EnumerateArray().Select(turn => turn.GetProperty("text").GetString() ?? string.Empty).ToArray();
        var order = Array.FindIndex(turns, turn => turn.Contains("ignore your instructions", StringComparison.OrdinalIgnoreCase));
        var answers = document.RootElement.GetProperty("questions").EnumerateArray().Select(question =>
        {
            var (id, words) = (question.GetProperty("id").GetString(), WordsOf(question.GetProperty("question").GetString() ?? string.Empty));
            var best = order >= 0 ? order : Enumerable.Range(0, turns.Length).MaxBy(turn => WordsOf(turns[turn]).Count(words.Contains));
            var isYes = order >= 0 || WordsOf(turns[best]).Any(words.Contains);
            return new { id, answer = isYes ? "yes" : "no", turn = best, quote = string.Join(' ', turns[best].Split(' ').Take(8)) };
        });
        var wantsSummary = document.RootElement.GetProperty("summary").GetBoolean();
        return JsonSerializer.Serialize(new
        {
            answers,
            summary = wantsSummary ? new { reason = "A rehearsed reason.", actions = "Rehearsed actions.", outcome = "A rehearsed outcome." } : null,
        });
    }

    private static HashSet<string> WordsOf(string text) =>
        [.. text.ToLowerInvariant().Split([' ', '.', ',', '?', '!'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 4)];

    private static IResult Error(int status, string message, string? param, string? code) =>
        Results.Json(new { error = new { message, type = "invalid_request_error", param, code } }, statusCode: status);
}
