using System.Diagnostics;

namespace Earshot.Speech.Decoding;

/// <summary>Parts of a running decoder.</summary>
internal sealed record DecoderRun(
    Process Process, DecoderReport Report, Task Feeding, WatchInput Watch, IDisposable? Held, CancellationTokenSource Stop, bool Known);

/// <summary>Opens a recording of any kind: looks at its first bytes, starts the decoder, feeds it.</summary>
internal static class DecodeAudio
{
    private const int HeadLength = 1 << 16;

    public static async Task<DecodedAudio> OpenAsync(Stream recording, int sampleRate, DecodingLimits limits, CancellationToken ct)
    {
        var head = new byte[HeadLength];
        var length = await recording.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
        if (length == 0)
        {
            throw new DecodingException(SpeechFailure.Empty, "The file is empty.");
        }

        var run = await StartAsync(head.AsMemory(0, length), recording, sampleRate, limits, ct);
        try
        {
            return await OpenAsync(run, sampleRate, limits, ct);
        }
        catch
        {
            await new DecodedAudio(run, 1, sampleRate, limits).DisposeAsync();
            throw;
        }
    }

    private static async Task<DecoderRun> StartAsync(ReadOnlyMemory<byte> head, Stream rest, int sampleRate, DecodingLimits limits, CancellationToken ct)
    {
        var container = RecognizeContainer.Of(head.Span);
        var watch = new WatchInput(container, ReadExpectedSize.From(head.Span));
        watch.See(head.Span);
        var held = container is Container.Indexed ? await HeldRecording.FillAsync(head, rest, watch, limits.MaxHeldFile, ct) : null;
        var process = StartOrRelease(held, sampleRate, limits);
        var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var feeding = held is null ? FeedAsync(process, head, rest, watch, stop.Token) : CloseInput(process);
        return new DecoderRun(process, new DecoderReport(process.StandardError), feeding, watch, held, stop, container is not Container.Unknown);
    }

    private static Process StartOrRelease(HeldRecording? held, int sampleRate, DecodingLimits limits)
    {
        try
        {
            return StartDecoder.From(held?.Path, sampleRate, limits);
        }
        catch
        {
            held?.Dispose();
            throw;
        }
    }

    private static async Task<DecodedAudio> OpenAsync(DecoderRun run, int sampleRate, DecodingLimits limits, CancellationToken ct)
    {
        var channels = await ReadHeaderAsync(run, limits, ct);
        if (channels is null)
        {
            await StopDecoder.AwaitEndAsync(run.Process, run.Report.Completion, limits.Stall, ct);
            var end = new DecoderEnd(run.Process.ExitCode, TimeSpan.Zero, run.Watch.Bytes, run.Watch.IsCutOff, run.Known);
            throw JudgeEnd.Of(end, run.Report) ?? new DecodingException(SpeechFailure.Corrupt, "Nothing in the file could be decoded.");
        }

        return channels > limits.MaxChannels
            ? throw new DecodingException(SpeechFailure.NotAudio, Invariant($"The recording has {channels} channels; at most {limits.MaxChannels} are read."))
            : new DecodedAudio(run, channels.Value, sampleRate, limits);
    }

    private static async Task<int?> ReadHeaderAsync(DecoderRun run, DecodingLimits limits, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(limits.Stall);
        try
        {
            return await ReadWaveHeader.ChannelsAsync(run.Process.StandardOutput.BaseStream, patience.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw StopDecoder.Hung(limits.Stall);
        }
    }

    private static Task CloseInput(Process process)
    {
        process.StandardInput.Close();
        return Task.CompletedTask;
    }

    private static async Task FeedAsync(Process process, ReadOnlyMemory<byte> head, Stream rest, WatchInput watch, CancellationToken ct)
    {
        var input = process.StandardInput.BaseStream;
        var buffer = new byte[1 << 16];
        try
        {
            var accepted = await WriteAsync(input, head, ct);
            for (var read = 1; read > 0 && accepted;)
            {
                read = await rest.ReadAsync(buffer, ct);
                watch.See(buffer.AsSpan(0, read));
                accepted = await WriteAsync(input, buffer.AsMemory(0, read), ct);
            }
        }
        finally
        {
            CloseQuietly(process);
        }
    }

    // The decoder leaves early on input that it cannot read; its end tells why.
    private static async Task<bool> WriteAsync(Stream input, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        try
        {
            await input.WriteAsync(bytes, ct);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static void CloseQuietly(Process process)
    {
        try
        {
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // Closing flushes, and there may be nobody to flush to.
        }
    }
}
