using System.Buffers.Binary;

namespace Earshot.Web.Doubles;

/// <summary>Behaves like an OpenAI-compatible <c>/v1/audio/transcriptions</c>: limits, formats and errors included.</summary>
internal sealed class OpenAiAudioDouble
{
    private const int MaxFile = 25 << 20;
    private static readonly string[] Kinds = [".flac", ".mp3", ".mp4", ".mpeg", ".mpga", ".m4a", ".ogg", ".wav", ".webm"];
    private static readonly string[] Formats = ["json", "text", "srt", "verbose_json", "vtt"];

    /// <summary>What it does instead of answering.</summary>
    public DoubleMood Mood { get; } = new();

    /// <summary>What it pretends to hear.</summary>
    public SpeechScript Script { get; } = new();

    /// <summary>How sure it is that nobody speaks.</summary>
    public double NoSpeechProbability { get; set; } = 0.01;

    /// <summary>Adds the double's route.</summary>
    public static OpenAiAudioDouble Map(IEndpointRouteBuilder routes)
    {
        var openAi = new OpenAiAudioDouble();
        routes.MapPost("/v1/audio/transcriptions", openAi.TranscribeAsync).DisableAntiforgery().AddEndpointFilter(openAi.Mood.FilterAsync);
        return openAi;
    }

    private async Task<IResult> TranscribeAsync(HttpRequest request, CancellationToken ct)
    {
        if (!request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.Ordinal))
        {
            return Error(StatusCodes.Status401Unauthorized, "You didn't provide an API key.", null, "invalid_api_key");
        }

        if (!request.HasFormContentType)
        {
            return Error(StatusCodes.Status400BadRequest, "multipart/form-data is needed.", null, null);
        }

        var form = await request.ReadFormAsync(ct);
        return Refusal(form) ?? Answer(form, await SecondsAsync(form.Files[0], ct));
    }

    private static IResult? Refusal(IFormCollection form)
    {
        var file = form.Files["file"];
        var format = form.TryGetValue("response_format", out var asked) ? asked.ToString() : "json";
        return (file, form["model"].ToString()) switch
        {
            (null, _) => Error(StatusCodes.Status400BadRequest, "file is needed.", "file", "missing_required_parameter"),
            (_, "") => Error(StatusCodes.Status400BadRequest, "you must provide a model parameter", "model", "missing_required_parameter"),
            ({ Length: > MaxFile }, _) => Error(StatusCodes.Status413PayloadTooLarge, "Maximum content size limit (26214400) exceeded.", "file", null),
            var (known, _) when !Kinds.Contains(Path.GetExtension(known.FileName)) => Error(StatusCodes.Status400BadRequest, "Invalid file format.", "file", "invalid_value"),
            var (_, model) when model.StartsWith("gpt-", StringComparison.Ordinal) && format != "json" =>
                Error(StatusCodes.Status400BadRequest, $"response_format '{format}' is not compatible with model '{model}'.", "response_format", "unsupported_value"),
            _ when !Formats.Contains(format) => Error(StatusCodes.Status400BadRequest, "Invalid response_format.", "response_format", "invalid_value"),
            _ when form["timestamp_granularities[]"].Count > 0 && format != "verbose_json" =>
                Error(StatusCodes.Status400BadRequest, "timestamp_granularities needs verbose_json.", "timestamp_granularities", "invalid_value"),
            _ => null,
        };
    }

    private IResult Answer(IFormCollection form, double seconds)
    {
        var language = form["language"].ToString() is { Length: 2 } code ? code : "en";
        var words = Script.Hear(language, seconds);
        var text = string.Join(' ', words.Select(word => word.Text));
        if (form["response_format"].ToString() is not "verbose_json")
        {
            return Results.Json(new { text, usage = new { type = "duration", seconds = (int)Math.Ceiling(seconds) } });
        }

        var segment = new { id = 0, seek = 0, start = 0.0, end = seconds, text, tokens = Array.Empty<int>(), temperature = 0.0, avg_logprob = -0.2, compression_ratio = 1.2, no_speech_prob = NoSpeechProbability };
        var hasWords = form["timestamp_granularities[]"].Contains("word");
        return Results.Json(new
        {
            task = "transcribe",
            language,
            duration = seconds,
            text,
            segments = new[] { segment },
            words = hasWords ? words.Select(word => new { word = word.Text, start = word.Start, end = word.End }) : null,
            usage = new { type = "duration", seconds = (int)Math.Ceiling(seconds) },
        });
    }

    private static async Task<double> SecondsAsync(IFormFile file, CancellationToken ct)
    {
        var header = new byte[44];
        await using var wave = file.OpenReadStream();
        return await wave.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, ct) < header.Length
            ? 0
            : (double)(file.Length - header.Length) / Math.Max(1, BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(28)));
    }

    private static IResult Error(int status, string message, string? param, string? code) =>
        Results.Json(new { error = new { message, type = "invalid_request_error", param, code } }, statusCode: status);
}
