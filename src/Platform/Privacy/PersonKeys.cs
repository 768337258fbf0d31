using System.Net.Mail;

namespace Earshot.Platform.Privacy;

/// <summary>What is known of a person who is looked for. At least one of the four, or ids of rows that were found before.</summary>
/// <param name="Phone">Digits alone, Russian 8 as 7.</param>
/// <param name="Email">Trimmed, lower case.</param>
/// <param name="CrmId">Id in the system that the calls come from.</param>
/// <param name="Name">As it was typed.</param>
/// <param name="ReadsTexts">Also opens every sealed text and looks inside; slow.</param>
/// <param name="Ids">Rows that are known to be about the person.</param>
public sealed record PersonKeys(string? Phone, string? Email, string? CrmId, string? Name, bool ReadsTexts, IReadOnlyList<Guid> Ids)
{
    private const int ShortestPhone = 7;

    /// <summary>Keys in their normal forms; null when none of them is usable.</summary>
    public static PersonKeys? From(string? phone, string? email, string? crmId, string? name, bool readsTexts)
    {
        var keys = new PersonKeys(Phones(phone), Emails(email), Text(crmId, 1), Text(name, 3), readsTexts, []);
        return keys is { Phone: null, Email: null, CrmId: null, Name: null } ? null : keys;
    }

    /// <summary>Only what hangs on these rows.</summary>
    public static PersonKeys Linked(IReadOnlyList<Guid> ids) => new(null, null, null, null, false, ids);

    private static string? Phones(string? text)
    {
        var digits = string.Concat((text ?? string.Empty).Where(char.IsAsciiDigit));
        return digits.Length < ShortestPhone ? null : digits is ['8', ..] && digits.Length == 11 ? $"7{digits[1..]}" : digits;
    }

    private static string? Emails(string? text)
    {
        var email = text?.Trim().ToLowerInvariant();
        return MailAddress.TryCreate(email, out var parsed) && parsed.Address == email ? email : null;
    }

    private static string? Text(string? text, int shortest) => text?.Trim() is { } trimmed && trimmed.Length >= shortest ? trimmed : null;
}
