namespace Earshot.Platform.Privacy;

/// <summary>
/// A module that keeps personal data. Every table with a column about a person has one holder (a test finds those that have none), so
/// that one person can be found, shown, corrected, frozen and erased everywhere.
/// </summary>
public interface IPersonalDataHolder
{
    /// <summary>Stable name: <c>calls</c>, <c>people</c> …</summary>
    string Name { get; }

    /// <summary>Tables that it answers for, with their schema.</summary>
    IReadOnlyList<string> Tables { get; }

    /// <summary>Everything of the current organization that is about a person, by what is known of them or by ids that were found before.</summary>
    Task<IReadOnlyList<HeldRecord>> FindAsync(PersonKeys who, CancellationToken ct);

    /// <summary>Writes a value anew, where the records have such a field. The caller saves.</summary>
    /// <returns>Records that were changed.</returns>
    Task<int> CorrectAsync(IReadOnlyList<HeldRecord> records, Correction correction, CancellationToken ct);

    /// <summary>Freezes records, or lets them go on. The caller saves.</summary>
    /// <returns>Records of which it is now true.</returns>
    Task<int> RestrictAsync(IReadOnlyList<HeldRecord> records, bool isRestricted, CancellationToken ct);

    /// <summary>Erases records for good. What the law keeps stays, and is told.</summary>
    Task<HolderErasure> EraseAsync(IReadOnlyList<HeldRecord> records, CancellationToken ct);
}

/// <summary>A field of a record as the person gets to see it.</summary>
public sealed record HeldField(string Name, string Value);

/// <summary>A row, or what belongs to one, that is about the person.</summary>
/// <param name="Holder">Name of the holder.</param>
/// <param name="Table">Schema and table.</param>
/// <param name="Id">Id of the row.</param>
/// <param name="Fields">What stands there, opened.</param>
/// <param name="FoundBy">phone, email, crm_id, name, text or link.</param>
public sealed record HeldRecord(string Holder, string Table, Guid Id, IReadOnlyList<HeldField> Fields, string FoundBy);

/// <summary>What should stand there instead.</summary>
/// <param name="Field">name or phone.</param>
/// <param name="Value">The right value.</param>
public sealed record Correction(string Field, string Value);

/// <summary>What became of the records of one holder.</summary>
/// <param name="Holder">Name of the holder.</param>
/// <param name="Erased">Records that are gone, or emptied of everything personal, by table.</param>
/// <param name="Kept">Records that stay, by the legal hold that keeps them.</param>
public sealed record HolderErasure(string Holder, IReadOnlyDictionary<string, int> Erased, IReadOnlyDictionary<string, int> Kept);
