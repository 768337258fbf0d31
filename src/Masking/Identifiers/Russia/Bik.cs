namespace Earshot.Masking.Identifiers.Russia;

/// <summary>BIK, bank identification code: nine digits that begin with 04 or 01.</summary>
/// <remarks>Source: Bank of Russia regulation No. 732-P.</remarks>
internal sealed class Bik() : IdentifierRecogniser("ru-bik", PersonalDataType.BankAccount,
    """
    бик; б и к; бик банк*; кпп
    """)
{
    protected override ReadOnlySpan<int> Lengths => [9];

    protected override (int Shortest, int Longest) Part => (4, 9);

    protected override bool Check(ReadOnlySpan<char> digits) => digits is ['0', '4' or '1', ..];
}
