using System.Buffers;
using System.IO.Pipelines;
using Earshot.Analysis;
using Earshot.Masking;

namespace Earshot.Web.CommandLine;

/// <summary>
/// Judges calls line by line on all cores and answers in their order. Memory is bounded by the longest line allowed and the
/// number of lines in work.
/// </summary>
internal sealed class AnalyzeLines(Lazy<Masker> masker, Lazy<Analyst> analyst)
{
    private const int LongestLine = 32 << 20;

    private readonly Queue<Task<byte[]>> working = new();
    private Task preparing = Task.CompletedTask;
    private bool isPrepared;
    private bool hasFailed;
    private bool isSkipping;

    /// <summary>True when every line was judged.</summary>
    public async Task<bool> RunAsync(Stream input, Stream output, CancellationToken ct)
    {
        var reader = PipeReader.Create(input, new StreamPipeReaderOptions(bufferSize: 1 << 20));
        while (true)
        {
            var read = await reader.ReadAsync(ct);
            var buffer = read.Buffer;
            while (TakeLine(ref buffer, read.IsCompleted) is { } line)
            {
                await StartAsync(line, output, ct);
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
            await FinishAsync(0, output, ct);
            if (read.IsCompleted)
            {
                await preparing;
                return !hasFailed;
            }
        }
    }

    private async Task StartAsync(byte[] line, Stream output, CancellationToken ct)
    {
        if (!isPrepared)
        {
            // The rules are compiled while the masker reads its word lists for the first line.
            isPrepared = true;
            preparing = Task.Run(() => analyst.Value, ct);
        }

        working.Enqueue(Task.Run(() => Judge(line), ct));
        await FinishAsync(Environment.ProcessorCount * 2, output, ct);
    }

    private async Task FinishAsync(int most, Stream output, CancellationToken ct)
    {
        while (working.Count > most)
        {
            await output.WriteAsync(await working.Dequeue(), ct);
        }

        if (most == 0)
        {
            await output.FlushAsync(ct);
        }
    }

    private byte[]? TakeLine(ref ReadOnlySequence<byte> buffer, bool isLast)
    {
        while (true)
        {
            var end = buffer.PositionOf((byte)'\n');
            if (end is null && !isLast)
            {
                return buffer.Length > LongestLine ? Skip(ref buffer) : null;
            }

            var line = end is { } at ? buffer.Slice(0, at) : buffer;
            buffer = end is { } next ? buffer.Slice(buffer.GetPosition(1, next)) : buffer.Slice(buffer.End);
            var skipped = isSkipping;
            isSkipping = false;
            if (!skipped && !IsBlank(line))
            {
                return line.Length > LongestLine ? [] : line.ToArray();
            }

            if (end is null)
            {
                return null;
            }
        }
    }

    // An empty line in the queue stands for one that was too long.
    private byte[]? Skip(ref ReadOnlySequence<byte> buffer)
    {
        buffer = buffer.Slice(buffer.End);
        var first = !isSkipping;
        isSkipping = true;
        return first ? [] : null;
    }

    private static bool IsBlank(in ReadOnlySequence<byte> line) => line.IsEmpty || (line.Length == 1 && line.FirstSpan[0] == '\r');

    private byte[] Judge(byte[] line)
    {
        if (line.Length == 0)
        {
            hasFailed = true;
            return AnalyzedLineFormat.Error(null, "TooLarge", "The line is longer than 32 MB; the call is refused.");
        }

        if (!AnalyzedLineFormat.TryRead(line, out var request, out var problem))
        {
            hasFailed = true;
            return AnalyzedLineFormat.Error(request.Id, problem.Code, problem.Message);
        }

        var masked = masker.Value.Mask(new Conversation(request.Language, request.Turns));
        if (!masked.IsMasked)
        {
            hasFailed = true;
            return AnalyzedLineFormat.Error(request.Id, $"{masked.Refusal}", MaskedLineFormat.Explain(masked.Refusal));
        }

        if (analyst.Value.Refuse(masked.Value) is { } refusal)
        {
            hasFailed = true;
            return AnalyzedLineFormat.Error(request.Id, $"{refusal}", AnalyzedLineFormat.Explain(refusal));
        }

        return AnalyzedLineFormat.Write(request.Id, masked.Value, analyst.Value.Analyze(masked.Value));
    }
}
