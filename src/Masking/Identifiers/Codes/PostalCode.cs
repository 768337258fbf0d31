namespace Earshot.Masking.Identifiers.Codes;

/// <summary>Postal codes by request.</summary>
/// <remarks>Source: Universal Postal Union, POST*CODE.</remarks>
internal sealed class PostalCode() : IdentifierRecogniser("postal-code", PersonalDataType.Address,
    """
    индекс*; почтов* индекс*; zip; zip code; zipcode; postal code; post code; eircode; eir code; pin code; pincode; area pin; postcode; الرمز البريدي; صندوق البريد; صندوق بريد; ص ب; رمز بريدي; po box; plz;
    postleitzahl; code postal; cp; codigo postal; cap; postcode is; kod pocztowy
    """)
{
    protected override ReadOnlySpan<int> Lengths => [6, 5, 4];

    protected override (int Shortest, int Longest) Part => (3, 9);

    protected override float Needed => 0.45f;

    public override bool TakesLetters => true;

    public override float JudgeCode(ReadOnlySpan<char> code, float strength) =>
        CodePattern.IsUkPostcode(code) || (CodePattern.Matches(code, "9999AA") && code[0] != '0') ? 0.6f + (0.3f * strength)
        : strength >= Needed && CodePattern.Mixed(code, 5, 8) ? 0.6f + (0.3f * strength)
        : 0;
}
