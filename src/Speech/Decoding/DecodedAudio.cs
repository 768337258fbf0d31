using System.Buffers;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Earshot.Speech.Decoding;

/// <summary>A recording as it comes out of the decoder: samples of all channels, interleaved, forward only.</summary>
internal sealed class DecodedAudio : IAsyncDisposable
{
    // Below this many bytes per second of sound a file says next to nothing; even Opus in silence needs about 15.
    private const double BombBytesPerSecond = 8;
    private static readonly TimeSpan BombFrom = TimeSpan.FromMinutes(5);

    private readonly Process decoder;
    private readonly DecoderReport report;
    private readonly Task feeding;
    private readonly WatchInput watch;
    private readonly DecodingLimits limits;
    private readonly IDisposable? held;
    private readonly CancellationTokenSource stop;
    private readonly bool known;
    private long frames;

    internal DecodedAudio(DecoderRun run, int channels, int sampleRate, DecodingLimits limits)
    {
        (decoder, report, feeding, watch, held, stop, known) = run;
        Channels = channels;
        SampleRate = sampleRate;
        this.limits = limits;
    }

    public int Channels { get; }

    public int SampleRate { get; }

    /// <summary>How much was read.</summary>
    public TimeSpan Position => TimeSpan.FromSeconds((double)frames / SampleRate);

    /// <summary>What the file says of its length; null when it says nothing.</summary>
    public TimeSpan? Declared => report.Duration;

    /// <summary>Reads whole frames (one sample of each channel).</summary>
    /// <returns>Number of frames; 0 at the end of a sound recording.</returns>
    /// <exception cref="DecodingException">The recording is damaged, too long, or the decoder failed.</exception>
    public async ValueTask<int> ReadAsync(Memory<float> samples, CancellationToken ct)
    {
        var bytesPerFrame = 2 * Channels;
        var wanted = samples.Length / Channels * bytesPerFrame;
        var buffer = ArrayPool<byte>.Shared.Rent(wanted);
        try
        {
            var read = await ReadAsync(buffer.AsMemory(0, wanted), bytesPerFrame, ct);
            ToFloat.Convert(MemoryMarshal.Cast<byte, short>(buffer.AsSpan(0, read)), samples.Span);
            frames += read / bytesPerFrame;
            await CheckAsync(read, ct);
            return read / bytesPerFrame;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(buffer.AsSpan(0, wanted));
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await StopDecoder.NowAsync(decoder);
        await Task.WhenAll(feeding, report.Completion).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        held?.Dispose();
        decoder.Dispose();
        stop.Dispose();
    }

    private async ValueTask<int> ReadAsync(Memory<byte> buffer, int unit, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(limits.Stall);
        try
        {
            var output = decoder.StandardOutput.BaseStream;
            var read = await output.ReadAtLeastAsync(buffer, unit, throwOnEndOfStream: false, patience.Token);
            var missing = (unit - (read % unit)) % unit;
            var completed = await output.ReadAtLeastAsync(buffer.Slice(read, missing), missing, throwOnEndOfStream: false, patience.Token);
            return (read + completed) / unit * unit;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw StopDecoder.Hung(limits.Stall);
        }
    }

    private async ValueTask CheckAsync(int read, CancellationToken ct)
    {
        if (Position > BombFrom && watch.Bytes / Position.TotalSeconds < BombBytesPerSecond)
        {
            throw new DecodingException(SpeechFailure.DecompressionBomb, "The file is tiny but unpacks into hours: it is not a recording of a call.");
        }

        if (Position > limits.MaxDuration)
        {
            throw new DecodingException(SpeechFailure.TooLong, Invariant($"The recording is longer than {limits.MaxDuration.TotalMinutes:0} minutes: split it."));
        }

        if (read == 0)
        {
            await EndAsync(ct);
        }
    }

    private async Task EndAsync(CancellationToken ct)
    {
        await StopDecoder.AwaitEndAsync(decoder, Task.WhenAll(feeding, report.Completion), limits.Stall, ct);
        var failure = JudgeEnd.Of(new DecoderEnd(decoder.ExitCode, Position, watch.Bytes, watch.IsCutOff, known), report);
        if (failure is not null)
        {
            throw failure;
        }
    }
}
