namespace Earshot.Masking.Identifiers.Europe;

/// <summary>Finnish identity code: date, century sign, three digits and a check character modulo 31.</summary>
/// <remarks>Source: Digital and Population Data Services Agency.</remarks>
internal sealed class FinnishIdentityCode() : IdentifierRecogniser("fi-hetu", PersonalDataType.Document,
    """
    henkilotunnus; hetu; henkilotunnukseni; y tunnus
    """)
{
    protected override ReadOnlySpan<int> Lengths => [9];

    protected override (int Shortest, int Longest) Part => (6, 10);

    public override bool TakesLetters => true;

    private const string CheckCharacters = "0123456789ABCDEFHJKLMNPRSTUVWXY";

    // DDMMYY, then a century sign (a hyphen, a plus or a letter), three digits and the check character.
    public override float JudgeCode(ReadOnlySpan<char> code, float strength)
    {
        var plain = CodePattern.Matches(code, "999999999A") || CodePattern.Matches(code, "9999999999");
        var lettered = CodePattern.Matches(code, "999999A999A") || CodePattern.Matches(code, "999999A9999");
        if (!plain && !lettered)
        {
            return 0;
        }

        var number = (Checksums.Value(code[..6]) * 1000) + Checksums.Value(code.Slice(lettered ? 7 : 6, 3));
        return CheckCharacters[number % 31] == code[^1] ? strength >= Needed || !char.IsAsciiDigit(code[^1]) ? 0.85f : 0 : strength >= Needed ? 0.7f : 0;
    }
}
