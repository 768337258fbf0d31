using Earshot.Masking.Numbers;

namespace Earshot.Masking.Identifiers.Codes;

/// <summary>
/// A long number that nobody named: in a call it is somebody's identifier far more often than a quantity, which has a
/// unit or stands among words of price.
/// </summary>
internal sealed class UnknownNumber() : IdentifierRecogniser("unknown-number", PersonalDataType.Other, string.Empty)
{
    public override bool StandsAlone => true;

    public override float Judge(in NumberQuestion question)
    {
        var length = question.Digits.Length;
        return question.Run.Is(NumberForm.Scale) || question.IsPrice ? 0
            : length >= 9 ? 0.53f
            : length >= 7 && question.Run.Form != NumberForm.Written ? 0.51f
            : length >= 7 ? 0.5f
            : 0;
    }
}
