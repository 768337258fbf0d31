using System.Runtime.CompilerServices;

namespace Earshot.Masking.Names;

/// <summary>Neighbouring tokens that may be one name, and what stands around them.</summary>
internal struct NameChain
{
    public const int Longest = 8;

    public int First;
    public int Last;
    public int Count;
    public PartList Parts;
    public TokenList Tokens;

    /// <summary>Phrase that ends right before the chain.</summary>
    public NameCue Before;

    /// <summary>Phrase that begins right after it.</summary>
    public NameCue After;
    public NameContext Context;

    [InlineArray(Longest)]
    internal struct PartList
    {
        private NamePart first;
    }

    [InlineArray(Longest)]
    internal struct TokenList
    {
        private int first;
    }

    public readonly bool Has(NamePart part)
    {
        for (var i = 0; i < Count; i++)
        {
            if ((Parts[i] & part) != NamePart.None)
            {
                return true;
            }
        }

        return false;
    }

    public readonly bool AreAll(NamePart part)
    {
        for (var i = 0; i < Count; i++)
        {
            if ((Parts[i] & part) == NamePart.None)
            {
                return false;
            }
        }

        return Count > 0;
    }

    public void Add(int token, NamePart part)
    {
        Parts[Count] = part;
        Tokens[Count++] = token;
        Last = token;
    }
}

/// <summary>What stands around a chain beside phrases.</summary>
[Flags]
internal enum NameContext : ushort
{
    None = 0,

    /// <summary>The turn before asked for a name, and this stands where the answer begins.</summary>
    Asked = 1 << 0,
    Title = 1 << 1,
    Role = 1 << 2,
    SpeechVerb = 1 << 3,

    /// <summary>A word of an organization, street or town stands beside it.</summary>
    NotPerson = 1 << 4,

    /// <summary>A comma follows and the chain begins its sentence, or stands between commas.</summary>
    Vocative = 1 << 5,

    /// <summary>A digit stands right after: "mark 4".</summary>
    Number = 1 << 6,

    /// <summary>Was found to be a name elsewhere in the call.</summary>
    Known = 1 << 7,

    /// <summary>The chain is all that its turn or line says.</summary>
    Alone = 1 << 8,

    /// <summary>Between quotation marks.</summary>
    Quoted = 1 << 9,

    /// <summary>After a preposition of place: "in", "в".</summary>
    PlacePreposition = 1 << 10,

    /// <summary>The turn before asked who it was: the answer may be a name, or "the courier".</summary>
    AskedWho = 1 << 11,

    /// <summary>A number stands right before it: "fourteen hundred larkmoor", "250 EUR".</summary>
    AfterNumber = 1 << 12,

    /// <summary>After a word of movement or comparison: "from", "through", "через". Speaks against places only.</summary>
    OnTheWay = 1 << 13,
}
