using System.Net;

namespace Earshot.Platform.Kernel.Egress;

/// <summary>The body of an answer: counted, and cut off where it is larger or slower than its destination may be.</summary>
internal sealed class GuardedContent : HttpContent
{
    private readonly HttpContent inner;
    private readonly EgressExchange exchange;

    public GuardedContent(HttpContent inner, EgressExchange exchange)
    {
        this.inner = inner;
        this.exchange = exchange;
        foreach (var (name, values) in inner.Headers)
        {
            Headers.TryAddWithoutValidation(name, values);
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await using var body = await CreateContentReadStreamAsync(cancellationToken);
        await body.CopyToAsync(stream, cancellationToken);
    }

    protected override Task<Stream> CreateContentReadStreamAsync() => CreateContentReadStreamAsync(CancellationToken.None);

    protected override async Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken) =>
        new GuardedStream(await inner.ReadAsStreamAsync(cancellationToken), exchange);

    protected override bool TryComputeLength(out long length)
    {
        length = inner.Headers.ContentLength ?? 0;
        return inner.Headers.ContentLength is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            exchange.Dispose();
        }

        base.Dispose(disposing);
    }
}

/// <summary>Reads on behalf of <see cref="GuardedContent"/>; asynchronous only.</summary>
internal sealed class GuardedStream(Stream inner, EgressExchange exchange) : Stream
{
    private long bytes;

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
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, exchange.Time);
        try
        {
            var read = await inner.ReadAsync(buffer, stop.Token);
            bytes += read;
            await CheckAsync(read);
            return read;
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            await exchange.FailAsync(EgressCall.TimedOut);
            throw new IOException("The answer of the service came too slowly.", late);
        }
        catch (IOException)
        {
            await exchange.FailAsync(EgressCall.Broken);
            throw;
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Answers of services are read asynchronously.");

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
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task CheckAsync(int read)
    {
        if (bytes > exchange.MaxBytes)
        {
            await exchange.FailAsync(EgressCall.TooLarge);
            throw new EgressRefusedException(EgressFailures.TooLarge);
        }

        if (read == 0)
        {
            await exchange.FinishAsync(bytes);
        }
    }
}
