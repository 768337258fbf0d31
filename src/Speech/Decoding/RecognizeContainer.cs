using System.Text;

namespace Earshot.Speech.Decoding;

/// <summary>Kinds of file that are treated differently before decoding.</summary>
internal enum Container
{
    Unknown,
    Known,
    Ogg,

    /// <summary>MP4 family: the index may come last, so the decoder needs a file in which it can go back.</summary>
    Indexed,
}

/// <summary>Tells the container from the first bytes of a file; its name is never trusted.</summary>
internal static class RecognizeContainer
{
    private static readonly string[] Boxes = ["ftyp", "moov", "mdat", "wide", "free", "skip"];
    private static readonly string[] Marks = ["RIFF", "RF64", "fLaC", "ID3", "#!AMR", "\u001aE\u00df\u00a3", "FORM", ".snd", "FLV", "caff", "0&\u00b2u"];

    public static Container Of(ReadOnlySpan<byte> head)
    {
        var text = Encoding.Latin1.GetString(head[..Math.Min(head.Length, 16)]);
        return text switch
        {
            _ when text.StartsWith("OggS", StringComparison.Ordinal) => Container.Ogg,
            _ when text.Length >= 8 && Boxes.Contains(text[4..8]) => Container.Indexed,
            _ when Marks.Any(mark => text.StartsWith(mark, StringComparison.Ordinal)) => Container.Known,
            _ when IsMpegFrame(head) => Container.Known,
            _ => Container.Unknown,
        };
    }

    // ISO/IEC 11172-3, 2.4.2.3: eleven or twelve set bits open a frame of MPEG audio or ADTS.
    private static bool IsMpegFrame(ReadOnlySpan<byte> head) =>
        head.Length > 3 && head[0] == 0xFF && (head[1] & 0xE0) == 0xE0 && (head[1] & 0x18) != 0x08 && (head[2] & 0xF0) != 0xF0;
}
