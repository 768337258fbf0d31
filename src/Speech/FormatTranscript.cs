using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Earshot.Speech;

/// <summary>Writes a transcript for other programs.</summary>
public static class FormatTranscript
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>JSON with times in seconds.</summary>
    public static string ToJson(Transcript transcript)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            Write(json, transcript);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>WebVTT with a voice tag per turn.</summary>
    public static string ToWebVtt(Transcript transcript)
    {
        var text = new StringBuilder("WEBVTT\n");
        foreach (var turn in transcript.Turns)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{Clock(turn.Start, '.')} --> {Clock(turn.End, '.')}\n<v {turn.Speaker}>{Escape(turn.Text)}</v>\n");
        }

        return text.ToString();
    }

    /// <summary>SubRip with the speaker before each turn.</summary>
    public static string ToSubRip(Transcript transcript)
    {
        var text = new StringBuilder();
        foreach (var (index, turn) in transcript.Turns.Index())
        {
            text.Append(CultureInfo.InvariantCulture, $"{index + 1}\n{Clock(turn.Start, ',')} --> {Clock(turn.End, ',')}\n{turn.Speaker}: {turn.Text}\n\n");
        }

        return text.ToString();
    }

    /// <summary>Plain text, a line per turn, for reading.</summary>
    public static string ToText(Transcript transcript)
    {
        var text = new StringBuilder();
        foreach (var turn in transcript.Turns)
        {
            text.Append(CultureInfo.InvariantCulture, $"[{Clock(turn.Start, '.')}] {turn.Speaker}{(turn.Doubtful ? " (doubtful)" : string.Empty)}: {turn.Text}\n");
        }

        return text.ToString();
    }

    private static void Write(Utf8JsonWriter json, Transcript transcript)
    {
        json.WriteStartObject();
        json.WriteString("language", transcript.Language);
        json.WriteString("engine", transcript.Engine);
        Write(json, "duration", transcript.Duration);
        json.WriteNumber("channels", transcript.Channels);
        json.WriteString("agentCheck", transcript.AgentCheck);
        json.WriteStartArray("turns");
        foreach (var turn in transcript.Turns)
        {
            Write(json, turn);
        }

        json.WriteEndArray();
        json.WriteStartArray("events");
        foreach (var happened in transcript.Events)
        {
            Write(json, happened);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SpokenTurn turn)
    {
        json.WriteStartObject();
        json.WriteString("speaker", turn.Speaker);
        json.WriteNumber("channel", turn.Channel);
        Write(json, "start", turn.Start);
        Write(json, "end", turn.End);
        json.WriteString("text", turn.Text);
        json.WriteBoolean("doubtful", turn.Doubtful);
        json.WriteStartArray("words");
        foreach (var word in turn.Words)
        {
            Write(json, word);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SpokenWord word)
    {
        json.WriteStartObject();
        json.WriteString("text", word.Text);
        Write(json, "start", word.Start);
        Write(json, "end", word.End);
        if (word.Confidence is { } confidence)
        {
            json.WriteNumber("confidence", Math.Round(confidence, 3));
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, AudioEvent happened)
    {
        json.WriteStartObject();
        json.WriteString("kind", happened.Kind);
        json.WriteNumber("channel", happened.Channel);
        Write(json, "start", happened.Start);
        Write(json, "end", happened.End);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, TimeSpan time) => json.WriteNumber(name, Math.Round(time.TotalSeconds, 3));

    private static string Clock(TimeSpan time, char decimals) =>
        Invariant($"{(int)time.TotalHours:00}:{time.Minutes:00}:{time.Seconds:00}{decimals}{time.Milliseconds:000}");

    private static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
