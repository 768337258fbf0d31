namespace Earshot.Masking.Tokens;

/// <summary>
/// Letters that look the same in Latin and Cyrillic. A word in both alphabets was typed to hide something, or by a
/// careless keyboard: it is read in the alphabet that has letters of its own in it.
/// </summary>
internal static class LookAlikes
{
    private const string Latin = "abekmhopctyxiejs";
    private const string Cyrillic = "авекмнорстухіејѕ";

    public static TokenShape Repair(Span<char> word, TokenShape shape)
    {
        var toCyrillic = HasOnly(word, Cyrillic, '\u0400', '\u052F');
        var (from, to) = toCyrillic ? (Latin, Cyrillic) : (Cyrillic, Latin);
        foreach (ref var letter in word)
        {
            var index = from.IndexOf(letter, StringComparison.Ordinal);
            letter = index < 0 ? letter : to[index];
        }

        return shape & ~(toCyrillic ? TokenShape.Latin : TokenShape.Cyrillic);
    }

    // True when a letter of this range has no twin in the other alphabet.
    private static bool HasOnly(ReadOnlySpan<char> word, string twins, char first, char last)
    {
        foreach (var letter in word)
        {
            if (letter >= first && letter <= last && !twins.Contains(letter, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
