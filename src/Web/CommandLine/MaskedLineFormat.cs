using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Earshot.Masking;

namespace Earshot.Web.CommandLine;

/// <summary>One line of <c>earshot mask --jsonl</c>, read and written; docs/cli.md is the contract.</summary>
internal static class MaskedLineFormat
{
    public static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private static readonly JsonElement NoId = JsonDocument.Parse("null").RootElement;

    /// <summary>What a line asks for. <see cref="IsCall"/>: whole calls are answered turn by turn.</summary>
    internal readonly record struct Request(JsonElement Id, string? Language, bool IsCall, IReadOnlyList<Turn> Turns);

    /// <summary>Why a line could not be read.</summary>
    internal readonly record struct Problem(string Code, string Message);

    public static bool TryRead(in ReadOnlySequence<byte> line, out Request request, out Problem problem)
    {
        request = new Request(NoId, null, false, []);
        problem = new Problem("InvalidJson", "The line is not a JSON object.");
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind is JsonValueKind.Object && TryRead(document.RootElement, ref request, ref problem);
        }
        catch (JsonException)
        {
            return false;
        }
        catch (KeyNotFoundException)
        {
            problem = new Problem("MissingText", "A turn has no \"text\".");
            return false;
        }
        catch (InvalidOperationException)
        {
            problem = new Problem(nameof(MaskingRefusal.InvalidText), Explain(MaskingRefusal.InvalidText));
            return false;
        }
    }

    public static void Write(Utf8JsonWriter json, in Request request, MaskedConversation masked)
    {
        json.WriteStartObject();
        WriteId(json, request.Id);
        if (request.IsCall)
        {
            json.WriteStartArray("turns");
            for (var i = 0; i < masked.Turns.Count; i++)
            {
                json.WriteStartObject();
                json.WriteString("speaker", masked.Turns[i].Speaker);
                WriteMasked(json, request.Turns[i].Text, masked.Turns[i].Text);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
        else
        {
            WriteMasked(json, request.Turns[0].Text, masked.Turns[0].Text);
        }

        json.WriteEndObject();
    }

    public static void WriteError(Utf8JsonWriter json, JsonElement id, string code, string message)
    {
        json.WriteStartObject();
        WriteId(json, id);
        json.WriteStartObject("error");
        json.WriteString("code", code);
        json.WriteString("message", message);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static string Explain(MaskingRefusal? refusal) => refusal switch
    {
        MaskingRefusal.UnsupportedLanguage => "The masker does not know this language. Text in it is not let through.",
        MaskingRefusal.InvalidText => "The text holds invalid Unicode.",
        MaskingRefusal.TooLarge => "The text is larger than the limit. Send it in parts.",
        _ => "A recogniser failed. The text is not let through.",
    };

    private static bool TryRead(JsonElement line, ref Request request, ref Problem problem)
    {
        var id = line.TryGetProperty("id", out var given) ? given.Clone() : NoId;
        request = request with { Id = id };
        var language = line.TryGetProperty("lang", out var lang) || line.TryGetProperty("language", out lang) ? lang.GetString() : null;
        if (line.TryGetProperty("turns", out var turns) && turns.ValueKind is JsonValueKind.Array)
        {
            request = new Request(id, language, true, [.. turns.EnumerateArray().Select(ReadTurn)]);
            return true;
        }

        if (line.TryGetProperty("text", out var text) && text.ValueKind is JsonValueKind.String)
        {
            request = new Request(id, language, false, [new Turn(string.Empty, text.GetString() ?? string.Empty)]);
            return true;
        }

        problem = new Problem("MissingText", "The line has neither \"text\" nor \"turns\".");
        return false;
    }

    private static Turn ReadTurn(JsonElement turn) => new(
        turn.TryGetProperty("speaker", out var speaker) ? speaker.ToString() : string.Empty,
        turn.GetProperty("text").GetString() ?? string.Empty);

    private static void WriteId(Utf8JsonWriter json, JsonElement id)
    {
        json.WritePropertyName("id");
        id.WriteTo(json);
    }

    private static void WriteMasked(Utf8JsonWriter json, string source, MaskedText masked)
    {
        json.WriteString("masked", masked.Value);
        json.WriteStartArray("spans");
        var points = new CodePoints(source);
        foreach (var span in masked.Spans)
        {
            json.WriteStartObject();
            json.WriteNumber("start", points.At(span.Start));
            json.WriteNumber("end", points.At(span.Start + span.Length));
            json.WriteString("type", span.Type.Name());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Turns UTF-16 positions, asked for in order, into code points.</summary>
    private ref struct CodePoints(ReadOnlySpan<char> text)
    {
        private readonly ReadOnlySpan<char> text = text;
        private int position;
        private int pairs;

        public int At(int index)
        {
            for (; position < index; position++)
            {
                pairs += char.IsHighSurrogate(text[position]) ? 1 : 0;
            }

            return index - pairs;
        }
    }
}
