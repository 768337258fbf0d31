namespace Earshot.Speech.Decoding;

/// <summary>How a decoder ended.</summary>
internal sealed record DecoderEnd(int ExitCode, TimeSpan Decoded, long InputBytes, bool IsCutOff, bool KnownContainer);

/// <summary>Decides from a decoder's end whether the recording was whole, and if not, what to tell its owner.</summary>
internal static class JudgeEnd
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(0.5);
    private const double Share = 0.02;
    private const int HeaderOnly = 128;

    public static DecodingException? Of(DecoderEnd end, DecoderReport report) => end switch
    {
        { InputBytes: 0 } => new(SpeechFailure.Empty, "The file is empty."),
        _ when report.NoSound => new(SpeechFailure.NotAudio, "There is no sound in the file."),
        _ when report.NoIndex => CutOff(),
        { Decoded.Ticks: 0, KnownContainer: false } => new(SpeechFailure.NotAudio, "The file is not a recording, whatever its name says. Send wav, mp3, ogg, m4a, flac, amr or webm."),
        { Decoded.Ticks: 0, ExitCode: 0 } when report.Duration is null or { Ticks: 0 } => new(SpeechFailure.Empty, "The recording holds no sound at all."),
        { Decoded.Ticks: 0, InputBytes: <= HeaderOnly } => new(SpeechFailure.Empty, "The recording holds no sound at all."),
        { Decoded.Ticks: 0 } => new(SpeechFailure.Corrupt, "The recording is damaged: nothing of it could be decoded. Send it again."),
        { IsCutOff: true } => CutOff(),
        _ when IsShort(end.Decoded, report) => CutOff(),
        _ when end.ExitCode is not 0 => new(SpeechFailure.Corrupt, "The recording is damaged. Send it again."),
        _ => null,
    };

    // A picture may outlast its sound, so a container's length proves nothing where there is a picture.
    private static bool IsShort(TimeSpan decoded, DecoderReport report) =>
        report.Duration is { } declared && !report.HasVideo && declared - decoded > Tolerance && declared - decoded > declared * Share;

    private static DecodingException CutOff() => new(SpeechFailure.Corrupt, "The recording was cut off: a part of the file is missing. Send it again.");
}
