namespace Earshot.Masking.Identifiers.Europe;

/// <summary>Dutch BSN: nine digits, the eleven test.</summary>
/// <remarks>Source: Wet algemene bepalingen burgerservicenummer.</remarks>
internal sealed class DutchBsn() : IdentifierRecogniser("nl-bsn", PersonalDataType.Document,
    """
    bsn; burgerservicenummer; sofinummer; sofi nummer; kvk; kvk nummer; btw nummer
    """)
{
    protected override ReadOnlySpan<int> Lengths => [9, 8];

    protected override (int Shortest, int Longest) Part => (4, 9);

    protected override bool Check(ReadOnlySpan<char> digits) =>
        (digits.Length == 9
            ? Checksums.Weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1])
            : Checksums.Weighted(digits, [8, 7, 6, 5, 4, 3, 2, -1])) % 11 == 0;
}
