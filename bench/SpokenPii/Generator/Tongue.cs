namespace Earshot.Bench.SpokenPii.Generator;

internal enum DigitStyle
{
    ByDigit,
    ByGroup,
    Written,
}

/// <summary>How one language says numbers, letters, dates, e-mail addresses and street addresses on the telephone.</summary>
internal abstract class Tongue
{
    public abstract string Cardinal(int number);

    /// <summary>"half past two" and the like: a time of day that is nobody's personal data.</summary>
    public abstract string Time(Dice dice);

    /// <summary>A date that is nobody's birthday; <c>n</c> asks for the Russian neuter ("на пятое мая").</summary>
    public abstract string Day(Dice dice, string form);

    public abstract string Money(Dice dice, int amount);

    public abstract IReadOnlyList<string> Date(Dice dice, DateOnly date, bool spoken);

    public abstract IReadOnlyList<string> Address(Dice dice, Fillers fillers, bool spoken);

    public abstract string Letter(Dice dice, char letter, bool named);

    public abstract string Plus { get; }

    public abstract string Dot(Dice dice);

    public abstract string At(Dice dice);

    public abstract string Joiner(Dice dice);

    public abstract string Hesitation(Dice dice);

    public abstract string Correction(Dice dice);

    public abstract DigitStyle Style(Dice dice);

    protected abstract string SayDigits(Dice dice, string digits);

    protected abstract string SayGroup(Dice dice, string digits);

    /// <summary>A group of digits and letters as one would say it.</summary>
    public string Say(Dice dice, string group, DigitStyle style, bool namedLetters = false)
    {
        if (style == DigitStyle.Written)
        {
            return group.ToLowerInvariant();
        }

        var parts = new List<string>();
        for (var at = 0; at < group.Length;)
        {
            var end = at;
            while (end < group.Length && char.IsAsciiDigit(group[end]))
            {
                end++;
            }

            if (end == at)
            {
                parts.Add(group[at] == '+' ? Plus : Letter(dice, group[at], namedLetters));
                at++;
                continue;
            }

            var digits = group[at..end];
            parts.Add(style == DigitStyle.ByDigit ? SayDigits(dice, digits) : SayGroup(dice, digits));
            at = end;
        }

        return string.Join(' ', parts);
    }
}
