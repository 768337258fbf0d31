namespace Earshot.Speech.Segments;

/// <summary>
/// Finds speech in one channel by its level and cuts it at pauses into pieces that an engine can take. Looks two seconds ahead,
/// keeps no more than one piece in memory, and skips silence of any length.
/// </summary>
internal sealed class CutPieces(int channel, int sampleRate, CuttingRules rules)
{
    private const int LookAhead = 2 * TrackLevels.FramesPerSecond;
    private const int OnsetWindow = 10;
    private const int OnsetFrames = 5;

    private readonly int frameLength = sampleRate / TrackLevels.FramesPerSecond;
    private readonly SampleWindow window = new();
    private readonly TrackLevels levels = new();
    private readonly Queue<float> ahead = new();
    private readonly FrameHistory history = new();
    private long frame;
    private long measured;
    private long pieceStart = -1;
    private long lastSpeech = -1;
    private long cutBefore;
    private int speechFrames;

    /// <summary>Takes the next samples and gives the pieces that are complete.</summary>
    public IEnumerable<SpeechPiece> Take(ReadOnlySpan<float> samples)
    {
        window.Append(samples);
        Measure();
        return Advance(LookAhead);
    }

    /// <summary>The recording is over: gives what is left.</summary>
    public IEnumerable<SpeechPiece> Finish()
    {
        var pieces = Advance(0);
        return Close() is { } last ? pieces.Append(last) : pieces;
    }

    private void Measure()
    {
        for (; (measured + 1) * frameLength <= window.End; measured++)
        {
            var level = TrackLevels.LevelOf(window.Slice(measured * frameLength, (measured + 1) * frameLength));
            levels.Learn(level);
            ahead.Enqueue(level);
        }
    }

    private List<SpeechPiece> Advance(int lookAhead)
    {
        var pieces = new List<SpeechPiece>();
        for (; ahead.Count > lookAhead; frame++)
        {
            var level = ahead.Dequeue();
            history.Add(level, level > levels.Threshold);
            if (Step() is { } piece)
            {
                pieces.Add(piece);
            }
        }

        window.DropBefore((pieceStart < 0 ? frame - OnsetWindow : pieceStart - 1) * frameLength - Samples(rules.Margin));
        return pieces;
    }

    private SpeechPiece? Step()
    {
        var finished = default(SpeechPiece);
        if (history.ActiveAmong(OnsetWindow) >= OnsetFrames)
        {
            finished = IsLongPause() || (IsPause() && IsLongEnough()) ? Close() : null;
            Extend();
        }
        else if (IsLongPause())
        {
            finished = Close();
        }

        return pieceStart >= 0 && frame - pieceStart >= Frames(rules.Longest) - (2 * Frames(rules.Margin)) ? Split() : finished;
    }

    private bool IsPause() => pieceStart >= 0 && frame - lastSpeech >= Frames(rules.Pause);

    private bool IsLongPause() => pieceStart >= 0 && frame - lastSpeech >= Frames(rules.LongPause);

    private bool IsLongEnough() => lastSpeech - pieceStart >= Frames(rules.Preferred);

    private void Extend()
    {
        if (pieceStart < 0)
        {
            pieceStart = Math.Max(cutBefore, frame - OnsetWindow + 1);
            speechFrames = 0;
        }

        if (history.IsActive)
        {
            speechFrames++;
            lastSpeech = frame;
        }
    }

    private SpeechPiece? Close()
    {
        if (pieceStart < 0 || lastSpeech < pieceStart)
        {
            return null;
        }

        var piece = speechFrames < Frames(rules.Shortest) ? null : Piece(pieceStart - Frames(rules.Margin), lastSpeech + 1 + Frames(rules.Margin));
        pieceStart = -1;
        return piece;
    }

    // No pause for too long: cut where it is quietest in the last third.
    private SpeechPiece Split()
    {
        var cut = frame - history.QuietestBack((int)(frame - pieceStart) / 3);
        var piece = Piece(pieceStart - Frames(rules.Margin), cut);
        (pieceStart, speechFrames) = (cut, 0);
        return piece;
    }

    private SpeechPiece Piece(long fromFrame, long toFrame)
    {
        var from = Math.Max(cutBefore, fromFrame) * frameLength;
        var slice = window.Slice(from, toFrame * frameLength);
        cutBefore = toFrame;
        return new SpeechPiece(channel, TimeSpan.FromSeconds((double)Math.Max(from, window.Begin) / sampleRate), slice.ToArray(), sampleRate)
        {
            Sound = TimeSpan.FromSeconds((double)speechFrames / TrackLevels.FramesPerSecond),
        };
    }

    private static long Frames(TimeSpan time) => (long)(time.TotalSeconds * TrackLevels.FramesPerSecond);

    private long Samples(TimeSpan time) => (long)(time.TotalSeconds * sampleRate);
}
