namespace Earshot.Masking.Tokens;

/// <summary>What a token is made of.</summary>
internal enum TokenKind : byte
{
    /// <summary>Letters.</summary>
    Word,

    /// <summary>Decimal digits.</summary>
    Number,

    /// <summary>One sign that is neither letter nor digit nor space.</summary>
    Sign,

    /// <summary>A placeholder such as <c>[PERSON_1]</c> that an earlier pass wrote.</summary>
    Placeholder,
}

/// <summary>How a token is written and what stands before it.</summary>
[Flags]
internal enum TokenShape : ushort
{
    None = 0,

    /// <summary>The first letter is a capital.</summary>
    Capital = 1 << 0,

    /// <summary>All letters are capitals and there are two or more.</summary>
    AllCapitals = 1 << 1,

    /// <summary>White space stands directly before the token, or the turn begins with it.</summary>
    SpaceBefore = 1 << 2,

    /// <summary>A line break stands directly before the token.</summary>
    LineStart = 1 << 3,

    /// <summary>First token of its turn.</summary>
    TurnStart = 1 << 4,

    /// <summary>Follows a full stop, question or exclamation mark, or begins a turn.</summary>
    SentenceStart = 1 << 5,
    Latin = 1 << 6,
    Cyrillic = 1 << 7,
    Arabic = 1 << 8,
    OtherScript = 1 << 9,

    /// <summary>A value that was found in this pass over the call: one token from here on.</summary>
    Found = 1 << 10,
}

/// <summary>What a number word stands for.</summary>
internal enum NumberKind : byte
{
    None,

    /// <summary>Zero to nine, also "oh".</summary>
    Digit,

    /// <summary>Ten to nineteen.</summary>
    Teen,

    /// <summary>Twenty to ninety.</summary>
    Tens,

    /// <summary>One hundred to nine hundred, as one word.</summary>
    Hundreds,

    /// <summary>"hundred" as a word of its own, thousand, million, milliard.</summary>
    Scale,

    /// <summary>"double", "triple", "дважды", "три раза": repeats what follows.</summary>
    Repeat,

    /// <summary>A collective of zeros, fives and so on in plural: "два нуля", "три пятёрки".</summary>
    Plural,
}

/// <summary>
/// One token of a call. Positions are UTF-16 indexes into the turn's source text; the folded form is normalised
/// (compatibility forms, look-alike letters, lower case) and lives in the call's buffer.
/// </summary>
internal struct Token
{
    public int Turn;
    public int Start;
    public int Length;
    public int FoldedStart;
    public int FoldedLength;

    /// <summary>Entry of the lexicon; 0 when the word is unknown.</summary>
    public int Word;
    public int NumberValue;
    public TokenKind Kind;
    public NumberKind Number;
    public TokenShape Shape;
    public WordTraits Traits;
    public Names.NameTraits Names;

    public readonly int End => Start + Length;

    public readonly bool Is(WordTraits traits) => (Traits & traits) != WordTraits.None;

    public readonly bool Is(Names.NameTraits traits) => (Names & traits) != Earshot.Masking.Names.NameTraits.None;

    public readonly bool Is(TokenShape shape) => (Shape & shape) != TokenShape.None;
}
