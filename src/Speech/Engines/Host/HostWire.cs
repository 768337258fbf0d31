using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Earshot.Speech.Engines.Host;

/// <summary>Frames between this process and the one that holds the recogniser: a length, then as many bytes.</summary>
internal static class HostWire
{
    private const int MaxFrame = 1 << 28;

    public static async Task WriteAsync(Stream stream, ReadOnlyMemory<byte> frame, CancellationToken ct)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, frame.Length);
        await stream.WriteAsync(length, ct);
        await stream.WriteAsync(frame, ct);
        await stream.FlushAsync(ct);
    }

    public static Task WriteAsync<T>(Stream stream, T message, JsonTypeInfo<T> type, CancellationToken ct) =>
        WriteAsync(stream, JsonSerializer.SerializeToUtf8Bytes(message, type), ct);

    /// <returns>The frame; null when the other side has gone.</returns>
    public static async Task<byte[]?> ReadAsync(Stream stream, CancellationToken ct)
    {
        var length = new byte[4];
        if (await stream.ReadAtLeastAsync(length, length.Length, throwOnEndOfStream: false, ct) < length.Length)
        {
            return null;
        }

        var frame = new byte[Math.Clamp(BinaryPrimitives.ReadInt32LittleEndian(length), 0, MaxFrame)];
        return await stream.ReadAtLeastAsync(frame, frame.Length, throwOnEndOfStream: false, ct) < frame.Length ? null : frame;
    }

    public static async Task<T?> ReadAsync<T>(Stream stream, JsonTypeInfo<T> type, CancellationToken ct)
        where T : class =>
        await ReadAsync(stream, ct) is { } frame ? JsonSerializer.Deserialize(frame, type) : null;
}
