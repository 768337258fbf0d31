namespace Earshot.Speech.Decoding;

/// <summary>Looks at the compressed bytes on their way to the decoder: how many, and whether the file was cut off.</summary>
internal sealed class WatchInput(Container container, long? expected)
{
    private const int PageHeader = 27;
    private const double Tolerance = 0.02;
    private readonly byte[] header = new byte[PageHeader + 255];
    private int headerLength;
    private long bodyLeft;

    public long Bytes { get; private set; }

    /// <summary>True when the input stopped before the size that it gave itself, or in the middle of an Ogg page (RFC 3533).</summary>
    public bool IsCutOff => IsInsidePage || (expected is { } size && Bytes < size * (1 - Tolerance));

    private bool IsInsidePage => container is Container.Ogg && (headerLength > 0 || bodyLeft > 0);

    public void See(ReadOnlySpan<byte> bytes)
    {
        Bytes += bytes.Length;
        while (container is Container.Ogg && !bytes.IsEmpty)
        {
            bytes = bodyLeft > 0 ? SkipBody(bytes) : ReadHeader(bytes);
        }
    }

    private ReadOnlySpan<byte> SkipBody(ReadOnlySpan<byte> bytes)
    {
        var skipped = (int)Math.Min(bodyLeft, bytes.Length);
        bodyLeft -= skipped;
        return bytes[skipped..];
    }

    private ReadOnlySpan<byte> ReadHeader(ReadOnlySpan<byte> bytes)
    {
        var wanted = headerLength < PageHeader ? PageHeader : PageHeader + header[PageHeader - 1];
        var taken = Math.Min(wanted - headerLength, bytes.Length);
        bytes[..taken].CopyTo(header.AsSpan(headerLength));
        headerLength += taken;
        if (headerLength >= PageHeader && headerLength == PageHeader + header[PageHeader - 1])
        {
            foreach (var segment in header.AsSpan(PageHeader, header[PageHeader - 1]))
            {
                bodyLeft += segment;
            }

            headerLength = 0;
        }

        return bytes[taken..];
    }
}
