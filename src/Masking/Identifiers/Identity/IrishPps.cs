namespace Earshot.Masking.Identifiers.Identity;

/// <summary>Irish personal public service number: seven digits, a check letter, and since 2013 one letter more.</summary>
/// <remarks>Source: Social Welfare Consolidation Act 2005, section 262; modulo 23 over weights 8 to 2, the second letter counts nine times.</remarks>
internal sealed class IrishPps() : IdentifierRecogniser("irish-pps", PersonalDataType.Document, "pps; pps number; pps no; ppsn; p p s; p p s number; p p s n")
{
    protected override ReadOnlySpan<int> Lengths => [7];

    protected override (int Shortest, int Longest) Part => (3, 9);

    public override bool TakesLetters => true;

    public override float JudgeCode(ReadOnlySpan<char> code, float strength) =>
        !(CodePattern.Matches(code, "9999999A") || CodePattern.Matches(code, "9999999AA")) ? (strength >= Needed && CodePattern.Mixed(code, 4, 11) ? 0.65f : 0)
        : CheckLetter(code) == code[7] ? 0.8f + (0.2f * strength)
        : strength >= Needed ? 0.75f
        : 0;

    private static char CheckLetter(ReadOnlySpan<char> code)
    {
        var sum = code.Length == 9 ? (code[8] - 'A' + 1) * 9 : 0;
        for (var i = 0; i < 7; i++)
        {
            sum += (code[i] - '0') * (8 - i);
        }

        return sum % 23 == 0 ? 'W' : (char)('A' + (sum % 23) - 1);
    }
}
