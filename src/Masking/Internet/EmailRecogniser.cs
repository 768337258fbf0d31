using Earshot.Masking.Finding;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Internet;

/// <summary>Written e-mail addresses, also when a line break or spaces stand beside the at sign; and @handles.</summary>
/// <remarks>Source: RFC 5322, addr-spec, as far as people use it.</remarks>
internal sealed class EmailRecogniser : Recogniser
{
    public override string Name => "email";

    public override void Find(TokenisedCall call, CandidateList found)
    {
        for (var i = 0; call.Contents.MayHave('@') && i < call.Tokens.Length; i++)
        {
            if (call.IsSign(i, '@'))
            {
                FindAround(call, i, found);
            }
        }
    }

    private void FindAround(TokenisedCall call, int at, CandidateList found)
    {
        var first = LocalPart(call, at);
        var last = Domain(call, at);
        if (first < at && last > at)
        {
            found.Add(first, last, PersonalDataType.Email, 0.97f, Name);
        }
        else if (first < at && call.IsGlued(at))
        {
            // A local part and an at sign with something unreadable behind them.
            found.Add(first, Math.Max(at, Handle(call, at)), PersonalDataType.Email, 0.7f, Name);
        }
        else if (Handle(call, at) is var handle && handle > at && !IsWordOfCode(call, at, handle))
        {
            found.Add(at, handle, PersonalDataType.Username, 0.9f, "handle");
        }
    }

    private static int LocalPart(TokenisedCall call, int at)
    {
        var first = at;
        var turn = call.Tokens[at].Turn;
        while (first > 0 && call.Tokens[first - 1].Turn == turn && IsLocal(call, first - 1) && (first == at || call.IsGlued(first)))
        {
            first--;
        }

        while (first < at && call.Tokens[first].Kind is TokenKind.Sign)
        {
            first++;
        }

        // Without a break the sign is glued; otherwise only a line break or one space may part them.
        return call.IsGlued(at) || call.Tokens[at].Is(TokenShape.LineStart) || (at + 1 < call.Tokens.Length && !call.IsGlued(at + 1)) ? first : at;
    }

    private static bool IsLocal(TokenisedCall call, int token) =>
        call.Tokens[token].Kind is TokenKind.Word or TokenKind.Number || call.Folded(token)[0] is '.' or '_' or '-' or '+' or '%';

    /// <summary>Last token of a domain with at least one full stop in it; -1 when there is none.</summary>
    private static int Domain(TokenisedCall call, int at)
    {
        var last = -1;
        var dots = 0;
        for (var i = at + 1; i < call.Tokens.Length && call.Tokens[i].Turn == call.Tokens[at].Turn; i++)
        {
            ref readonly var token = ref call.Tokens[i];
            if (i > at + 1 && !call.IsGlued(i))
            {
                break;
            }

            if (token.Kind is TokenKind.Word or TokenKind.Number)
            {
                last = i;
            }
            else if (call.Folded(i)[0] is '.' or '-')
            {
                dots += call.IsSign(i, '.') && i + 1 < call.Tokens.Length && call.IsGlued(i + 1) ? 1 : 0;
            }
            else
            {
                break;
            }
        }

        return dots > 0 ? last : -1;
    }

    private static int Handle(TokenisedCall call, int at)
    {
        var last = at;
        for (var i = at + 1; i < call.Tokens.Length && call.IsGlued(i) && call.Tokens[i].Turn == call.Tokens[at].Turn; i++)
        {
            if (call.Tokens[i].Kind is TokenKind.Word or TokenKind.Number)
            {
                last = i;
            }
            else if (!(call.Folded(i)[0] is '_' or '.' or '-'))
            {
                break;
            }
        }

        return last;
    }

    // "@media", "@param", "@scope/package".
    private static bool IsWordOfCode(TokenisedCall call, int at, int last) =>
        call.IsSign(last + 1, '/')
        || (last == at + 1 && call.Folded(last) is "media" or "param" or "import" or "return" or "returns" or "override" or "charset" or "supports" or "keyframes"
            or "everyone" or "here" or "channel" or "all" or "todo" or "see" or "throws" or "deprecated" or "author")
        || call.Folded(at, last).Length < 4;
}
