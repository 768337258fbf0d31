namespace Earshot.Speech.Speakers;

/// <summary>
/// Moves a change of speaker to the nearest end of a sentence. For engines that write sentences but give no times of words: there
/// the time of a word is a guess, and people rarely take turns in the middle of a sentence.
/// </summary>
internal static class SnapToSentences
{
    private const int Reach = 4;

    /// <param name="words">Words of one piece.</param>
    /// <param name="voices">Number of the voice of each word; changed in place.</param>
    public static void In(IReadOnlyList<SpokenWord> words, int[] voices)
    {
        for (var change = 1; change < voices.Length; change++)
        {
            if (voices[change] != voices[change - 1] && Nearest(words, change) is { } end)
            {
                Move(voices, change, end);
                change = Math.Max(change, end);
            }
        }
    }

    private static int? Nearest(IReadOnlyList<SpokenWord> words, int change)
    {
        for (var off = 0; off <= Reach; off++)
        {
            foreach (var place in (int[])[change - off, change + off])
            {
                if (place > 0 && place < words.Count && words[place - 1].Text is [.., '.' or '?' or '!'])
                {
                    return place;
                }
            }
        }

        return null;
    }

    private static void Move(int[] voices, int change, int end)
    {
        var (before, after) = (voices[change - 1], voices[change]);
        for (var i = Math.Min(change, end); i < Math.Max(change, end); i++)
        {
            voices[i] = end < change ? after : before;
        }
    }
}
