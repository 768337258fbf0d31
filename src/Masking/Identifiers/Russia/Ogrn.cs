namespace Earshot.Masking.Identifiers.Russia;

/// <summary>OGRN and OGRNIP, registration numbers of organizations (13) and sole traders (15).</summary>
/// <remarks>Source: Order of the Ministry of Finance No. 165n: remainder modulo 11, or 13, modulo 10.</remarks>
internal sealed class Ogrn() : IdentifierRecogniser("ru-ogrn", PersonalDataType.Document,
    """
    огрн*; огрнип*; о г р н; регистрационн* номер*
    """)
{
    protected override ReadOnlySpan<int> Lengths => [13, 15];

    protected override (int Shortest, int Longest) Part => (5, 15);

    protected override float Alone => 0.6f;

    protected override bool Check(ReadOnlySpan<char> digits) =>
        digits[0] is '1' or '3' or '5' && Checksums.Remainder(digits[..^1], digits.Length == 13 ? 11 : 13) % 10 == digits[^1] - '0';
}
