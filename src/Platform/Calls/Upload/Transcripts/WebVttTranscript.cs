using System.Net;
using System.Text.RegularExpressions;
using Earshot.Masking;
using Earshot.Platform.Kernel;

namespace Earshot.Platform.Calls.Upload.Transcripts;

/// <summary>WebVTT (W3C): cues with <c>&lt;v Speaker&gt;</c> tags or labels.</summary>
internal static partial class WebVttTranscript
{
    public static Result<List<Turn>> Read(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        if (!lines[0].StartsWith("WEBVTT", StringComparison.Ordinal))
        {
            return UploadFailures.BadTranscript(1, "a WebVTT file begins with WEBVTT");
        }

        return Cues.Read(lines, skip: 1, Voice);
    }

    private static (string? Speaker, string Words) Voice(string cue)
    {
        var voice = VoiceTag().Match(cue);
        var words = WebUtility.HtmlDecode(AnyTag().Replace(cue, string.Empty)).Trim();
        return voice.Success ? (WebUtility.HtmlDecode(voice.Groups["name"].Value).Trim(), words) : (null, words);
    }

    [GeneratedRegex(@"<v(\.[^\s>]*)?\s+(?<name>[^>]{1,80})>", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex VoiceTag();

    [GeneratedRegex("<[^>]{0,100}>", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex AnyTag();
}
