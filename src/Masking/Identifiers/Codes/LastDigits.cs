namespace Earshot.Masking.Identifiers.Codes;

/// <summary>"The last four": of the document that was spoken about, else of a card.</summary>
internal sealed class LastDigits() : IdentifierRecogniser("last-digits", PersonalDataType.Card,
    """
    последн* четыре; последн* 4; последн* цифр*; последн* четыре цифр*; последние три; последн* шесть; перв* шесть; в конце; заканчива*; оканчива*; last four; last 4; final four;
    last four digits; last digits; last three; last six; first six; last two; last five; ending in; ends in; ends with; ending with; اخر اربعه; اخر اربع; اخر ارقام;
    quatre derniers; letzten vier; ultimos cuatro; ultime quattro
    ; начинается на; начинается с; заканчивается на; заканчивается; оканчивается на; кончается на; первые цифры; начало номера; starts with; begins with; first digits; ends in; ends with; ending in
    """)
{
    protected override (int Shortest, int Longest) Part => (4, 8);

    protected override float Needed => 0.6f;

    public override float Judge(in NumberQuestion question) => base.Judge(question) - 0.1f;
}
