namespace Earshot.Masking;

/// <summary>What an organization may tune without code.</summary>
public sealed record MaskingOptions
{
    /// <summary>Types to mask. Default: all but <see cref="PersonalDataType.Org"/> and <see cref="PersonalDataType.Location"/>.</summary>
    public IReadOnlySet<PersonalDataType> Types { get; init; } =
        new HashSet<PersonalDataType>
        {
            PersonalDataType.Person, PersonalDataType.Phone, PersonalDataType.Email, PersonalDataType.Address, PersonalDataType.Card, PersonalDataType.BankAccount,
            PersonalDataType.Document, PersonalDataType.DateOfBirth, PersonalDataType.Url, PersonalDataType.Ip, PersonalDataType.Username, PersonalDataType.Other,
        };

    /// <summary>Words and phrases that are never masked as names, such as the own brand. Matched without regard to case.</summary>
    public IReadOnlyCollection<string> Allow { get; init; } = [];

    /// <summary>Words and phrases that are always masked. Matched without regard to case.</summary>
    public IReadOnlyCollection<string> Deny { get; init; } = [];

    /// <summary>Patterns of the organization's own; see <see cref="CustomPattern.TryCreate"/>.</summary>
    public IReadOnlyCollection<CustomPattern> Patterns { get; init; } = [];

    /// <summary>Longest conversation in UTF-16 units; a longer one is refused. Default: 128 Mi.</summary>
    public int MaximumLength { get; init; } = 128 * 1024 * 1024;
}
