using System.Globalization;
using Earshot.Platform.Kernel;

namespace Earshot.Platform.Calls.Upload;

/// <summary>Every way in which a file or request is refused before it becomes a call.</summary>
internal static class UploadFailures
{
    public static readonly Failure Empty = new(FailureKind.Invalid, "empty_file", "The file is empty. Check that the recording was written to its end, and send it again.");

    public static readonly Failure NotUtf8 = new(FailureKind.Invalid, "not_utf8", "The transcript is not UTF-8 text. Save it as UTF-8 and send it again.");

    public static readonly Failure NoTurns = new(FailureKind.Invalid, "no_turns", "The transcript holds no words. Each turn needs a speaker and a text.");

    public static readonly Failure TranscriptTooLarge = new(
        FailureKind.TooLarge, "transcript_too_large", "The transcript is larger than 8 MB or 50,000 turns. Split it into calls.");

    public static readonly Failure NotAudio = new(
        FailureKind.Invalid, "not_audio", "This is neither a recording nor a transcript that can be read. Send wav, mp3, ogg, opus, m4a, flac, amr or webm, or a transcript as json, jsonl, vtt, srt or txt.");

    public static readonly Failure NoConsent = new(
        FailureKind.Invalid, "no_consent", "The call is marked as recorded without consent, so it was refused and nothing of it was kept.");

    public static readonly Failure UnknownLanguage = new(
        FailureKind.Invalid, "unknown_language", "The language is not one that can be masked. Use ru, en or ar, or leave it out.");

    public static readonly Failure KeyReused = new(
        FailureKind.Conflict, "idempotency_key_reused", "This Idempotency-Key came before with other content. Use a new key for a new call.");

    public static readonly Failure UploadNotFound = new(FailureKind.NotFound, "upload_not_found", "There is no such upload, or it was given up after a day without data. Start it again.");

    public static readonly Failure WrongOffset = new(FailureKind.Conflict, "wrong_offset", "Upload-Offset does not match what was received. Ask with HEAD and go on from there.");

    public static readonly Failure Incomplete = new(FailureKind.Conflict, "upload_incomplete", "Not all of the file has arrived. Ask with HEAD and go on from there.");

    public static Failure TooLarge(long limit) => new(
        FailureKind.TooLarge, "too_large", string.Create(CultureInfo.InvariantCulture, $"The file is larger than {limit / (1024 * 1024)} MB. Send a compressed recording, or raise EARSHOT_MAX_UPLOAD_MB."));

    public static Failure BadMetadata(string field, string rule) => new(FailureKind.Invalid, "bad_metadata", $"The field {field} can't be used: {rule}.");

    public static Failure BadTranscript(int line, string rule) => new(
        FailureKind.Invalid, "bad_transcript", string.Create(CultureInfo.InvariantCulture, $"The transcript can't be read at line {line}: {rule}."));

    public static Failure BadTurn(int index, string rule) => new(
        FailureKind.Invalid, "bad_transcript", string.Create(CultureInfo.InvariantCulture, $"Turn {index + 1} can't be read: {rule}."));
}
