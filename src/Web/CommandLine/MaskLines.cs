using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Earshot.Masking;

namespace Earshot.Web.CommandLine;

/// <summary>
/// Masks standard input line by line. Memory is bounded by the longest line. A line that cannot be masked gives a line
/// with its reason, never its text.
/// </summary>
internal sealed class MaskLines(Masker masker, bool isJson, string? language)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private bool hasFailed;

    // Bytes of the unfinished line that were searched already, so that a long line is searched once.
    private long searched;

    /// <summary>True when every line was masked.</summary>
    public async Task<bool> RunAsync(Stream input, Stream output, CancellationToken ct)
    {
        var reader = PipeReader.Create(input, new StreamPipeReaderOptions(bufferSize: 1 << 16));
        var writer = PipeWriter.Create(output);
        using var json = new Utf8JsonWriter(writer, MaskedLineFormat.WriterOptions);
        while (true)
        {
            var read = await reader.ReadAsync(ct);
            var buffer = read.Buffer;
            while (TryTakeLine(ref buffer, read.IsCompleted, out var line))
            {
                MaskLine(line, writer, json);
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
            await writer.FlushAsync(ct);
            if (read.IsCompleted)
            {
                await writer.CompleteAsync();
                return !hasFailed;
            }
        }
    }

    private bool TryTakeLine(ref ReadOnlySequence<byte> buffer, bool isLast, out ReadOnlySequence<byte> line)
    {
        if (buffer.Slice(searched).PositionOf((byte)'\n') is { } end)
        {
            searched = 0;
            line = buffer.Slice(0, end);
            buffer = buffer.Slice(buffer.GetPosition(1, end));
            return true;
        }

        searched = isLast ? 0 : buffer.Length;
        line = isLast ? buffer : default;
        buffer = isLast ? buffer.Slice(buffer.End) : buffer;
        return isLast && !line.IsEmpty;
    }

    private void MaskLine(in ReadOnlySequence<byte> line, PipeWriter writer, Utf8JsonWriter json)
    {
        if (!isJson)
        {
            MaskPlain(line, writer);
            writer.Write("\n"u8);
            return;
        }

        if (line.IsEmpty || (line.Length == 1 && line.FirstSpan[0] == '\r'))
        {
            return;
        }

        MaskJson(line, json);
        json.Flush();
        json.Reset();
        writer.Write("\n"u8);
    }

    private void MaskPlain(in ReadOnlySequence<byte> line, PipeWriter writer)
    {
        try
        {
            var result = masker.Mask(StrictUtf8.GetString(line), language);
            hasFailed |= !result.IsMasked;
            Encoding.UTF8.GetBytes(result.IsMasked ? result.Value.Value : $"[not masked: {result.Refusal}]", writer);
        }
        catch (DecoderFallbackException)
        {
            hasFailed = true;
            Encoding.UTF8.GetBytes($"[not masked: {MaskingRefusal.InvalidText}]", writer);
        }
    }

    private void MaskJson(in ReadOnlySequence<byte> line, Utf8JsonWriter json)
    {
        if (!MaskedLineFormat.TryRead(line, out var request, out var problem))
        {
            hasFailed = true;
            MaskedLineFormat.WriteError(json, request.Id, problem.Code, problem.Message);
            return;
        }

        var result = masker.Mask(new Conversation(request.Language ?? language, request.Turns));
        if (result.IsMasked)
        {
            MaskedLineFormat.Write(json, request, result.Value);
            return;
        }

        hasFailed = true;
        MaskedLineFormat.WriteError(json, request.Id, $"{result.Refusal}", MaskedLineFormat.Explain(result.Refusal));
    }
}
