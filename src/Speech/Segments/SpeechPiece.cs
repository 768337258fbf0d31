namespace Earshot.Speech.Segments;

/// <summary>A stretch of one channel in which somebody seems to speak, short enough for the engine.</summary>
internal sealed record SpeechPiece(int Channel, TimeSpan Start, float[] Samples, int SampleRate)
{
    public TimeSpan Duration => TimeSpan.FromSeconds((double)Samples.Length / SampleRate);

    public TimeSpan End => Start + Duration;
}
