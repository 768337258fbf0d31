using System.Security.Cryptography;

namespace Earshot.Platform.Calls.Spool;

/// <summary>
/// Writes a recording into the spool, encrypted before it touches the disk, over one request or several. After <see cref="FlushAsync"/>
/// everything written survives a crash; <see cref="FinishAsync"/> closes the recording, after which nothing can be added.
/// </summary>
/// <remarks>A full disk is an <see cref="IOException"/>: <see cref="AudioSpool.IsDiskFull"/> tells.</remarks>
internal sealed class SpoolWriter : IAsyncDisposable
{
    private readonly FileStream stream;
    private readonly AesGcm aes;
    private readonly byte[] pending = new byte[SpoolFrame.MaxPlain];
    private readonly byte[] frame = new byte[SpoolFrame.HeaderBytes + SpoolFrame.MaxPlain];
    private int pendingBytes;
    private long frames;

    private SpoolWriter(FileStream stream, byte[] key)
    {
        this.stream = stream;
        Key = key;
        aes = new AesGcm(key, 16);
    }

    /// <summary>Name within the spool folder.</summary>
    public string File => Path.GetFileName(stream.Name);

    /// <summary>The one-off key; seal it into the row that owns the file.</summary>
    public byte[] Key { get; }

    /// <summary>Bytes of the recording so far.</summary>
    public long Received { get; private set; }

    public static SpoolWriter Create(string path) => new(
        new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.Read,
            Options = FileOptions.Asynchronous,
            BufferSize = 0,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }),
        RandomNumberGenerator.GetBytes(SpoolFrame.KeyBytes));

    /// <summary>Goes on where an earlier request ended; what a crash left half-written is cut off.</summary>
    /// <exception cref="InvalidDataException">The recording was finished before, or the file is damaged.</exception>
    public static async Task<SpoolWriter> ResumeAsync(string path, byte[] key, CancellationToken ct)
    {
        var writer = new SpoolWriter(new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read, 0, FileOptions.Asynchronous), key);
        try
        {
            await writer.FindEndAsync(ct);
            return writer;
        }
        catch
        {
            await writer.DisposeAsync();
            throw;
        }
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        while (bytes.Length > 0)
        {
            var part = Math.Min(bytes.Length, pending.Length - pendingBytes);
            bytes[..part].CopyTo(pending.AsMemory(pendingBytes));
            bytes = bytes[part..];
            pendingBytes += part;
            Received += part;
            if (pendingBytes == pending.Length)
            {
                await WriteFrameAsync(last: false, ct);
            }
        }
    }

    /// <summary>What was written so far is on the disk.</summary>
    public async Task FlushAsync(CancellationToken ct)
    {
        if (pendingBytes > 0)
        {
            await WriteFrameAsync(last: false, ct);
        }

        stream.Flush(flushToDisk: true);
    }

    /// <summary>The recording is complete and on the disk.</summary>
    public async Task<SpooledAudio> FinishAsync(CancellationToken ct)
    {
        await WriteFrameAsync(last: true, ct);
        stream.Flush(flushToDisk: true);
        return new SpooledAudio(File, Key, Received);
    }

    public async ValueTask DisposeAsync()
    {
        CryptographicOperations.ZeroMemory(pending);
        aes.Dispose();
        await stream.DisposeAsync();
    }

    private async Task WriteFrameAsync(bool last, CancellationToken ct)
    {
        var bytes = SpoolFrame.Seal(aes, frames, last, pending.AsSpan(0, pendingBytes), frame);
        try
        {
            await stream.WriteAsync(frame.AsMemory(0, bytes), ct);
        }
        catch (ArgumentOutOfRangeException limit)
        {
            throw new IOException("The file may not grow.", limit) { HResult = AudioSpool.LimitReached }; // so .NET tells EFBIG
        }

        frames++;
        pendingBytes = 0;
    }

    private async Task FindEndAsync(CancellationToken ct)
    {
        var header = new byte[SpoolFrame.HeaderBytes];
        while (stream.Length - stream.Position >= header.Length)
        {
            var start = stream.Position;
            await stream.ReadExactlyAsync(header, ct);
            var (length, last) = SpoolFrame.ReadHeader(header);
            if (last && stream.Length - stream.Position >= length)
            {
                throw new InvalidDataException("The recording was complete before.");
            }

            if (stream.Length - stream.Position < length)
            {
                stream.Position = start;
                break;
            }

            stream.Position += length;
            Received += length;
            frames++;
        }

        stream.SetLength(stream.Position);
    }
}
