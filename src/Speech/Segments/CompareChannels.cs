namespace Earshot.Speech.Segments;

/// <summary>
/// Finds out whether what one channel carries is only a copy or an echo of another: mono saved as stereo, or a voice that leaks
/// through. Keeps three numbers for each tenth of a second.
/// </summary>
internal sealed class CompareChannels(int sampleRate)
{
    private const double SameSignal = 0.9;
    private const double Equal = 1.3;
    private readonly int blockLength = sampleRate / 10;
    private readonly List<(float First, float Second, float Product)> blocks = [];
    private (float First, float Second, float Product) open;
    private int filled;

    /// <summary>Takes the next frames of a recording with two channels.</summary>
    public void Take(ReadOnlySpan<float> interleaved)
    {
        for (var i = 0; i + 1 < interleaved.Length; i += 2)
        {
            var (first, second) = (interleaved[i], interleaved[i + 1]);
            open = (open.First + (first * first), open.Second + (second * second), open.Product + (first * second));
            if (++filled == blockLength)
            {
                blocks.Add(open);
                (open, filled) = (default, 0);
            }
        }
    }

    /// <summary>True when the other channel carries the same sound, louder or as loud; of two equal ones the first stays.</summary>
    public bool IsCopy(SpeechPiece piece)
    {
        var (first, second, product) = Sum(piece);
        if (product * product < SameSignal * first * second || first <= 0 || second <= 0)
        {
            return false;
        }

        return piece.Channel == 0 ? second > first * Equal : first * Equal >= second;
    }

    private (double First, double Second, double Product) Sum(SpeechPiece piece)
    {
        var from = (int)(piece.Start.TotalSeconds * 10);
        var to = Math.Min(blocks.Count, (int)(piece.End.TotalSeconds * 10) + 1);
        var sum = (First: 0.0, Second: 0.0, Product: 0.0);
        for (var i = from; i < to; i++)
        {
            sum = (sum.First + blocks[i].First, sum.Second + blocks[i].Second, sum.Product + blocks[i].Product);
        }

        return sum;
    }
}
