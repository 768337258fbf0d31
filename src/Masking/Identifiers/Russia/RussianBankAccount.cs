namespace Earshot.Masking.Identifiers.Russia;

/// <summary>Account with a Russian bank: twenty digits.</summary>
/// <remarks>Source: Bank of Russia regulation No. 809-P.</remarks>
internal sealed class RussianBankAccount() : IdentifierRecogniser("ru-account", PersonalDataType.BankAccount,
    """
    расчетн* счет*; рассчетн* счет*; номер* счет*; корреспондентск* счет*; корсчет*; кор счет*; р с;
    счет* получател*; банковск* счет*; счет; расчетный
    """)
{
    protected override ReadOnlySpan<int> Lengths => [20];

    protected override (int Shortest, int Longest) Part => (4, 22);

    protected override float Alone => 0.8f;

    protected override float Needed => 0.45f;
}
