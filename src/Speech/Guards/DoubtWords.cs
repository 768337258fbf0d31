using System.IO.Compression;
using System.Text;

namespace Earshot.Speech.Guards;

/// <summary>Suspects text that nobody said: loops, stock phrases of training data, words where there was hardly a sound.</summary>
internal static class DoubtWords
{
    private const double MaxCompression = 2.4;
    private const int LongEnoughToCompress = 80;
    private const double MaxNoSpeech = 0.6;
    private const double LowConfidence = 0.5;
    private const double MaxLettersPerSecond = 70;
    private const double LeastSoundPerWord = 0.04;

    // Credits that recognisers trained on subtitles write over noise.
    private static readonly string[] StockPhrases =
    [
        "субтитры", "продолжение следует", "редактор субтитров", "спасибо за просмотр", "подписывайтесь на канал",
        "thanks for watching", "thank you for watching", "subtitles by", "amara.org", "like and subscribe", "ترجمة نانسي",
    ];

    /// <param name="speech">What the engine made of a piece.</param>
    /// <param name="sound">How much of the piece has the level of speech.</param>
    public static bool About(RecognizedSpeech speech, TimeSpan sound)
    {
        var words = speech.Words;
        if (words.Count == 0)
        {
            return false;
        }

        var text = string.Join(' ', words.Select(word => word.Text)).ToLowerInvariant();
        return IsLoop(words) || Compression(text) > MaxCompression || StockPhrases.Any(phrase => text.Contains(phrase, StringComparison.Ordinal))
            || IsDenied(speech) || IsTooDense(words.Count, text.Length, sound);
    }

    /// <summary>One to six words, over and over.</summary>
    internal static bool IsLoop(IReadOnlyList<SpokenWord> words) =>
        Enumerable.Range(1, 6).Any(period => LongestRepeat(words, period) >= Math.Max(6, 4 * period));

    private static int LongestRepeat(IReadOnlyList<SpokenWord> words, int period)
    {
        var (longest, current) = (0, period);
        for (var i = period; i < words.Count; i++)
        {
            current = string.Equals(words[i].Text, words[i - period].Text, StringComparison.OrdinalIgnoreCase) ? current + 1 : period;
            longest = Math.Max(longest, current);
        }

        return longest > period ? longest : 0;
    }

    private static double Compression(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length < LongEnoughToCompress)
        {
            return 1;
        }

        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(bytes);
        }

        // A letter outside Latin takes two bytes of which one says nothing new.
        return (double)text.Length / packed.Length;
    }

    private static bool IsDenied(RecognizedSpeech speech) =>
        speech.NoSpeechProbability > MaxNoSpeech && (speech.Words.Average(word => word.Confidence) ?? 0) < LowConfidence;

    private static bool IsTooDense(int words, int letters, TimeSpan sound) =>
        words >= 4 && (letters > MaxLettersPerSecond * Math.Max(0.1, sound.TotalSeconds) || sound.TotalSeconds < words * LeastSoundPerWord);
}
