using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Earshot.Speech.Decoding;

/// <summary>Starts ffmpeg as a child without a shell, without network and with limits.</summary>
internal static class StartDecoder
{
    // Only these readers are ever tried: playlists, scripts, subtitles and image sequences could open other files.
    private const string Formats =
        "wav,w64,aiff,au,caf,mp3,aac,ac3,ogg,flac,mov,mp4,m4a,3gp,matroska,webm,amr,amrnb,amrwb,asf,avi,flv,mpeg,mpegts,gsm,wv,tta,ape,voc";

    /// <summary>Starts a decoder that reads standard input, or the given file, and writes a wave stream.</summary>
    public static Process From(string? path, int sampleRate, DecodingLimits limits)
    {
        var start = new ProcessStartInfo(limits.Program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        KeepOnlyPath(start);
        foreach (var argument in Arguments(path, sampleRate))
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            var process = Process.Start(start) ?? throw new Win32Exception("not started");
            Confine(process, limits);
            return process;
        }
        catch (Win32Exception)
        {
            throw new DecodingException(SpeechFailure.DecoderFailed, "ffmpeg is not installed: install the package ffmpeg, or name it in EARSHOT_FFMPEG.");
        }
    }

    private static IEnumerable<string> Arguments(string? path, int sampleRate) =>
    [
        "-hide_banner", "-nostats", "-v", "info", "-threads", "1",
        "-protocol_whitelist", path is null ? "pipe" : "file", "-format_whitelist", Formats,
        "-i", path ?? "pipe:0",
        "-map", "0:a:0", "-vn", "-sn", "-dn", "-map_metadata", "-1",
        "-ar", sampleRate.ToString(CultureInfo.InvariantCulture), "-c:a", "pcm_s16le", "-fflags", "+bitexact", "-f", "wav", "pipe:1",
    ];

    private static void KeepOnlyPath(ProcessStartInfo start)
    {
        var path = Environment.GetEnvironmentVariable("PATH");
        start.Environment.Clear();
        start.Environment["PATH"] = path;
    }

    private static void Confine(Process process, DecodingLimits limits)
    {
        Native.Limit(process.Id, Native.LimitAddressSpace, limits.MaxMemory);
        Native.Limit(process.Id, Native.LimitFileSize, 0);
        Native.Limit(process.Id, Native.LimitCore, 0);
        Native.Limit(process.Id, Native.LimitCpu, (long)Math.Max(60, limits.MaxDuration.TotalSeconds / 10));
    }
}
