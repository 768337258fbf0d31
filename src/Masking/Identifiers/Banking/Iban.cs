namespace Earshot.Masking.Identifiers.Banking;

/// <summary>IBAN: country, two check digits, up to thirty letters and digits; remainder 1 modulo 97.</summary>
/// <remarks>Source: ISO 13616-1.</remarks>
internal sealed class Iban() : IdentifierRecogniser("iban", PersonalDataType.BankAccount,
    """
    iban; ибан; айбан; ايبان; الايبان; i b a n; i ban; g b; i e
    """)
{
    protected override ReadOnlySpan<int> Lengths => [22, 20, 24, 27, 23];

    protected override (int Shortest, int Longest) Part => (4, 30);

    public override bool TakesLetters => true;

    public override float JudgeCode(ReadOnlySpan<char> code, float strength)
    {
        if (code.Length is < 12 or > 34 || !CodePattern.Matches(code[..4], "AA99"))
        {
            return strength >= Needed && CodePattern.Mixed(code, 8, 34) ? 0.6f + (0.3f * strength) : 0;
        }

        Span<char> turned = stackalloc char[code.Length];
        code[4..].CopyTo(turned);
        code[..4].CopyTo(turned[(code.Length - 4)..]);
        return Checksums.Remainder(turned, 97) == 1 ? 0.97f : code.Length >= 15 ? 0.8f : strength >= Needed ? 0.8f : 0;
    }
}
