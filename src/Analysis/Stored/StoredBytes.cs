using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Earshot.Analysis.Stored;

/// <summary>Writes numbers in as few bytes as they need.</summary>
internal sealed class StoredBytes
{
    private readonly ArrayBufferWriter<byte> bytes = new(1024);

    public byte[] ToArray() => bytes.WrittenSpan.ToArray();

    public void Number(int value)
    {
        var rest = (uint)value;
        var span = bytes.GetSpan(5);
        var length = 0;
        for (; rest >= 0x80; rest >>= 7)
        {
            span[length++] = (byte)(rest | 0x80);
        }

        span[length++] = (byte)rest;
        bytes.Advance(length);
    }

    public void Single(float value)
    {
        BinaryPrimitives.WriteSingleLittleEndian(bytes.GetSpan(4), value);
        bytes.Advance(4);
    }

    public void Text(ReadOnlySpan<char> text)
    {
        Number(Encoding.UTF8.GetByteCount(text));
        bytes.Advance(Encoding.UTF8.GetBytes(text, bytes.GetSpan(text.Length * 3)));
    }
}

/// <summary>Reads what <see cref="StoredBytes"/> wrote.</summary>
internal ref struct StoredReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> rest = bytes;

    public readonly bool IsEmpty => rest.IsEmpty;

    /// <summary>Bytes that were not read yet.</summary>
    public readonly int Left => rest.Length;

    public int Number()
    {
        var value = 0u;
        for (var shift = 0; ; shift += 7)
        {
            var part = rest[0];
            rest = rest[1..];
            value |= (uint)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return (int)value;
            }
        }
    }

    public float Single()
    {
        var value = BinaryPrimitives.ReadSingleLittleEndian(rest);
        rest = rest[4..];
        return value;
    }

    public int Text(scoped Span<char> buffer)
    {
        var length = Number();
        var written = Encoding.UTF8.GetChars(rest[..length], buffer);
        rest = rest[length..];
        return written;
    }
}
