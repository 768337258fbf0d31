using Earshot.Masking.Numbers;

namespace Earshot.Masking.Identifiers.Codes;

/// <summary>"The last four": of the document that was spoken about, else of a card.</summary>
internal sealed class LastDigits() : IdentifierRecogniser("last-digits", PersonalDataType.Card,
    """
    последн* четыре; четыре последн*; четыре последн* цифр*; конец карты; на конце; хвостик; последн* 4; последн* цифр*; последн* четыре цифр*; последние три; последн* шесть; перв* шесть; перв* четыре; хвост; хвост карт*; в конце; заканчива*; оканчива*; the one ending; one ending; account ending; account ends; card ending; card ends; number ending; account starts; number starts; account number starts; account number ends; last four; last 4; final four;
    last four digits; last digits; last three; last six; first six; last two; last five; ending in; ends in; ends with; ending with; اخر اربعه; اخر اربع; اخر ارقام; بطاقتي تنتهي ب; البطاقة تنتهي ب; الفيزا تنتهي ب; الكرت ينتهي ب;
    quatre derniers; letzten vier; ultimos cuatro; ultime quattro
    ; it starts; it ends; and ends; and starts; начинается на; начинается с; заканчивается на; заканчивается; оканчивается на; кончается на; первые цифры; начало номера; starts with; begins with; first digits; ends in; ends with; ending in
    """)
{
    protected override (int Shortest, int Longest) Part => (4, 8);

    protected override float Needed => 0.6f;

    // "starts oh seven eight and ends nine nine two", "начинается на девятьсот тринадцать".
    public override float Judge(in NumberQuestion question) =>
        question.Digits.Length == 3 && question.Strength >= 0.9f && (question.Run.Groups > 1 || question.Digits is ['9', _, not '0']) && question.Run.Is(NumberForm.Spoken) ? 0.52f : base.Judge(question) - 0.1f;
}
