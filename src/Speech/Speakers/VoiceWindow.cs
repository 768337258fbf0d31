namespace Earshot.Speech.Speakers;

/// <summary>Sums over the frames of half a second of speech; enough to tell two voices apart, useless to find a person again.</summary>
internal sealed class VoiceWindow(TimeSpan start)
{
    private const int Products = Cepstrum.Count * (Cepstrum.Count + 1) / 2;
    private readonly float[] sums = new float[Cepstrum.Count];
    private readonly float[] products = new float[Products];

    public TimeSpan Start { get; } = start;

    public TimeSpan End { get; set; }

    /// <summary>Pieces of speech are numbered, so that windows of one piece can be told from those after a pause.</summary>
    public int Piece { get; init; }

    public int Frames { get; private set; }

    public ReadOnlySpan<float> Sums => sums;

    public ReadOnlySpan<float> ProductSums => products;

    public void Add(ReadOnlySpan<float> frame)
    {
        Frames++;
        for (int i = 0, p = 0; i < frame.Length; i++)
        {
            sums[i] += frame[i];
            for (var j = 0; j <= i; j++, p++)
            {
                products[p] += frame[i] * frame[j];
            }
        }
    }
}
