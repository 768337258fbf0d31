namespace Earshot.Speech.Speakers;

/// <summary>
/// Tells two voices of one channel apart: pieces of speech are joined while a Gaussian over both says they are one voice, then
/// every half second is given to the voice that it fits, with a price for each change (bottom-up clustering with the Bayesian
/// information criterion, then Viterbi).
/// </summary>
internal static class SeparateSpeakers
{
    private const int MaxSegments = 240;
    private const int WindowsPerSegment = 5;
    private const int Rounds = 6;
    private const double ChangePrice = 12;
    private const double ChangePriceAtPause = 4;
    private const double FramesThatCount = 8;
    private const double Penalty = 2.2;
    private const double LeastShare = 0.06;

    /// <returns>Number of the voice (0 or 1) for each window; all 0 when there is one voice.</returns>
    public static int[] Of(IReadOnlyList<VoiceWindow> windows)
    {
        var usable = windows.Where(window => window.Frames >= 10).ToList();
        if (usable.Count < 2 * WindowsPerSegment || Cluster(Segments(usable)) is not var (one, other))
        {
            return new int[windows.Count];
        }

        return Align(windows, one, other);
    }

    private static List<VoiceShape> Segments(List<VoiceWindow> windows)
    {
        var segments = windows.GroupBy(window => window.Piece).SelectMany(piece => piece.Chunk(WindowsPerSegment)).Where(part => part.Length > 1).ToList();
        var every = Math.Max(1.0, (double)segments.Count / MaxSegments);
        return [.. Enumerable.Range(0, (int)(segments.Count / every)).Select(i => VoiceShape.Of(segments[(int)(i * every)]))];
    }

    // Joins the most alike until two are left; gives null when even those two are alike.
    private static (VoiceShape One, VoiceShape Other)? Cluster(List<VoiceShape> shapes)
    {
        if (shapes.Count < 2)
        {
            return null;
        }

        var pairs = new Distances(shapes);
        while (pairs.Count > 2)
        {
            pairs.JoinNearest();
        }

        var (one, other) = pairs.Rest();
        var (small, large) = (Math.Min(one.Frames, other.Frames), Math.Max(one.Frames, other.Frames));
        return small / (small + large) < LeastShare || Difference(one, other) < 0 ? null : (one, other);
    }

    /// <summary>Positive when two shapes are better told apart than joined.</summary>
    internal static double Difference(VoiceShape one, VoiceShape other)
    {
        var both = VoiceShape.Of(one, other);
        var gain = 0.5 * ((both.Frames * both.LogDeterminant) - (one.Frames * one.LogDeterminant) - (other.Frames * other.LogDeterminant));
        const double parameters = Cepstrum.Count + (Cepstrum.Count * (Cepstrum.Count + 1) / 2.0);
        return gain - (Penalty * 0.5 * parameters * Math.Log(both.Frames));
    }

    private static int[] Align(IReadOnlyList<VoiceWindow> windows, VoiceShape one, VoiceShape other)
    {
        var voices = new int[windows.Count];
        for (var round = 0; round < Rounds; round++)
        {
            var next = Path(windows, one, other);
            var isStable = next.SequenceEqual(voices);
            voices = next;
            var (ofOne, ofOther) = (Given(windows, voices, 0), Given(windows, voices, 1));
            if (isStable || ofOne.Count < 2 || ofOther.Count < 2)
            {
                break;
            }

            (one, other) = (VoiceShape.Of(ofOne), VoiceShape.Of(ofOther));
        }

        return voices;
    }

    private static List<VoiceWindow> Given(IReadOnlyList<VoiceWindow> windows, int[] voices, int voice) =>
        [.. windows.Where((window, i) => voices[i] == voice && window.Frames > 0)];

    private static int[] Path(IReadOnlyList<VoiceWindow> windows, VoiceShape one, VoiceShape other)
    {
        var cameFromOther = new bool[windows.Count, 2];
        var (scoreOne, scoreOther) = (0.0, 0.0);
        for (var i = 0; i < windows.Count; i++)
        {
            var price = i > 0 && windows[i].Piece != windows[i - 1].Piece ? ChangePriceAtPause : ChangePrice;
            (cameFromOther[i, 0], cameFromOther[i, 1]) = (scoreOther - price > scoreOne, scoreOne - price > scoreOther);
            var (beforeOne, beforeOther) = (Math.Max(scoreOne, scoreOther - price), Math.Max(scoreOther, scoreOne - price));
            // Neighbouring frames repeat each other, so a window counts as a few frames, not as fifty.
            var weight = Math.Min(FramesThatCount, windows[i].Frames);
            (scoreOne, scoreOther) = (beforeOne + (weight * one.Fits(windows[i])), beforeOther + (weight * other.Fits(windows[i])));
        }

        return WalkBack(cameFromOther, scoreOne >= scoreOther ? 0 : 1);
    }

    private static int[] WalkBack(bool[,] cameFromOther, int last)
    {
        var voices = new int[cameFromOther.GetLength(0)];
        for (var i = voices.Length - 1; i >= 0; i--)
        {
            voices[i] = last;
            last = cameFromOther[i, last] ? 1 - last : last;
        }

        return voices;
    }

    /// <summary>All pairs of shapes that are left, and how alike they are.</summary>
    private sealed class Distances
    {
        private readonly List<VoiceShape?> shapes;
        private readonly double[,] table;

        public Distances(List<VoiceShape> all)
        {
            shapes = [.. all];
            Count = all.Count;
            table = new double[Count, Count];
            for (var i = 0; i < Count; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    table[i, j] = Difference(all[i], all[j]);
                }
            }
        }

        public int Count { get; private set; }

        public void JoinNearest()
        {
            var (a, b) = Nearest();
            var joined = VoiceShape.Of(shapes[a] ?? throw Gone(), shapes[b] ?? throw Gone());
            (shapes[a], shapes[b]) = (joined, null);
            Count--;
            for (var i = 0; i < shapes.Count; i++)
            {
                if (i != a && shapes[i] is { } shape)
                {
                    table[Math.Max(i, a), Math.Min(i, a)] = Difference(joined, shape);
                }
            }
        }

        public (VoiceShape One, VoiceShape Other) Rest() => shapes.OfType<VoiceShape>().ToArray() is [var one, var other] ? (one, other) : throw Gone();

        private (int A, int B) Nearest()
        {
            var (nearest, a, b) = (double.MaxValue, 0, 0);
            for (var i = 0; i < shapes.Count; i++)
            {
                for (var j = 0; j < i && shapes[i] is not null; j++)
                {
                    (nearest, a, b) = shapes[j] is not null && table[i, j] < nearest ? (table[i, j], i, j) : (nearest, a, b);
                }
            }

            return (a, b);
        }

        private static InvalidOperationException Gone() => new("A joined voice was asked for.");
    }
}
