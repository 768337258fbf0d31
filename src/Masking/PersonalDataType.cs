namespace Earshot.Masking;

/// <summary>
/// Kinds of personal data. The upper-snake-case name (see <see cref="PersonalDataTypeNames"/>) is what placeholders,
/// the command line and stored results carry.
/// </summary>
public enum PersonalDataType
{
    /// <summary>Names of people in any form: given name, patronymic, surname, diminutive.</summary>
    Person,

    /// <summary>Telephone numbers, written or spoken.</summary>
    Phone,

    /// <summary>E-mail addresses, written or spoken.</summary>
    Email,

    /// <summary>Postal addresses from street to flat, and postal codes.</summary>
    Address,

    /// <summary>Payment card numbers, expiry dates and security codes.</summary>
    Card,

    /// <summary>Bank account numbers, IBAN, BIK and other routing numbers.</summary>
    BankAccount,

    /// <summary>Numbers of documents and registrations: passport, SNILS, INN, licence, national id, policy.</summary>
    Document,

    /// <summary>Date of birth.</summary>
    DateOfBirth,

    /// <summary>Addresses of web pages.</summary>
    Url,

    /// <summary>IP and MAC addresses.</summary>
    Ip,

    /// <summary>Account and messenger names.</summary>
    Username,

    /// <summary>Organizations, where the caller asked for them.</summary>
    Org,

    /// <summary>Places that are not part of a postal address, where the caller asked for them.</summary>
    Location,

    /// <summary>Other identifiers: one-time codes, vehicle plates, order and contract numbers that point to one person.</summary>
    Other,
}

/// <summary>Stable names of <see cref="PersonalDataType"/> values.</summary>
public static class PersonalDataTypeNames
{
    private static readonly string[] Names =
    [
        "PERSON", "PHONE", "EMAIL", "ADDRESS", "CARD", "BANK_ACCOUNT", "DOCUMENT",
        "DATE_OF_BIRTH", "URL", "IP", "USERNAME", "ORG", "LOCATION", "OTHER",
    ];

    /// <summary>All names, in the order of the enumeration.</summary>
    public static IReadOnlyList<string> All => Names;

    /// <summary>The stable name, for example <c>BANK_ACCOUNT</c>.</summary>
    public static string Name(this PersonalDataType type) => Names[(int)type];

    /// <summary>Finds the type by its stable name; false when the name is unknown.</summary>
    public static bool TryParse(string name, out PersonalDataType type)
    {
        var index = Array.IndexOf(Names, name);
        type = index < 0 ? PersonalDataType.Other : (PersonalDataType)index;
        return index >= 0;
    }
}
