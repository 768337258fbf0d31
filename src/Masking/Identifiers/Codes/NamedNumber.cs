namespace Earshot.Masking.Identifiers.Codes;

/// <summary>A number that was called a number and nothing else.</summary>
internal sealed class NamedNumber() : IdentifierRecogniser("named-number", PersonalDataType.Other,
    """
    номер; номера; номеру; номером; номере; номерок; цифр*; серия номер; число; number; numbers; no; digits; رقم; الرقم; ارقام; numero; numeros; nummer; numer; n
    """)
{
    public override float Judge(in NumberQuestion question) =>
        question.Strength < 0.5f ? 0
        : question.Digits.Length >= 7 ? 0.45f + (0.1f * question.Strength)
        : 0;
}
