using System.Globalization;

namespace Earshot.Platform.Privacy;

/// <summary>Says whether a text speaks of the person: phone in any spelling, e-mail, or every part of the name in any case.</summary>
public sealed class PersonMatcher(PersonKeys keys)
{
    private const int PhoneTail = 10;
    private const int Ending = 2;
    private const int LongestEnding = 3;
    private const int ShortestStem = 3;

    private readonly string? tail = keys.Phone is { } phone ? phone[^Math.Min(PhoneTail, phone.Length)..] : null;
    private readonly string[] stems = [.. Words(keys.Name ?? string.Empty).Select(Stem)];

    /// <returns>phone, email or name; null when it does not.</returns>
    public string? Match(string text) =>
        tail is not null && HasPhone(text, tail) ? "phone"
        : keys.Email is { } email && text.Contains(email, StringComparison.OrdinalIgnoreCase) ? "email"
        : stems.Length > 0 && HasName(text) ? "name"
        : null;

    /// <summary>A quick look that misses nothing: false means that <see cref="Match"/> finds nothing. The text is changed: small letters, no ё.</summary>
    public bool MayMatch(Span<char> text)
    {
        if (tail is not null && HasPhone(text, tail))
        {
            return true;
        }

        Fold(text);
        return (keys.Email is { } email && text.IndexOf(email, StringComparison.Ordinal) >= 0) || (stems.Length > 0 && HasStems(text));
    }

    private bool HasStems(ReadOnlySpan<char> text)
    {
        foreach (var stem in stems)
        {
            if (text.IndexOf(stem, StringComparison.Ordinal) < 0)
            {
                return false;
            }
        }

        return true;
    }

    private static void Fold(Span<char> text)
    {
        foreach (ref var c in text)
        {
            c = c switch
            {
                >= 'a' and <= 'z' or >= 'а' and <= 'я' or < 'A' => c,
                >= 'A' and <= 'Z' => (char)(c | 0x20),
                >= 'А' and <= 'Я' => (char)(c + 0x20),
                'ё' or 'Ё' => 'е',
                _ => char.ToLowerInvariant(c),
            };
        }
    }

    private bool HasName(string text)
    {
        var missing = stems.ToHashSet();
        foreach (var word in Words(text))
        {
            missing.RemoveWhere(stem => word.Length <= stem.Length + Ending + LongestEnding && word.StartsWith(stem, StringComparison.Ordinal));
            if (missing.Count == 0)
            {
                return true;
            }
        }

        return false;
    }

    // Digits with at most two other signs between them are one number.
    private static bool HasPhone(ReadOnlySpan<char> text, string tail)
    {
        Span<char> digits = stackalloc char[32];
        var (length, gap) = (0, 0);
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                gap++;
                continue;
            }

            length = gap > 2 || length == digits.Length ? 0 : length;
            digits[length++] = c;
            gap = 0;
            if (digits[..length].EndsWith(tail))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var at = 0; at <= text.Length; at++)
        {
            var isLetter = at < text.Length && char.IsLetter(text[at]);
            if (isLetter && start < 0)
            {
                start = at;
            }
            else if (!isLetter && start >= 0)
            {
                yield return text[start..at].ToLower(CultureInfo.InvariantCulture).Replace('ё', 'е');
                start = -1;
            }
        }
    }

    // A name without its ending, so that it is met in other cases of declension.
    private static string Stem(string word) => word.Length <= ShortestStem ? word : word[..Math.Max(ShortestStem, word.Length - Ending)];
}
