namespace Earshot.Masking.Names;

/// <summary>What a token may be within a name.</summary>
[Flags]
internal enum NamePart : ushort
{
    None = 0,

    /// <summary>A given name of the lexicon.</summary>
    Given = 1 << 0,
    Patronymic = 1 << 1,

    /// <summary>A surname of the lexicon.</summary>
    Surname = 1 << 2,

    /// <summary>No word of the language, and ends like a surname.</summary>
    Likely = 1 << 3,

    /// <summary>No word of the language and no known name.</summary>
    Unknown = 1 << 4,

    /// <summary>A capital letter on its own.</summary>
    Initial = 1 << 5,

    /// <summary>Also an ordinary word or a place.</summary>
    Ambiguous = 1 << 6,

    /// <summary>Its ending is one that surnames alone have.</summary>
    Strong = 1 << 7,

    /// <summary>Among the frequent names.</summary>
    Frequent = 1 << 8,

    /// <summary>Written with a capital in a text that has small letters too.</summary>
    Capital = 1 << 9,

    /// <summary>First word of its sentence, where a capital says nothing.</summary>
    AtStart = 1 << 10,

    /// <summary>The turn has capitals, and this word has none.</summary>
    Small = 1 << 11,

    /// <summary>A short or fond form.</summary>
    Diminutive = 1 << 12,

    /// <summary>English writes it with a capital.</summary>
    Proper = 1 << 13,

    /// <summary>A place.</summary>
    Place = 1 << 14,

    /// <summary>Also the name of a month.</summary>
    Month = 1 << 15,

    /// <summary>Anything that can stand in a name.</summary>
    Any = Given | Patronymic | Surname | Likely | Unknown | Initial,
}
