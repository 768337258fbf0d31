using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Earshot.Masking;

namespace Earshot.Platform.Calls.Pipeline;

/// <summary>A raw transcript as bytes, for sealing. Times are milliseconds.</summary>
internal static class RawTranscript
{
    // Letters stand as they are: what is sealed is never a part of a page, and a Russian text takes a third of the room.
    private static readonly RawTranscriptJson AsWritten = new(new JsonSerializerOptions(RawTranscriptJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static byte[] Write(Conversation conversation) => JsonSerializer.SerializeToUtf8Bytes(
        new RawConversation(conversation.Language, [.. conversation.Turns.Select(Write)]), AsWritten.RawConversation);

    /// <exception cref="InvalidDataException">Not a raw transcript.</exception>
    public static Conversation Read(ReadOnlySpan<byte> bytes)
    {
        var raw = JsonSerializer.Deserialize(bytes, RawTranscriptJson.Default.RawConversation) ?? throw new InvalidDataException("A stored raw transcript is empty.");
        return new Conversation(raw.Language, [.. raw.Turns.Select(Read)]);
    }

    /// <summary>Room that <see cref="CopyText"/> may need.</summary>
    public static int MostLetters(ReadOnlySpan<byte> bytes) => bytes.Length;

    /// <summary>What was said and by whom, a line each, without making strings of it.</summary>
    /// <returns>How many letters were written.</returns>
    public static int CopyText(ReadOnlySpan<byte> bytes, Span<char> into)
    {
        var reader = new Utf8JsonReader(bytes);
        var written = 0;
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.PropertyName && (reader.ValueTextEquals("text"u8) || reader.ValueTextEquals("speaker"u8)) && reader.Read() && reader.TokenType is JsonTokenType.String)
            {
                written += reader.CopyString(into[written..]);
                into[written++] = '\n';
            }
        }

        return written;
    }

    private static RawTurn Write(Turn turn) => new(turn.Speaker, turn.Text, (long?)turn.Start?.TotalMilliseconds, (long?)turn.End?.TotalMilliseconds);

    private static Turn Read(RawTurn turn) => new(turn.Speaker, turn.Text, Time(turn.Start), Time(turn.End));

    private static TimeSpan? Time(long? milliseconds) => milliseconds is { } known ? TimeSpan.FromMilliseconds(known) : null;
}

internal sealed record RawConversation(string? Language, IReadOnlyList<RawTurn> Turns);

internal sealed record RawTurn(string Speaker, string Text, long? Start, long? End);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RawConversation))]
internal sealed partial class RawTranscriptJson : JsonSerializerContext;
