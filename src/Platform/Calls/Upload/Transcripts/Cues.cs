using Earshot.Masking;
using Earshot.Platform.Kernel;

namespace Earshot.Platform.Calls.Upload.Transcripts;

/// <summary>Cues, which WebVTT and SubRip share: a line with times, then lines of text up to an empty one.</summary>
internal static class Cues
{
    public static Result<List<Turn>> Read(string[] lines, int skip, Func<string, (string? Speaker, string Words)> voice)
    {
        var turns = new List<Turn>();
        var speaker = "speaker";
        for (var i = skip; i < lines.Length; i++)
        {
            if (!lines[i].Contains("-->", StringComparison.Ordinal))
            {
                continue;
            }

            if (!CueTimes.TryParseCue(lines[i], out var start, out var end))
            {
                return UploadFailures.BadTranscript(i + 1, "a cue needs times such as 00:01.000 --> 00:04.000");
            }

            for (i++; i < lines.Length && lines[i].Trim().Length > 0; i++)
            {
                var (tagged, words) = voice(lines[i]);
                if (tagged is null && SpeakerPrefix.TrySplit(words, out var label, out var rest))
                {
                    (tagged, words) = (label, rest);
                }

                speaker = tagged ?? speaker;
                Add(turns, speaker, words, start, end);
            }
        }

        return turns;
    }

    // Lines of one cue by one speaker are one turn.
    private static void Add(List<Turn> turns, string speaker, string words, TimeSpan start, TimeSpan end)
    {
        if (words.Length == 0)
        {
            return;
        }

        if (turns.Count > 0 && turns[^1] is { } last && last.Speaker == speaker && last.Start == start && last.End == end)
        {
            turns[^1] = last with { Text = $"{last.Text} {words}" };
            return;
        }

        turns.Add(new Turn(speaker, words, start, end));
    }
}
