using System.Buffers;
using Earshot.Masking.Finding;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Internet;

/// <summary>Written IPv6 and MAC addresses: groups of hexadecimal digits with colons, or six pairs with hyphens.</summary>
/// <remarks>Source: RFC 4291; IEEE 802.</remarks>
internal sealed class HexAddressRecogniser : Recogniser
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    public override string Name => "hex-address";

    public override void Find(TokenisedCall call, CandidateList found)
    {
        if (!call.Contents.MayHave(':') && !call.Contents.MayHave('-'))
        {
            return;
        }

        for (var i = 1; i + 1 < call.Tokens.Length; i++)
        {
            if ((call.IsSign(i, ':') || call.IsSign(i, '-')) && (call.IsGlued(i) || call.IsSign(i + 1, ':')) && TryReadFrom(call, i, out var first, out var last))
            {
                found.Add(first, last, PersonalDataType.Ip, 0.9f, Name);
                i = last;
            }
        }
    }

    private static bool TryReadFrom(TokenisedCall call, int sign, out int first, out int last)
    {
        var mark = call.Folded(sign)[0];
        first = sign;
        while (first > 0 && call.IsGlued(first) && IsHex(call, first - 1) && call.Tokens[first - 1].Turn == call.Tokens[sign].Turn)
        {
            first--;
        }

        last = sign;
        var (marks, doubles, pairs, groupLength, letters) = (0, 0, 0, 0, false);
        for (var i = first; i < call.Tokens.Length && (i == first || call.IsGlued(i)) && call.Tokens[i].Turn == call.Tokens[sign].Turn; i++)
        {
            if (call.IsSign(i, mark))
            {
                doubles += i > first && call.IsSign(i - 1, mark) ? 1 : 0;
                pairs += groupLength == 2 ? 1 : 0;
                groupLength = 0;
                marks++;
            }
            else if (IsHex(call, i))
            {
                groupLength += call.Tokens[i].FoldedLength;
                letters |= call.Tokens[i].Kind is TokenKind.Word;
            }
            else
            {
                break;
            }

            last = i;
        }

        pairs += groupLength == 2 ? 1 : 0;
        return (marks == 5 && pairs == 6) || (mark == ':' && ((doubles == 1 && marks is >= 3 and <= 7 && letters) || marks == 7));
    }

    private static bool IsHex(TokenisedCall call, int token) =>
        call.Tokens[token].FoldedLength <= 4 && call.Tokens[token].Kind is TokenKind.Number or TokenKind.Word && call.Folded(token).IndexOfAnyExcept(HexDigits) < 0;
}
