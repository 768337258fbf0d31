using System.Buffers;
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

    // What was read and not yet masked. No pipe: the runtime would compile what pipes are made of first, a fifth of the time to the first text.
    private byte[] unread = new byte[1 << 16];
    private int length;

    /// <summary>True when every line was masked.</summary>
    public async Task<bool> RunAsync(Stream input, Stream output, CancellationToken ct)
    {
        using var masked = new MemoryStream();
        await using var json = isJson ? new Utf8JsonWriter(masked, MaskedLineFormat.WriterOptions) : null;
        while (true)
        {
            MakeRoom();
            var read = await input.ReadAsync(unread.AsMemory(length), ct);
            MaskEnded(length, length + read, isLast: read == 0, masked, json);
            await output.WriteAsync(masked.GetBuffer().AsMemory(0, (int)masked.Length), ct);
            masked.SetLength(0);
            if (read == 0)
            {
                await output.FlushAsync(ct);
                return !hasFailed;
            }
        }
    }

    private void MakeRoom()
    {
        if (length == unread.Length)
        {
            Array.Resize(ref unread, length * 2);
        }
    }

    // Masks the lines that have ended; what comes after them is kept for the next time. A long line is searched once.
    private void MaskEnded(int searched, int end, bool isLast, MemoryStream masked, Utf8JsonWriter? json)
    {
        var start = 0;
        while (unread.AsSpan(searched, end - searched).IndexOf((byte)'\n') is var found and >= 0)
        {
            MaskLine(start, searched + found - start, masked, json);
            start = searched = searched + found + 1;
        }

        if (isLast && start < end)
        {
            MaskLine(start, end - start, masked, json);
            start = end;
        }

        unread.AsSpan(start, end - start).CopyTo(unread);
        length = end - start;
    }

    private void MaskLine(int start, int count, MemoryStream masked, Utf8JsonWriter? json)
    {
        if (json is null)
        {
            masked.Write(Encoding.UTF8.GetBytes(MaskPlain(unread.AsSpan(start, count))));
            masked.WriteByte((byte)'\n');
            return;
        }

        if (count == 0 || (count == 1 && unread[start] == '\r'))
        {
            return;
        }

        MaskJson(new ReadOnlySequence<byte>(unread, start, count), json);
        json.Flush();
        json.Reset();
        masked.WriteByte((byte)'\n');
    }

    private string MaskPlain(ReadOnlySpan<byte> line)
    {
        try
        {
            var result = masker.Mask(StrictUtf8.GetString(line), language);
            hasFailed |= !result.IsMasked;
            return result.IsMasked ? result.Value.Value : $"[not masked: {result.Refusal}]";
        }
        catch (DecoderFallbackException)
        {
            hasFailed = true;
            return $"[not masked: {MaskingRefusal.InvalidText}]";
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
