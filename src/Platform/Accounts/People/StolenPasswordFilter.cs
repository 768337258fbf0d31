using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;

namespace Earshot.Platform.Accounts.People;

/// <summary>
/// Makes the filter of stolen passwords from a file: a password a line, or SHA-1 in hexadecimal with anything after a colon, as published
/// lists have it. Fourteen and a half bits a password and ten places each: one false answer in a thousand.
/// </summary>
public static class StolenPasswordFilter
{
    internal const int HeaderBytes = 16;
    private const int PlacesEach = 10;
    private const double BitsEach = 14.5;
    private const long Magic = 0x31_4d_4f_4f_4c_42_53_45; // "ESBLOOM1"

    /// <returns>Passwords that were read.</returns>
    public static async Task<long> WriteAsync(string source, string target, CancellationToken ct)
    {
        var count = await CountAsync(source, ct);
        var bits = Math.Max(1024, ((long)(count * BitsEach) + 7) / 8 * 8);
        var body = new byte[checked((int)(bits / 8))];
        await foreach (var line in File.ReadLinesAsync(source, ct))
        {
            foreach (var place in line.Length > 0 ? Places(Read(line), bits) : [])
            {
                body[place >> 3] |= (byte)(1 << (int)(place & 7));
            }
        }

        await SaveAsync(target, bits, body, ct);
        return count;
    }

    internal static IEnumerable<long> Places(byte[] digest, long bits)
    {
        var (first, step) = (BinaryPrimitives.ReadUInt64LittleEndian(digest), BinaryPrimitives.ReadUInt64LittleEndian(digest.AsSpan(8)) | 1);
        for (var i = 0; i < PlacesEach; i++)
        {
            yield return (long)((first + ((ulong)i * step)) % (ulong)bits);
        }
    }

    /// <exception cref="PlatformSettingsException">Not a filter, or cut off.</exception>
    internal static long ReadHeader(MemoryMappedViewAccessor view, long length)
    {
        var bits = length >= HeaderBytes && view.ReadInt64(0) == Magic ? view.ReadInt64(8) : 0;
        return bits > 0 && length == HeaderBytes + (bits / 8)
            ? bits
            : throw new PlatformSettingsException("The file passwords.bloom in the data folder is damaged. Make it again: earshot passwords FILE");
    }

    private static async Task<long> CountAsync(string source, CancellationToken ct)
    {
        var count = 0L;
        await foreach (var line in File.ReadLinesAsync(source, ct))
        {
            count += line.Length > 0 ? 1 : 0;
        }

        return count;
    }

    private static byte[] Read(string line)
    {
        var digest = new byte[20];
        return line.Length >= 40 && (line.Length == 40 || line[40] == ':') && Convert.FromHexString(line.AsSpan(0, 40), digest, out _, out _) is System.Buffers.OperationStatus.Done
            ? digest
            : StolenPasswords.Digest(line);
    }

    // Beside the old one and then in its place: a server that starts meanwhile reads a whole file.
    private static async Task SaveAsync(string target, long bits, byte[] body, CancellationToken ct)
    {
        var header = new byte[HeaderBytes];
        BinaryPrimitives.WriteInt64LittleEndian(header, Magic);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(8), bits);
        var fresh = target + ".new";
        await using (var file = File.Create(fresh))
        {
            await file.WriteAsync(header, ct);
            await file.WriteAsync(body, ct);
        }

        File.Move(fresh, target, overwrite: true);
    }
}
