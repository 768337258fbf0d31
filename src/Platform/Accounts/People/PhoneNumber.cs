namespace Earshot.Platform.Accounts.People;

/// <summary>A phone with its country code, E.164: a plus and 8 to 15 digits.</summary>
internal static class PhoneNumber
{
    public static string? Normal(string text)
    {
        var trimmed = text.Trim();
        var digits = new string([.. trimmed.Where(char.IsAsciiDigit)]);
        return trimmed.StartsWith('+') && digits.Length is >= 8 and <= 15 && trimmed.All(c => char.IsAsciiDigit(c) || " +-()".Contains(c, StringComparison.Ordinal))
            ? "+" + digits
            : null;
    }
}
