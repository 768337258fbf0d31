using Earshot.Masking;
using Earshot.Platform.Kernel;

namespace Earshot.Platform.Calls.Upload.Transcripts;

/// <summary>SubRip: numbered cues with labels.</summary>
internal static class SubRipTranscript
{
    public static Result<List<Turn>> Read(string text) =>
        Cues.Read(text.ReplaceLineEndings("\n").Split('\n'), skip: 0, cue => (null, cue.Trim()));
}
