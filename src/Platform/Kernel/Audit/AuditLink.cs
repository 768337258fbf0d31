using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Earshot.Platform.Kernel.Audit;

/// <summary>One link of the chain: SHA-256 of the link before, the number, and the SHA-256 of the event's fields. The database does the same.</summary>
public static class AuditLink
{
    /// <summary>Stands between the fields of an event; no field can hold it.</summary>
    public const char Separator = '\u001f';

    public static byte[] Hash(ReadOnlySpan<byte> previous, long seq, string fields)
    {
        Span<byte> link = stackalloc byte[32 + 8 + 32];
        previous.CopyTo(link);
        BinaryPrimitives.WriteInt64BigEndian(link[32..], seq);
        SHA256.HashData(Encoding.UTF8.GetBytes(fields), link[40..]);
        return SHA256.HashData(link);
    }
}
