namespace Earshot.Platform.Privacy.PersonalData;

/// <summary>A sealed column about a person.</summary>
/// <param name="Column">Its name.</param>
/// <param name="Purpose">The purpose that it was sealed for.</param>
/// <param name="Field">What the person is told: name, phone, email, address, text.</param>
/// <param name="Row">Column with the id that it was sealed for; null: the id of the row.</param>
internal sealed record SealedColumn(string Column, string Purpose, string Field, string? Row = null);

/// <summary>How the rows of a table end.</summary>
internal enum EraseWay
{
    /// <summary>By the statement.</summary>
    Statement,

    /// <summary>The sealed columns get a dash: the row itself is needed by others.</summary>
    Blank,

    /// <summary>They stay, for the law.</summary>
    Keep,
}

/// <summary>A table with a person in it, as data: what to open, what to show, what it hangs on, how it ends.</summary>
/// <param name="Holder">Who answers for it.</param>
/// <param name="Table">Schema and table.</param>
/// <param name="Id">Column with the id of the row.</param>
/// <param name="Sealed">Sealed columns.</param>
/// <param name="Plain">Other columns that the person gets to see.</param>
/// <param name="Link">Column with the id of the row that it hangs on; null: stands by itself.</param>
/// <param name="Way">How it ends.</param>
/// <param name="Erase">Statement that erases <c>@ids</c>, or id of the legal hold that keeps them.</param>
/// <param name="IsLarge">Too many rows to open each of them in a quick search.</param>
internal sealed record SealedTable(
    string Holder, string Table, string Id, IReadOnlyList<SealedColumn> Sealed, IReadOnlyList<string> Plain, string? Link, EraseWay Way, string Erase, bool IsLarge = false);
