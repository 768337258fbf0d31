using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Earshot.Platform.Kernel.Encryption;

namespace Earshot.Platform.Kernel.Backups;

/// <summary>The file is no backup, was cut off or changed, or belongs to another master key. The message says which, and what to do.</summary>
public sealed class BackupException(string message) : Exception(message);

/// <summary>What stands in clear at the beginning of a backup. Nothing personal; all of it is authenticated with every frame.</summary>
/// <param name="Version">Of the format.</param>
/// <param name="MasterKeyId">Public name of the master key without which the file is noise.</param>
/// <param name="Salt">Makes the key of this file.</param>
/// <param name="AppRole">Role that the tables know as the product's.</param>
/// <param name="OwnerRole">Role that owned the database.</param>
public sealed record BackupHeader(int Version, DateTimeOffset MadeAt, string MasterKeyId, byte[] Salt, string AppRole, string OwnerRole);

/// <summary>
/// A backup: one line of JSON, then frames of a mebibyte, each sealed with AES-256-GCM under a key of this file alone (HKDF of the master key
/// and a random salt). The nonce counts the frames and the last one says so: a frame that is missing, moved or changed, and an end that was
/// cut off, are found.
/// </summary>
internal static class BackupFormat
{
    public const int FrameBytes = 1 << 20;
    private const int Version = 1;
    private const string Magic = "EARSHOT-BACKUP ";
    private const int TagBytes = 16;
    private const int LongestHeader = 4096;
    private const uint LastFrame = 0x8000_0000;

    public static BackupHeader NewHeader(MasterKey master, string appRole, string ownerRole, DateTimeOffset now) =>
        new(Version, now, master.Id, RandomNumberGenerator.GetBytes(32), appRole, ownerRole);

    /// <summary>Seals all of a stream.</summary>
    /// <returns>Bytes that were written.</returns>
    public static async Task<long> SealAsync(Stream plain, Stream target, BackupHeader header, MasterKey master, CancellationToken ct)
    {
        var line = Encoding.UTF8.GetBytes(Magic + JsonSerializer.Serialize(header) + "\n");
        await target.WriteAsync(line, ct);
        using var aes = new AesGcm(KeyOf(master, header), TagBytes);
        var (digest, frame, next, written) = (SHA256.HashData(line), new byte[FrameBytes], new byte[FrameBytes], (long)line.Length);
        var filled = await plain.ReadAtLeastAsync(frame, FrameBytes, throwOnEndOfStream: false, ct);
        for (ulong number = 0; ; number++)
        {
            var following = filled < FrameBytes ? 0 : await plain.ReadAtLeastAsync(next, FrameBytes, throwOnEndOfStream: false, ct);
            var isLast = following == 0;
            var bytes = SealFrame(aes, digest, number, frame.AsSpan(0, filled), isLast);
            await target.WriteAsync(bytes, ct);
            written += bytes.Length;
            if (isLast)
            {
                return written;
            }

            (frame, next, filled) = (next, frame, following);
        }
    }

    /// <exception cref="BackupException">Not a backup.</exception>
    public static async Task<(BackupHeader Header, byte[] Digest)> ReadHeaderAsync(Stream source, CancellationToken ct)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (line.Count < LongestHeader && await source.ReadAsync(one, ct) == 1)
        {
            line.Add(one[0]);
            if (one[0] == '\n')
            {
                break;
            }
        }

        var text = Encoding.UTF8.GetString([.. line]);
        try
        {
            var header = text.StartsWith(Magic, StringComparison.Ordinal) && text.EndsWith('\n') ? JsonSerializer.Deserialize<BackupHeader>(text[Magic.Length..]) : null;
            return header is { Version: Version } ? (header, SHA256.HashData([.. line]))
                : throw new BackupException(header is null ? "This file is no backup of Earshot." : string.Create(CultureInfo.InvariantCulture, $"This backup has format {header.Version}; this program reads {Version}. Use the version that made it, or a newer one."));
        }
        catch (JsonException)
        {
            throw new BackupException("This file is no backup of Earshot.");
        }
    }

    /// <summary>Opens the frames after the header, up to the checked end.</summary>
    /// <exception cref="BackupException">Another key, changed, or cut off.</exception>
    public static async Task OpenAsync(Stream source, Stream plain, BackupHeader header, byte[] digest, MasterKey master, CancellationToken ct)
    {
        if (!master.Ids.Contains(header.MasterKeyId))
        {
            throw new BackupException($"This backup was made under master key {header.MasterKeyId}; the present one is {master.Id}. Set EARSHOT_MASTER_KEY to PRESENT,EARLIER with the key of that time.");
        }

        using var aes = new AesGcm(KeyOf(master, header), TagBytes);
        var length = new byte[4];
        for (ulong number = 0; ; number++)
        {
            await FillAsync(source, length, ct);
            var word = BinaryPrimitives.ReadUInt32BigEndian(length);
            var (isLast, size) = ((word & LastFrame) != 0, (int)(word & ~LastFrame));
            if (size > FrameBytes)
            {
                throw Changed();
            }

            var frame = new byte[size + TagBytes];
            await FillAsync(source, frame, ct);
            await plain.WriteAsync(OpenFrame(aes, digest, number, frame, isLast), ct);
            if (isLast)
            {
                await CheckEndAsync(source, ct);
                return;
            }
        }
    }

    private static byte[] SealFrame(AesGcm aes, byte[] digest, ulong number, ReadOnlySpan<byte> plain, bool isLast)
    {
        var bytes = new byte[4 + plain.Length + TagBytes];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)plain.Length | (isLast ? LastFrame : 0));
        aes.Encrypt(Nonce(number), plain, bytes.AsSpan(4, plain.Length), bytes.AsSpan(4 + plain.Length), Context(digest, isLast));
        return bytes;
    }

    private static byte[] OpenFrame(AesGcm aes, byte[] digest, ulong number, byte[] frame, bool isLast)
    {
        var plain = new byte[frame.Length - TagBytes];
        try
        {
            aes.Decrypt(Nonce(number), frame.AsSpan(0, plain.Length), frame.AsSpan(plain.Length), plain, Context(digest, isLast));
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            throw Changed();
        }
    }

    // The key is good for this file alone, so a counter never comes twice under it.
    private static byte[] Nonce(ulong number)
    {
        var nonce = new byte[12];
        BinaryPrimitives.WriteUInt64BigEndian(nonce.AsSpan(4), number);
        return nonce;
    }

    private static byte[] Context(byte[] digest, bool isLast) => [.. digest, isLast ? (byte)1 : (byte)0];

    private static byte[] KeyOf(MasterKey master, BackupHeader header) =>
        master.DeriveFrom(header.MasterKeyId, $"backup {Convert.ToHexStringLower(header.Salt)}") ?? throw new BackupException($"Master key {header.MasterKeyId} is not known.");

    private static async Task FillAsync(Stream source, byte[] bytes, CancellationToken ct)
    {
        if (await source.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct) < bytes.Length)
        {
            throw new BackupException("This backup was cut off: its end is missing. Take another one.");
        }
    }

    private static async Task CheckEndAsync(Stream source, CancellationToken ct)
    {
        if (await source.ReadAsync(new byte[1], ct) != 0)
        {
            throw Changed();
        }
    }

    private static BackupException Changed() => new("This backup was changed or damaged: a part of it is not what was written. Take another one.");
}
