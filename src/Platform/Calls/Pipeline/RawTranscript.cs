using System.Text.Json;
using System.Text.Json.Serialization;
using Earshot.Masking;

namespace Earshot.Platform.Calls.Pipeline;

/// <summary>A raw transcript as bytes, for sealing. Times are milliseconds.</summary>
internal static class RawTranscript
{
    public static byte[] Write(Conversation conversation) => JsonSerializer.SerializeToUtf8Bytes(
        new RawConversation(conversation.Language, [.. conversation.Turns.Select(Write)]), RawTranscriptJson.Default.RawConversation);

    /// <exception cref="InvalidDataException">Not a raw transcript.</exception>
    public static Conversation Read(ReadOnlySpan<byte> bytes)
    {
        var raw = JsonSerializer.Deserialize(bytes, RawTranscriptJson.Default.RawConversation) ?? throw new InvalidDataException("A stored raw transcript is empty.");
        return new Conversation(raw.Language, [.. raw.Turns.Select(Read)]);
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
