namespace Earshot.Masking.Numbers;

/// <summary>What is known of a run of digits beside the digits.</summary>
[Flags]
internal enum NumberForm : uint
{
    None = 0,

    /// <summary>At least one group was said as words.</summary>
    Spoken = 1 << 0,

    /// <summary>At least one group was written in digits.</summary>
    Written = 1 << 1,

    /// <summary>Begins with a plus sign or the word for it.</summary>
    Plus = 1 << 2,

    /// <summary>A unit, a currency or a per cent sign follows or precedes: a quantity.</summary>
    Quantity = 1 << 3,

    /// <summary>Holds "thousand", "million" …</summary>
    Scale = 1 << 4,

    /// <summary>Holds an ordinal: "двадцать третьего".</summary>
    Ordinal = 1 << 5,

    /// <summary>Written with a decimal point or thousands separators.</summary>
    Amount = 1 << 6,

    /// <summary>Written as a time of day or a duration.</summary>
    Time = 1 << 7,

    /// <summary>Written as a date, or stands beside the name of a month.</summary>
    Date = 1 << 8,

    /// <summary>The speaker took part of it back.</summary>
    Corrected = 1 << 9,

    /// <summary>Latin or Cyrillic letters are glued to the digits.</summary>
    Letters = 1 << 10,

    /// <summary>Groups are parted by full stops.</summary>
    Dots = 1 << 11,

    /// <summary>Groups are parted by hyphens.</summary>
    Hyphens = 1 << 12,

    /// <summary>Groups are parted by slashes.</summary>
    Slashes = 1 << 13,

    /// <summary>Holds brackets: an area code.</summary>
    Brackets = 1 << 14,

    /// <summary>A number sign stands before it.</summary>
    NumberSign = 1 << 15,

    /// <summary>Every group is one to three digits said one after another, as people dictate; not a single cardinal.</summary>
    Dictated = 1 << 16,

    /// <summary>A month stands behind it: a day, not a year.</summary>
    DayOfMonth = 1 << 19,

    /// <summary>A month stands before it, and a day before the month.</summary>
    DayAndMonth = 1 << 18,

    /// <summary>Groups are parted by colons.</summary>
    Colons = 1 << 17,
}

/// <summary>A run of tokens that reads as one string of digits.</summary>
internal struct NumberRun
{
    public int First;
    public int Last;

    /// <summary>First token that is a digit group; a plus sign or bracket may stand before it.</summary>
    public int FirstDigit;

    /// <summary>Where the digits begin in the pool.</summary>
    public int Start;
    public int Count;
    public NumberForm Form;
    public int Groups;

    /// <summary>Lengths of the first sixteen groups, four bits each, the first group lowest; 15 means more.</summary>
    public ulong GroupLengths;

    public readonly bool Is(NumberForm form) => (Form & form) != NumberForm.None;

    public readonly int GroupLength(int group) => group < 16 ? (int)(GroupLengths >> (group * 4)) & 15 : 0;
}
