using System.Text.Json;
using Earshot.Masking;
using Earshot.Platform.Kernel;

namespace Earshot.Platform.Calls.Upload.Transcripts;

/// <summary>
/// A JSON object with <c>turns</c>: <c>{"language","turns":[{"speaker","text","start"?,"end"?}]}</c>, times in seconds, and any
/// metadata fields beside them (<see cref="MetadataFields"/>).
/// </summary>
internal static class JsonTranscript
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 8, AllowTrailingCommas = true };

    public static Result<TranscribedCall> Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            return Read(document.RootElement);
        }
        catch (JsonException bad)
        {
            return UploadFailures.BadTranscript((int)(bad.LineNumber ?? 0) + 1, "this is not valid JSON");
        }
    }

    public static Result<TranscribedCall> Read(JsonElement call)
    {
        if (call.ValueKind is not JsonValueKind.Object || !call.TryGetProperty("turns", out var turns) || turns.ValueKind is not JsonValueKind.Array)
        {
            return UploadFailures.BadTranscript(1, "a JSON transcript is an object with an array named turns");
        }

        var metadata = MetadataFields.Read(call);
        if (metadata.Failure is { } wrong)
        {
            return wrong;
        }

        var list = new List<Turn>(turns.GetArrayLength());
        foreach (var turn in turns.EnumerateArray())
        {
            var read = ReadTurn(turn, list.Count);
            if (read.Failure is { } failure)
            {
                return failure;
            }

            list.Add(read.Value);
        }

        list.RemoveAll(turn => string.IsNullOrWhiteSpace(turn.Text));
        return ReadTranscript.FromTurns(metadata.Value.Language, list, metadata.Value);
    }

    private static Result<Turn> ReadTurn(JsonElement turn, int index)
    {
        if (turn.ValueKind is not JsonValueKind.Object || Text(turn, "speaker") is not { Length: > 0 } speaker || Text(turn, "text") is not { } text)
        {
            return UploadFailures.BadTurn(index, "it needs a speaker and a text");
        }

        if (!TryTime(turn, "start", out var start) || !TryTime(turn, "end", out var end) || end < start)
        {
            return UploadFailures.BadTurn(index, "start and end are seconds from the start of the call, end after start");
        }

        return new Turn(speaker, text, start, end);
    }

    private static string? Text(JsonElement turn, string name) =>
        turn.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static bool TryTime(JsonElement turn, string name, out TimeSpan? time)
    {
        time = null;
        if (!turn.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null)
        {
            return true;
        }

        if (value.ValueKind is not JsonValueKind.Number || value.GetDouble() is < 0 or > 1e7)
        {
            return false;
        }

        time = TimeSpan.FromMilliseconds(Math.Round(value.GetDouble() * 1000));
        return true;
    }
}
