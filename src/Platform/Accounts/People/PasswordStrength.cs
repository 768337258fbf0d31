namespace Earshot.Platform.Accounts.People;

/// <summary>
/// Length matters, composition does not (NIST SP 800-63B): 12 to 256 characters, and more than what everybody types: a password that is
/// common words, runs of the keyboard, repeats, the person's own e-mail, digits and signs from end to end is refused.
/// </summary>
internal static class PasswordStrength
{
    public const int Shortest = 12;
    public const int Longest = 256;

    private const string Easy = "This password is easy to guess. Use a few words that do not belong together.";

    // So many guessable pieces still make a guessable whole; more of them are a phrase.
    private const int MostPieces = 3;

    /// <returns>What to do about it; null when the password is good.</returns>
    public static string? Weakness(string password, string email)
    {
        if (password.Length < Shortest)
        {
            return $"Use at least {Shortest} characters. A few words make a good password.";
        }

        if (password.Length > Longest)
        {
            return $"Use at most {Longest} characters.";
        }

        var text = password.ToLowerInvariant();
        return IsRepeated(password) || Pieces(text, Unmasked(text), email) <= MostPieces ? Easy : null;
    }

    // "p@ssw0rd" is "password".
    private static string Unmasked(string text) => string.Create(text.Length, text, (to, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = from[i] switch
            {
                '0' => 'o', '1' => 'i', '3' => 'e', '4' => 'a', '5' => 's', '7' => 't', '@' => 'a', '$' => 's', '!' => 'i', var other => other,
            };
        }
    });

    private static bool IsRepeated(string text) =>
        Enumerable.Range(1, text.Length / 3).Any(size => text.Where((c, i) => c != text[i % size]).FirstOrDefault() == default);

    // The least number of guessable pieces that cover the text; signs between them cost nothing. One letter too many, and it is not covered.
    private static int Pieces(string text, string unmasked, string email)
    {
        var own = email.Split('@')[0].ToLowerInvariant();
        var least = new int[text.Length + 1];
        for (var end = 1; end <= text.Length; end++)
        {
            least[end] = char.IsLetterOrDigit(text[end - 1]) ? int.MaxValue / 2 : least[end - 1];
            for (var start = Math.Max(0, end - Longest); start < end; start++)
            {
                var cost = least[start] < least[end] - 1 ? Cost(text.AsSpan(start, end - start), unmasked.AsSpan(start, end - start), own) : null;
                least[end] = cost is { } pieces ? Math.Min(least[end], least[start] + pieces) : least[end];
            }
        }

        return least[text.Length];
    }

    private static int? Cost(ReadOnlySpan<char> piece, ReadOnlySpan<char> unmasked, string own) => piece switch
    {
        _ when own.Length >= 5 && piece.SequenceEqual(own) => 1,
        _ when IsWord(piece) || IsWord(unmasked) => 1,
        _ when piece.Length <= 8 && !piece.ContainsAnyExceptInRange('0', '9') => 1,
        _ when piece.Length >= 3 && !piece.ContainsAnyExcept(piece[0]) => 1,
        _ when piece.Length >= 4 && IsRun(piece) => 1,
        _ => null,
    };

    private static bool IsWord(ReadOnlySpan<char> piece) => piece.Length <= CommonWords.Longest && CommonWords.All.GetAlternateLookup<ReadOnlySpan<char>>().Contains(piece);

    private static bool IsRun(ReadOnlySpan<char> piece)
    {
        foreach (var row in CommonWords.Rows)
        {
            if (row.AsSpan().IndexOf(piece) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
