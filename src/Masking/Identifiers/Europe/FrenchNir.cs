namespace Earshot.Masking.Identifiers.Europe;

/// <summary>French social security number: thirteen digits and a key of two, 97 minus remainder.</summary>
/// <remarks>Source: INSEE, NIR.</remarks>
internal sealed class FrenchNir() : IdentifierRecogniser("fr-nir", PersonalDataType.Document,
    """
    numero de securite sociale; securite sociale; n secu; secu; num secu; nir; carte vitale; numero fiscal; siren; siret; numero siret;
    identifiant; reference; references; n identifiant
    """)
{
    protected override ReadOnlySpan<int> Lengths => [15, 13, 9, 14];

    protected override (int Shortest, int Longest) Part => (5, 15);

    protected override bool Check(ReadOnlySpan<char> digits) => digits.Length switch
    {
        15 => digits[0] is '1' or '2' && 97 - Checksums.Remainder(digits[..13], 97) == Checksums.Value(digits[13..]),
        9 or 14 => Checksums.Luhn(digits),
        _ => digits[0] is '1' or '2',
    };

    public override bool StandsAlone => true;

    public override float Judge(in NumberQuestion question) =>
        question.Strength < Needed && question.Digits.Length == 15 && Check(question.Digits) && question.Run.Groups > 4 ? 0.7f : base.Judge(question);
}
