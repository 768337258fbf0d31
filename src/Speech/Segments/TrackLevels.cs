namespace Earshot.Speech.Segments;

/// <summary>Learns the noise floor and the speech level of a channel and tells from which level on a frame counts as speech.</summary>
internal sealed class TrackLevels
{
    public const int FramesPerSecond = 100;
    public const float Silence = -90;
    private const float QuietestSpeech = -60;
    private const float Clearance = 6;
    private const float ShareOfRange = 0.3f;
    private const int Refresh = 10;

    private readonly DecayingHistogram floors = new(halfLife: 30 * FramesPerSecond);
    private readonly DecayingHistogram speech = new(halfLife: 300 * FramesPerSecond);
    private int seen;

    /// <summary>Level in decibels below full scale from which on a frame counts as speech.</summary>
    public float Threshold { get; private set; } = QuietestSpeech;

    /// <summary>Level of a frame in decibels below full scale, without its constant part.</summary>
    public static float LevelOf(ReadOnlySpan<float> frame)
    {
        float sum = 0, squares = 0;
        foreach (var sample in frame)
        {
            sum += sample;
            squares += sample * sample;
        }

        var mean = sum / frame.Length;
        var power = (squares / frame.Length) - (mean * mean);
        return power <= 1e-9f ? Silence : 10 * MathF.Log10(power);
    }

    public void Learn(float level)
    {
        floors.Add(level);
        if (level > Threshold)
        {
            speech.Add(level);
        }

        if (seen++ % Refresh == 0)
        {
            Update();
        }
    }

    private void Update()
    {
        var floor = floors.Percentile(0.1f);
        var top = Math.Max(floors.Percentile(0.95f), speech.Percentile(0.9f));
        Threshold = Math.Max(QuietestSpeech, floor + Math.Max(Clearance, ShareOfRange * (top - floor)));
    }
}
