namespace Earshot.Speech.Segments;

/// <summary>A stretch of one channel in which somebody seems to speak, short enough for the engine.</summary>
internal sealed record SpeechPiece(int Channel, TimeSpan Start, float[] Samples, int SampleRate)
{
    /// <summary>How much of it has the level of speech.</summary>
    public TimeSpan Sound { get; init; }

    public TimeSpan Duration => TimeSpan.FromSeconds((double)Samples.Length / SampleRate);

    public TimeSpan End => Start + Duration;
}
