using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Earshot.Platform.Calls.Spool;

/// <summary>
/// A spool file is a row of frames, each sealed with AES-256-GCM under the file's one-off key and a random nonce. The frame's number,
/// length and "last" mark are authenticated, so frames can't be swapped, dropped or cut off at the end unnoticed.
/// Header: length (4), last (1), nonce (12), tag (16); then the ciphertext.
/// </summary>
internal static class SpoolFrame
{
    public const int KeyBytes = 32;
    public const int HeaderBytes = 4 + 1 + NonceBytes + TagBytes;
    public const int MaxPlain = 64 * 1024;

    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <returns>Bytes of the frame in <paramref name="frame"/>.</returns>
    public static int Seal(AesGcm aes, long number, bool last, ReadOnlySpan<byte> plain, Span<byte> frame)
    {
        BinaryPrimitives.WriteInt32BigEndian(frame, plain.Length);
        frame[4] = last ? (byte)1 : (byte)0;
        var nonce = frame.Slice(5, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        Span<byte> context = stackalloc byte[13];
        WriteContext(context, number, frame);
        aes.Encrypt(nonce, plain, frame.Slice(HeaderBytes, plain.Length), frame.Slice(5 + NonceBytes, TagBytes), context);
        return HeaderBytes + plain.Length;
    }

    /// <exception cref="CryptographicException">The frame was changed, moved, or sealed with another key.</exception>
    public static void Open(AesGcm aes, long number, ReadOnlySpan<byte> header, ReadOnlySpan<byte> sealedBytes, Span<byte> plain)
    {
        Span<byte> context = stackalloc byte[13];
        WriteContext(context, number, header);
        aes.Decrypt(header.Slice(5, NonceBytes), sealedBytes, header.Slice(5 + NonceBytes, TagBytes), plain, context);
    }

    /// <exception cref="InvalidDataException">Not a frame header.</exception>
    public static (int Length, bool Last) ReadHeader(ReadOnlySpan<byte> header)
    {
        var length = BinaryPrimitives.ReadInt32BigEndian(header);
        return length is >= 0 and <= MaxPlain && header[4] is 0 or 1
            ? (length, header[4] == 1)
            : throw new InvalidDataException("A spool file is damaged.");
    }

    /// <returns>What the whole frames of a file hold; a frame that was cut off does not count.</returns>
    public static async Task<SpooledPart> MeasureAsync(Stream stream, CancellationToken ct)
    {
        var header = new byte[HeaderBytes];
        long bytes = 0;
        var isWhole = false;
        while (!isWhole && await stream.ReadAtLeastAsync(header, HeaderBytes, throwOnEndOfStream: false, ct) == HeaderBytes)
        {
            var (length, last) = ReadHeader(header);
            if (stream.Length - stream.Position < length)
            {
                break;
            }

            stream.Position += length;
            bytes += length;
            isWhole = last;
        }

        return new SpooledPart(bytes, isWhole);
    }

    private static void WriteContext(Span<byte> context, long number, ReadOnlySpan<byte> header)
    {
        BinaryPrimitives.WriteInt64BigEndian(context, number);
        header[..5].CopyTo(context[8..]);
    }
}
