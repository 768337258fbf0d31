namespace Earshot.Masking.Places;

/// <summary>What a stretch of text holds of an address.</summary>
[Flags]
internal enum AddressParts : ushort
{
    None = 0,

    /// <summary>A street type with its name.</summary>
    Street = 1 << 0,

    /// <summary>A frequent street name without its type.</summary>
    StreetName = 1 << 1,

    /// <summary>A street in one word: "hauptstraße".</summary>
    Compound = 1 << 2,
    House = 1 << 3,
    HousePart = 1 << 4,
    Flat = 1 << 5,
    Number = 1 << 6,
    Town = 1 << 7,
    PostBox = 1 << 8,

    /// <summary>The talk asks for an address here.</summary>
    Asked = 1 << 9,

    /// <summary>Words between that look like a name.</summary>
    Words = 1 << 10,

    /// <summary>A street type that is an ordinary word too, or whose name is doubtful.</summary>
    WeakStreet = 1 << 11,
    Postcode = 1 << 12,

    /// <summary>An entrance or an entry phone with its number.</summary>
    Entrance = 1 << 13,
}

/// <summary>How sure it is that the parts are an address.</summary>
internal static class JudgeAddress
{
    public const float Accepted = 0.5f;

    public static float Score(AddressParts parts) =>
        Of(parts, AddressParts.Street, 0.5f)
        + Of(parts, AddressParts.WeakStreet, 0.25f)
        + Of(parts, AddressParts.StreetName, 0.32f)
        + Of(parts, AddressParts.Compound, 0.4f)
        + Of(parts, AddressParts.House, 0.3f)
        + Of(parts, AddressParts.HousePart, 0.15f)
        + Of(parts, AddressParts.Entrance, 0.15f)
        + Of(parts, AddressParts.Flat, 0.5f)
        + Of(parts, AddressParts.Number, 0.2f)
        + Of(parts, AddressParts.PostBox, 0.5f)
        + Of(parts, AddressParts.Asked, 0.25f)
        + Of(parts, AddressParts.Town, 0.05f)
        + ((parts & (AddressParts.Asked | AddressParts.Words | AddressParts.Number)) == (AddressParts.Asked | AddressParts.Words | AddressParts.Number) ? 0.1f : 0);

    private static float Of(AddressParts parts, AddressParts part, float weight) => (parts & part) != AddressParts.None ? weight : 0;
}
