using Earshot.Masking.Numbers;

namespace Earshot.Masking.Identifiers.Online;

/// <summary>IPv4 addresses, written or said with "dot"; MAC addresses by request.</summary>
/// <remarks>Source: RFC 791; IEEE 802.</remarks>
internal sealed class IpAddress() : IdentifierRecogniser("ip", PersonalDataType.Ip,
    """
    ip; i p; i p address; ip address; ip addresses; айпи; айпи адрес*; ай пи; ip адрес*; mac; mac address; мак адрес*; mac адрес*; عنوان الايبي; ip adresse; adresse ip; direccion ip
    """)
{
    public override bool TakesLetters => true;

    public override bool StandsAlone => true;

    public override float Judge(in NumberQuestion question)
    {
        var run = question.Run;
        if (!run.Is(NumberForm.Dots))
        {
            return question.Strength >= 0.5f && question.Digits.Length is >= 6 and <= 12 ? 0.6f + (0.2f * question.Strength) : 0;
        }

        return IsFourOctets(question.Digits, run) ? 0.92f
            : question.Strength >= 0.4f && question.Digits.Length is >= 4 and <= 12 ? 0.75f + (0.2f * question.Strength)
            : 0;
    }

    public override float JudgeCode(ReadOnlySpan<char> code, float strength) =>
        strength >= 0.5f && CodePattern.Mixed(code, 6, 24) ? 0.6f + (0.2f * strength) : 0;

    private static bool IsFourOctets(ReadOnlySpan<char> digits, in NumberRun run)
    {
        if (run.Groups != 4)
        {
            return false;
        }

        var from = 0;
        for (var i = 0; i < 4; i++)
        {
            var length = run.GroupLength(i);
            if (length is 0 or > 3 || Checksums.Value(digits.Slice(from, length)) > 255)
            {
                return false;
            }

            from += length;
        }

        return true;
    }
}
