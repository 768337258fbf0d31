using System.Security.Cryptography;

namespace Earshot.Platform.Calls.Spool;

/// <summary>Reads a spooled recording forward. Fails on any change of the file, a cut-off end included.</summary>
internal sealed class SpoolReader(FileStream stream, byte[] key) : Stream
{
    private readonly AesGcm aes = new(key, 16);
    private readonly byte[] header = new byte[SpoolFrame.HeaderBytes];
    private readonly byte[] sealedBytes = new byte[SpoolFrame.MaxPlain];
    private readonly byte[] plain = new byte[SpoolFrame.MaxPlain];
    private int position;
    private int available;
    private long frames;
    private bool ended;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (position == available && !ended)
        {
            await ReadFrameAsync(cancellationToken);
        }

        var part = Math.Min(buffer.Length, available - position);
        plain.AsMemory(position, part).CopyTo(buffer);
        position += part;
        return part;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read the spool asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            CryptographicOperations.ZeroMemory(plain);
            aes.Dispose();
            stream.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task ReadFrameAsync(CancellationToken ct)
    {
        await stream.ReadExactlyAsync(header, ct);
        var (length, last) = SpoolFrame.ReadHeader(header);
        await stream.ReadExactlyAsync(sealedBytes.AsMemory(0, length), ct);
        SpoolFrame.Open(aes, frames, header, sealedBytes.AsSpan(0, length), plain.AsSpan(0, length));
        frames++;
        ended = last;
        position = 0;
        available = length;
    }
}
