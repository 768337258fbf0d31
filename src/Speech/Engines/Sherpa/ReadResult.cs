using System.Text.Json;
using Earshot.Speech.Engines.Host;

namespace Earshot.Speech.Engines.Sherpa;

/// <summary>Turns the tokens of a result into words with times.</summary>
internal static class ReadResult
{
    // A model tells where a token begins; the last one of a word is taken to last so long.
    private const double LastToken = 0.12;

    public static HostReply From(string json, double duration)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var tokens = Texts(root, "tokens");
        var times = Numbers(root, "timestamps");
        var text = root.TryGetProperty("text", out var said) ? said.GetString() ?? string.Empty : string.Empty;
        var words = tokens.Count > 0 && times.Count >= tokens.Count
            ? FromTokens(tokens, times, Numbers(root, "durations"), Numbers(root, "ys_log_probs"), duration)
            : Spread(text, duration);
        return new HostReply(words, null) { Language = LanguageOf(root) };
    }

    private static List<HostWord> FromTokens(List<string> tokens, List<double> times, List<double> durations, List<double> logProbabilities, double duration)
    {
        var words = new List<OpenWord>();
        var starts = true;
        foreach (var (i, token) in tokens.Index())
        {
            var text = token.Replace('\u2581', ' ');
            if (IsMark(text))
            {
                continue;
            }

            starts |= text.StartsWith(' ');
            if (text.Trim() is { Length: > 0 } letters)
            {
                var end = i < durations.Count && durations[i] > 0 ? times[i] + durations[i] : times[i] + LastToken;
                words = Add(words, starts, letters, times[i], end, i < logProbabilities.Count ? logProbabilities[i] : null);
                starts = text.EndsWith(' ');
            }
        }

        return Close(words, duration);
    }

    private static List<OpenWord> Add(List<OpenWord> words, bool starts, string letters, double start, double end, double? logProbability)
    {
        if (starts || words.Count == 0)
        {
            words.Add(new OpenWord(start));
        }

        words[^1].Add(letters, end, logProbability);
        return words;
    }

    private static List<HostWord> Close(List<OpenWord> words, double duration)
    {
        var closed = new List<HostWord>();
        foreach (var (i, word) in words.Index())
        {
            var limit = i + 1 < words.Count ? words[i + 1].Start : duration;
            closed.Add(new HostWord(word.Text, word.Start, Math.Max(word.Start, Math.Min(word.End, limit)), word.Confidence));
        }

        return closed;
    }

    // Some exports of Whisper and Moonshine have no times: spread the words over the piece by their length.
    private static List<HostWord> Spread(string text, double duration)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var perLetter = duration / Math.Max(1, words.Sum(word => word.Length + 1));
        var at = 0.0;
        return [.. words.Select(word => new HostWord(word, at, at += (word.Length + 1) * perLetter, null))];
    }

    private static bool IsMark(string token) => token is ['<', .., '>'] or ['[', .., ']'];

    private static string? LanguageOf(JsonElement root) =>
        root.TryGetProperty("lang", out var lang) && lang.GetString()?.Trim('<', '>', '|') is { Length: 2 } code ? code : null;

    private static List<string> Texts(JsonElement root, string name) =>
        root.TryGetProperty(name, out var items) && items.ValueKind is JsonValueKind.Array ? [.. items.EnumerateArray().Select(item => item.GetString() ?? string.Empty)] : [];

    private static List<double> Numbers(JsonElement root, string name) =>
        root.TryGetProperty(name, out var items) && items.ValueKind is JsonValueKind.Array ? [.. items.EnumerateArray().Select(item => item.GetDouble())] : [];

    private sealed class OpenWord(double start)
    {
        private double logProbability;
        private int scored;

        public double Start => start;

        public double End { get; private set; }

        public string Text { get; private set; } = string.Empty;

        public double? Confidence => scored == 0 ? null : Math.Clamp(Math.Exp(logProbability / scored), 0, 1);

        public void Add(string letters, double end, double? logProbabilityOfToken)
        {
            Text += letters;
            End = end;
            logProbability += logProbabilityOfToken ?? 0;
            scored += logProbabilityOfToken is null ? 0 : 1;
        }
    }
}
