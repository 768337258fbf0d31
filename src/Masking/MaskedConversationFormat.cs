using System.Security.Cryptography;
using System.Text;

namespace Earshot.Masking;

/// <summary>
/// Stores a masked conversation and brings it back. The bytes end with an HMAC-SHA256 under the caller's key, so that
/// text which never passed the masker cannot be brought in by writing it to the store.
/// </summary>
public static class MaskedConversationFormat
{
    private const byte Version = 1;
    private const int SealBytes = 32;

    /// <summary>Writes the conversation and its seal.</summary>
    /// <param name="conversation">What to store.</param>
    /// <param name="sealKey">Secret of the installation or tenant, at least 32 bytes.</param>
    public static byte[] Write(MaskedConversation conversation, ReadOnlySpan<byte> sealKey)
    {
        CheckKey(sealKey);
        using var buffer = new MemoryStream();
        using (var writer = new BinaryWriter(buffer, Encoding.UTF8, leaveOpen: true))
        {
            WriteBody(writer, conversation);
        }

        var body = buffer.ToArray();
        return [.. body, .. HMACSHA256.HashData(sealKey, body)];
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The seal does not match, or the version is unknown.</exception>
    public static MaskedConversation Read(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> sealKey)
    {
        CheckKey(sealKey);
        if (bytes.Length <= SealBytes)
        {
            throw new InvalidDataException("A stored masked conversation is too short.");
        }

        var body = bytes[..^SealBytes];
        Span<byte> expected = stackalloc byte[SealBytes];
        HMACSHA256.HashData(sealKey, body, expected);
        if (!CryptographicOperations.FixedTimeEquals(expected, bytes[^SealBytes..]))
        {
            throw new InvalidDataException("The seal of a stored masked conversation does not match.");
        }

        using var reader = new BinaryReader(new MemoryStream(body.ToArray()), Encoding.UTF8);
        return ReadBody(reader);
    }

    private static void CheckKey(ReadOnlySpan<byte> sealKey)
    {
        if (sealKey.Length < 32)
        {
            throw new ArgumentException("The seal key needs at least 32 bytes.", nameof(sealKey));
        }
    }

    private static void WriteBody(BinaryWriter writer, MaskedConversation conversation)
    {
        writer.Write(Version);
        writer.Write(conversation.Language);
        writer.Write(conversation.MaskerVersion);
        writer.Write7BitEncodedInt(conversation.Turns.Count);
        foreach (var turn in conversation.Turns)
        {
            writer.Write(turn.Speaker);
            writer.Write(turn.Text.Value);
            WriteTime(writer, turn.Start);
            WriteTime(writer, turn.End);
            writer.Write7BitEncodedInt(turn.Text.Spans.Count);
            foreach (var span in turn.Text.Spans)
            {
                writer.Write7BitEncodedInt(span.Start);
                writer.Write7BitEncodedInt(span.Length);
                writer.Write((byte)span.Type);
                writer.Write7BitEncodedInt(span.Ordinal);
            }
        }
    }

    private static MaskedConversation ReadBody(BinaryReader reader)
    {
        var version = reader.ReadByte();
        if (version != Version)
        {
            throw new InvalidDataException($"Unknown version {version} of a stored masked conversation.");
        }

        var language = reader.ReadString();
        var masker = reader.ReadString();
        var turns = new MaskedTurn[reader.Read7BitEncodedInt()];
        for (var i = 0; i < turns.Length; i++)
        {
            turns[i] = ReadTurn(reader);
        }

        return new MaskedConversation(language, masker, turns);
    }

    private static MaskedTurn ReadTurn(BinaryReader reader)
    {
        var speaker = reader.ReadString();
        var value = reader.ReadString();
        var start = ReadTime(reader);
        var end = ReadTime(reader);
        var spans = new MaskedSpan[reader.Read7BitEncodedInt()];
        for (var i = 0; i < spans.Length; i++)
        {
            spans[i] = new MaskedSpan(
                reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt(), (PersonalDataType)reader.ReadByte(), reader.Read7BitEncodedInt());
        }

        return new MaskedTurn(speaker, new MaskedText(value, spans), start, end);
    }

    // Milliseconds plus one; zero means "not known".
    private static void WriteTime(BinaryWriter writer, TimeSpan? time) =>
        writer.Write7BitEncodedInt64(time is { } known ? (long)known.TotalMilliseconds + 1 : 0);

    private static TimeSpan? ReadTime(BinaryReader reader) =>
        reader.Read7BitEncodedInt64() is var stored and > 0 ? TimeSpan.FromMilliseconds(stored - 1) : null;
}
