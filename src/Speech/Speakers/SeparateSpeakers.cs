namespace Earshot.Speech.Speakers;

/// <summary>
/// Tells the voices of one channel apart: pieces of speech are joined while a Gaussian over both says they are one voice, then
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

    /// <param name="windows">Half seconds of one channel, by time.</param>
    /// <param name="atMost">Most voices to look for, at least 1.</param>
    /// <returns>Number of the voice, from 0, for each window; all 0 when there is one voice.</returns>
    public static int[] Of(IReadOnlyList<VoiceWindow> windows, int atMost)
    {
        var usable = windows.Where(window => window.Frames >= 10).ToList();
        var shapes = usable.Count < 2 * WindowsPerSegment ? [] : Cluster(Segments(usable), atMost);
        return shapes.Count < 2 ? new int[windows.Count] : Align(windows, shapes);
    }

    private static List<VoiceShape> Segments(List<VoiceWindow> windows)
    {
        var segments = windows.GroupBy(window => window.Piece).SelectMany(piece => piece.Chunk(WindowsPerSegment)).Where(part => part.Length > 1).ToList();
        var every = Math.Max(1.0, (double)segments.Count / MaxSegments);
        return [.. Enumerable.Range(0, (int)(segments.Count / every)).Select(i => VoiceShape.Of(segments[(int)(i * every)]))];
    }

    // Joins the most alike until few enough are left, and further while two of them are alike. One that has hardly spoken is no voice.
    private static List<VoiceShape> Cluster(List<VoiceShape> shapes, int atMost)
    {
        var pairs = new Distances(shapes);
        while (pairs.Count > 1 && (pairs.Count > atMost || pairs.AreNearestAlike))
        {
            pairs.JoinNearest();
        }

        var rest = pairs.Rest();
        var frames = rest.Sum(shape => shape.Frames);
        return rest.FindAll(shape => shape.Frames / frames >= LeastShare);
    }

    /// <summary>Positive when two shapes are better told apart than joined.</summary>
    internal static double Difference(VoiceShape one, VoiceShape other)
    {
        var both = VoiceShape.Of(one, other);
        var gain = 0.5 * ((both.Frames * both.LogDeterminant) - (one.Frames * one.LogDeterminant) - (other.Frames * other.LogDeterminant));
        const double parameters = Cepstrum.Count + (Cepstrum.Count * (Cepstrum.Count + 1) / 2.0);
        return gain - (Penalty * 0.5 * parameters * Math.Log(both.Frames));
    }

    private static int[] Align(IReadOnlyList<VoiceWindow> windows, List<VoiceShape> shapes)
    {
        var voices = new int[windows.Count];
        for (var round = 0; round < Rounds; round++)
        {
            var next = Path(windows, shapes);
            var isStable = next.SequenceEqual(voices);
            voices = next;
            var given = shapes.Select((_, voice) => Given(windows, voices, voice)).ToList();
            if (isStable || given.Exists(own => own.Count < 2))
            {
                break;
            }

            shapes = given.ConvertAll(VoiceShape.Of);
        }

        return voices;
    }

    private static List<VoiceWindow> Given(IReadOnlyList<VoiceWindow> windows, int[] voices, int voice) =>
        [.. windows.Where((window, i) => voices[i] == voice && window.Frames > 0)];

    private static int[] Path(IReadOnlyList<VoiceWindow> windows, List<VoiceShape> shapes)
    {
        var before = new int[windows.Count, shapes.Count];
        var scores = new double[shapes.Count];
        for (var i = 0; i < windows.Count; i++)
        {
            var price = i > 0 && windows[i].Piece != windows[i - 1].Piece ? ChangePriceAtPause : ChangePrice;
            var best = Best(scores);
            // Neighbouring frames repeat each other, so a window counts as a few frames, not as fifty.
            var weight = Math.Min(FramesThatCount, windows[i].Frames);
            for (var voice = 0; voice < shapes.Count; voice++)
            {
                before[i, voice] = scores[best] - price > scores[voice] ? best : voice;
            }

            scores = [.. shapes.Select((shape, voice) =>
                scores[before[i, voice]] - (before[i, voice] == voice ? 0 : price) + (weight * shape.Fits(windows[i])))];
        }

        return WalkBack(before, Best(scores));
    }

    private static int Best(double[] scores) => Array.IndexOf(scores, scores.Max());

    private static int[] WalkBack(int[,] before, int last)
    {
        var voices = new int[before.GetLength(0)];
        for (var i = voices.Length - 1; i >= 0; i--)
        {
            voices[i] = last;
            last = before[i, last];
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

        public bool AreNearestAlike => Nearest() is var (a, b) && table[a, b] < 0;

        public List<VoiceShape> Rest() => [.. shapes.OfType<VoiceShape>()];

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
