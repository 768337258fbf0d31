using System.Globalization;
using System.Text.Json;

namespace Earshot.Speech.Engines.SpeechKit;

/// <summary>Reads the stream of events of a recognition: one JSON object a line, wrapped in <c>result</c> or bare; a phrase that comes twice counts once.</summary>
internal static class ReadRecognition
{
    public static List<SpokenWord> From(byte[] stream)
    {
        var words = new SortedDictionary<(long Start, long Index), List<SpokenWord>>();
        try
        {
            var reader = new Utf8JsonReader(stream, new JsonReaderOptions { AllowMultipleValues = true });
            while (reader.Read())
            {
                using var document = JsonDocument.ParseValue(ref reader);
                var root = document.RootElement;
                Keep(root.TryGetProperty("result", out var inner) ? inner : root, words);
            }
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or FormatException)
        {
            throw new SpeechEngineException(SpeechFailure.EngineFailed, "SpeechKit answered something else than a recognition.", unreadable);
        }

        return [.. words.Values.SelectMany(phrase => phrase)];
    }

    private static void Keep(JsonElement happened, SortedDictionary<(long Start, long Index), List<SpokenWord>> words)
    {
        if (!happened.TryGetProperty("final", out var final) || !final.TryGetProperty("alternatives", out var alternatives) || alternatives.GetArrayLength() == 0)
        {
            return;
        }

        var best = alternatives[0];
        var index = happened.TryGetProperty("audioCursors", out var cursors) ? Number(cursors, "finalIndex") : 0;
        var phrase = best.TryGetProperty("words", out var items) ? items.EnumerateArray().Select(Word).ToList() : [];
        words[(Number(best, "startTimeMs"), index)] = phrase;
    }

    private static SpokenWord Word(JsonElement word) =>
        new(word.GetProperty("text").GetString() ?? string.Empty, TimeSpan.FromMilliseconds(Number(word, "startTimeMs")), TimeSpan.FromMilliseconds(Number(word, "endTimeMs")));

    // 64-bit numbers come as strings, and zero may be left out.
    private static long Number(JsonElement item, string name) => item.TryGetProperty(name, out var value)
        ? value.ValueKind is JsonValueKind.String ? long.Parse(value.GetString() ?? "0", CultureInfo.InvariantCulture) : value.GetInt64()
        : 0;
}
