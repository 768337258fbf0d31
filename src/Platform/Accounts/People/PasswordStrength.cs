using System.Collections.Frozen;

namespace Earshot.Platform.Accounts.People;

/// <summary>
/// Length matters, composition does not (NIST SP 800-63B): 12 to 256 characters, none of the well-known ones, not the person's own
/// e-mail, not one character or run repeated.
/// </summary>
internal static class PasswordStrength
{
    public const int Shortest = 12;
    public const int Longest = 256;

    private static readonly FrozenSet<string> Known = new[]
    {
        "password", "passw0rd", "qwerty", "qwertyuiop", "qwertyuiopasdfgh", "asdfghjkl", "zxcvbnm", "administrator", "letmein", "welcome",
        "iloveyou", "monkey", "dragon", "football", "baseball", "superman", "sunshine", "princess", "changeme", "default", "secret",
        "master", "earshot", "пароль", "йцукен", "йцукенгшщзхъ", "админ", "администратор", "любовь", "привет", "наташа", "максим",
    }.ToFrozenSet();

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

        var core = Letters(password.ToLowerInvariant());
        return IsRepeated(password) || IsSequence(password) || Known.Contains(core) || IsRepeatedWord(core) || HasEmail(password, email)
            ? "This password is easy to guess. Use a few words that do not belong together."
            : null;
    }

    // "password2024!" is "password": digits and signs around a known word add little.
    private static string Letters(string text) => new([.. text.Where(char.IsLetter)]);

    private static bool IsRepeated(string text) =>
        Enumerable.Range(1, text.Length / 3).Any(size => text.Where((c, i) => c != text[i % size]).FirstOrDefault() == default);

    private static bool IsRepeatedWord(string core) =>
        Known.Any(word => core.Length > word.Length && core.Length % word.Length == 0 && core.Replace(word, "", StringComparison.Ordinal).Length == 0);

    private static bool IsSequence(string text) =>
        text.Zip(text.Skip(1), (a, b) => b - a).Count(step => step is 1 or -1) >= text.Length * 3 / 4;

    private static bool HasEmail(string password, string email)
    {
        var name = email.Split('@')[0];
        return name.Length >= 5 && password.Contains(name, StringComparison.OrdinalIgnoreCase) && password.Length < name.Length + 8;
    }
}
