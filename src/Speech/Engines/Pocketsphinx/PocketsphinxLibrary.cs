using System.Runtime.InteropServices;

namespace Earshot.Speech.Engines.Pocketsphinx;

/// <summary>The part of libpocketsphinx (5 prealpha, as Debian ships it) that is used.</summary>
internal static unsafe partial class PocketsphinxLibrary
{
    private const string Decoder = "libpocketsphinx.so.3";
    private const string Common = "libsphinxbase.so.3";

    [LibraryImport(Decoder, EntryPoint = "ps_args")]
    public static partial nint Arguments();

    [LibraryImport(Decoder, EntryPoint = "ps_init")]
    public static partial nint Init(nint settings);

    [LibraryImport(Decoder, EntryPoint = "ps_free")]
    public static partial int Free(nint decoder);

    [LibraryImport(Decoder, EntryPoint = "ps_start_utt")]
    public static partial int StartUtterance(nint decoder);

    [LibraryImport(Decoder, EntryPoint = "ps_process_raw")]
    public static partial int ProcessRaw(nint decoder, short* samples, nuint count, int withoutSearch, int isWhole);

    [LibraryImport(Decoder, EntryPoint = "ps_end_utt")]
    public static partial int EndUtterance(nint decoder);

    [LibraryImport(Decoder, EntryPoint = "ps_seg_iter")]
    public static partial nint FirstSegment(nint decoder);

    [LibraryImport(Decoder, EntryPoint = "ps_seg_next")]
    public static partial nint NextSegment(nint segment);

    [LibraryImport(Decoder, EntryPoint = "ps_seg_word")]
    public static partial nint Word(nint segment);

    [LibraryImport(Decoder, EntryPoint = "ps_seg_frames")]
    public static partial void Frames(nint segment, out int first, out int last);

    [LibraryImport(Decoder, EntryPoint = "ps_seg_prob")]
    public static partial int Posterior(nint segment, int* acoustic, int* language, int* backoff);

    [LibraryImport(Decoder, EntryPoint = "ps_get_logmath")]
    public static partial nint LogMath(nint decoder);

    [LibraryImport(Common, EntryPoint = "logmath_exp")]
    public static partial double Exp(nint logMath, int value);

    [LibraryImport(Common, EntryPoint = "cmd_ln_parse_r")]
    public static partial nint ParseSettings(nint previous, nint definitions, int count, nint* arguments, int strict);

    [LibraryImport(Common, EntryPoint = "err_set_logfp")]
    public static partial void SetLog(nint file);
}
