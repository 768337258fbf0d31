using System.Net.Mail;

namespace Earshot.Platform.Accounts.People;

/// <summary>The one normal form of an e-mail address: trimmed, lower case.</summary>
internal static class EmailAddress
{
    public const string IndexPurpose = "accounts.sign_in_names";

    public static string? Normal(string? text)
    {
        var email = text?.Trim().ToLowerInvariant();
        return email is { Length: > 3 and <= 254 } && MailAddress.TryCreate(email, out var parsed) && parsed.Address == email
            && parsed.Host.Contains('.', StringComparison.Ordinal) && !email.Any(char.IsWhiteSpace)
            ? email
            : null;
    }
}
