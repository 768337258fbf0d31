namespace Earshot.Masking.Identifiers.Europe;

/// <summary>Spanish DNI and NIE: eight digits, or a letter and seven, and a check letter modulo 23.</summary>
/// <remarks>Source: Royal decree 1553/2005.</remarks>
internal sealed class SpanishDni() : IdentifierRecogniser("es-dni", PersonalDataType.Document,
    """
    dni; nie; nif; cif; n i f; documento nacional; numero de identidad; seguridad social
    """)
{
    protected override ReadOnlySpan<int> Lengths => [8, 7];

    protected override (int Shortest, int Longest) Part => (5, 12);

    public override bool TakesLetters => true;

    private const string Letters = "TRWAGMYFPDXBNJZSQVHLCKE";

    public override float JudgeCode(ReadOnlySpan<char> code, float strength)
    {
        if (!(CodePattern.Matches(code, "99999999A") || (code.Length == 9 && code[0] is 'X' or 'Y' or 'Z' && CodePattern.Matches(code, "A9999999A"))))
        {
            return strength >= Needed && CodePattern.Mixed(code, 7, 11) ? 0.6f + (0.3f * strength) : 0;
        }

        var number = Checksums.Value(code[1..8]) + (code[0] switch { 'X' => 0, 'Y' => 1, 'Z' => 2, var digit => digit - '0' } * 10_000_000);
        return Letters[number % 23] == code[8] ? 0.85f : strength >= Needed ? 0.75f : 0;
    }
}
