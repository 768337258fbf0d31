namespace Earshot.Platform.Calls.Upload;

/// <summary>
/// A first look at the beginning of a file: is it of a kind that may hold sound? The decoder decides in the end; this refuses
/// documents and pictures at once, while the sender still waits for the answer.
/// </summary>
internal static class AudioSignature
{
    /// <summary>Bytes that are needed for the look.</summary>
    public const int Length = 12;

    /// <summary>Magic numbers: RIFF/RF64 wave, Ogg, FLAC, AMR, ISO base media, EBML (webm), AIFF, CAF, ADTS and MPEG audio, ID3, Sun audio.</summary>
    public static bool MayHoldSound(ReadOnlySpan<byte> start) =>
        (start.Length >= Length && (start[4..].StartsWith("ftyp"u8) || IsWave(start) || (start.StartsWith("FORM"u8) && start[8..].StartsWith("AIF"u8))))
        || start.StartsWith("OggS"u8) || start.StartsWith("fLaC"u8) || start.StartsWith("#!AMR"u8) || start.StartsWith("ID3"u8)
        || start.StartsWith("caff"u8) || start.StartsWith(".snd"u8) || start.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3])
        || IsMpegFrame(start);

    private static bool IsWave(ReadOnlySpan<byte> start) => (start.StartsWith("RIFF"u8) || start.StartsWith("RF64"u8)) && start[8..].StartsWith("WAVE"u8);

    // Eleven set bits, then a version and a layer that are not reserved; ADTS has layer zero.
    private static bool IsMpegFrame(ReadOnlySpan<byte> start) =>
        start.Length >= 4 && start[0] == 0xFF && (start[1] & 0xE0) == 0xE0 && (start[1] & 0x18) != 0x08 && (start[2] & 0xF0) != 0xF0;
}
