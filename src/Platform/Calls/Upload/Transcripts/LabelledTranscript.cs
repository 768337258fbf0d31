using Earshot.Masking;
using Earshot.Platform.Kernel;

namespace Earshot.Platform.Calls.Upload.Transcripts;

/// <summary>Plain text in which each utterance begins with its speaker, with or without a time: <c>[00:12] Agent: good morning</c>.</summary>
internal static class LabelledTranscript
{
    public static Result<List<Turn>> Read(string text)
    {
        var turns = new List<Turn>();
        var number = 0;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            var (start, words) = SplitTime(line.Trim());
            if (words.Length == 0)
            {
                continue;
            }

            if (SpeakerPrefix.TrySplit(words, out var label, out var said))
            {
                turns.Add(new Turn(label, said, start));
            }
            else if (turns.Count > 0)
            {
                turns[^1] = turns[^1] with { Text = $"{turns[^1].Text} {words}".Trim() };
            }
            else
            {
                return UploadFailures.BadTranscript(number, "the text must begin with a speaker, for example Agent: good morning");
            }
        }

        turns.RemoveAll(turn => turn.Text.Length == 0);
        return WithEnds(turns);
    }

    private static (TimeSpan? Start, string Words) SplitTime(string line)
    {
        var end = line.StartsWith('[') ? line.IndexOf(']', StringComparison.Ordinal) : line.IndexOf(' ', StringComparison.Ordinal);
        if (end <= 0)
        {
            return (null, line);
        }

        return CueTimes.TryParse(line.AsSpan(0, end).Trim("[]() "), out var time) ? (time, line[(end + 1)..].TrimStart(' ', '-')) : (null, line);
    }

    // A turn ends where the next one begins: the file gives no better.
    private static List<Turn> WithEnds(List<Turn> turns)
    {
        for (var i = 0; i + 1 < turns.Count; i++)
        {
            if (turns[i].Start is not null && turns[i + 1].Start is { } next && next >= turns[i].Start)
            {
                turns[i] = turns[i] with { End = next };
            }
        }

        return turns;
    }
}
