using System.Text.Json;

namespace Earshot.Speech.Engines.OpenAi;

/// <summary>Reads the answer of an OpenAI-compatible recogniser: words where it gives them, else segments, else only text.</summary>
internal static class ReadTranscription
{
    public static RecognizedSpeech From(byte[] json, TimeSpan duration)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement, duration);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new SpeechEngineException(SpeechFailure.EngineFailed, "The recognition service answered something else than a transcription.", unreadable);
        }
    }

    private static RecognizedSpeech Read(JsonElement root, TimeSpan duration)
    {
        var segments = Items(root, "segments");
        var words = Items(root, "words").Select(word => Word(word, segments, duration)).Where(word => word.Text.Length > 0).ToList();
        if (words.Count == 0)
        {
            words = segments.Count > 0
                ? [.. segments.SelectMany(segment => Spread(Text(segment, "text"), Time(segment, "start"), Time(segment, "end"), Confidence(segment)))]
                : [.. Spread(root.GetProperty("text").GetString() ?? string.Empty, TimeSpan.Zero, duration, null)];
        }

        return new RecognizedSpeech(words)
        {
            Language = Text(root, "language") is { Length: 2 } code ? code : null,
            NoSpeechProbability = segments.Count == 0 ? null : segments.Average(segment => Number(segment, "no_speech_prob") ?? 0),
        };
    }

    private static SpokenWord Word(JsonElement word, List<JsonElement> segments, TimeSpan duration)
    {
        var start = Time(word, "start");
        var segment = segments.LastOrDefault(segment => Time(segment, "start") <= start);
        var confidence = Number(word, "probability") ?? (segment.ValueKind is JsonValueKind.Object ? Confidence(segment) : null);
        return new SpokenWord(Text(word, "word").Trim(), start, Earlier(Time(word, "end"), duration), confidence);
    }

    private static IEnumerable<SpokenWord> Spread(string text, TimeSpan start, TimeSpan end, double? confidence)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var perLetter = (end - start) / Math.Max(1, words.Sum(word => word.Length + 1));
        foreach (var word in words)
        {
            var next = start + (perLetter * (word.Length + 1));
            yield return new SpokenWord(word, start, next, confidence);
            start = next;
        }
    }

    private static double? Confidence(JsonElement segment) => Number(segment, "avg_logprob") is { } mean ? Math.Clamp(Math.Exp(mean), 0, 1) : null;

    private static TimeSpan Earlier(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static TimeSpan Time(JsonElement item, string name) => TimeSpan.FromMilliseconds(Math.Round((Number(item, name) ?? 0) * 1000));

    private static double? Number(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number ? value.GetDouble() : null;

    private static string Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() ?? string.Empty : string.Empty;

    private static List<JsonElement> Items(JsonElement root, string name) =>
        root.TryGetProperty(name, out var items) && items.ValueKind is JsonValueKind.Array ? [.. items.EnumerateArray()] : [];
}
