using System.Text;
using Earshot.Masking;
using Earshot.Platform.Kernel;

namespace Earshot.Platform.Calls.Upload.Transcripts;

/// <summary>A call as it stands in a transcript file: what was said, and what the file says about the call.</summary>
internal sealed record TranscribedCall(Conversation Conversation, CallMetadata Metadata);

/// <summary>Reads a ready transcript in any known format; says where and why when it can't.</summary>
internal static class ReadTranscript
{
    /// <summary>Longest transcript, in UTF-8 bytes: about a hundred hours of speech.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    /// <summary>Most turns of one call.</summary>
    public const int MaxTurns = 50_000;

    /// <summary>Guesses the format from the file's name, and from its beginning where the name says nothing.</summary>
    /// <returns>Null when it is no known transcript.</returns>
    public static TranscriptFormat? Detect(string fileName, ReadOnlySpan<byte> beginning) => Path.GetExtension(fileName).ToLowerInvariant() switch
    {
        ".json" => TranscriptFormat.Json,
        ".jsonl" or ".ndjson" => TranscriptFormat.JsonLines,
        ".vtt" => TranscriptFormat.WebVtt,
        ".srt" => TranscriptFormat.SubRip,
        ".txt" => TranscriptFormat.LabelledText,
        _ when StartsWith(beginning, "WEBVTT") => TranscriptFormat.WebVtt,
        _ when StartsWith(beginning, "{") => TranscriptFormat.Json,
        _ => null,
    };

    /// <summary>Reads all calls of a file: one, or one a line of JSON lines.</summary>
    public static IEnumerable<Result<TranscribedCall>> ReadAll(TranscriptFormat format, byte[] content)
    {
        if (format is not TranscriptFormat.JsonLines)
        {
            return [Read(format, content)];
        }

        return TryDecode(content, out var text)
            ? text.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => JsonTranscript.Read(line))
            : [UploadFailures.NotUtf8];
    }

    /// <summary>Reads one call.</summary>
    public static Result<TranscribedCall> Read(TranscriptFormat format, byte[] content)
    {
        if (content.Length > MaxBytes)
        {
            return UploadFailures.TranscriptTooLarge;
        }

        if (!TryDecode(content, out var text))
        {
            return UploadFailures.NotUtf8;
        }

        return format switch
        {
            TranscriptFormat.Json or TranscriptFormat.JsonLines => JsonTranscript.Read(text),
            TranscriptFormat.WebVtt => Checked(WebVttTranscript.Read(text)),
            TranscriptFormat.SubRip => Checked(SubRipTranscript.Read(text)),
            _ => Checked(LabelledTranscript.Read(text)),
        };
    }

    private static Result<TranscribedCall> Checked(Result<List<Turn>> turns) =>
        turns.Failure is { } failure ? failure : FromTurns(null, turns.Value, new CallMetadata());

    internal static Result<TranscribedCall> FromTurns(string? language, List<Turn> turns, CallMetadata metadata) => turns.Count switch
    {
        0 => UploadFailures.NoTurns,
        > MaxTurns => UploadFailures.TranscriptTooLarge,
        _ => new TranscribedCall(new Conversation(language, SpeakerLabels.Settle(turns)), metadata),
    };

    private static bool TryDecode(byte[] content, out string text)
    {
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content).TrimStart('\uFEFF');
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = string.Empty;
            return false;
        }
    }

    private static bool StartsWith(ReadOnlySpan<byte> beginning, string text)
    {
        var start = beginning.StartsWith("\uFEFF"u8) ? beginning[3..] : beginning;
        return start.TrimStart(" \r\n\t"u8).StartsWith(Encoding.ASCII.GetBytes(text));
    }
}
