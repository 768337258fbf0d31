using Earshot.Masking.Finding;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Internet;

/// <summary>Written addresses of web pages, with a scheme, with "www." or by their top-level domain.</summary>
/// <remarks>Source: RFC 3986.</remarks>
internal sealed class UrlRecogniser : Recogniser
{
    public override string Name => "url";

    public override void Find(TokenisedCall call, CandidateList found)
    {
        if (!call.Contents.MayHave(':') && !call.Contents.MayHave('.'))
        {
            return;
        }

        var last = -1;
        for (var i = 1; i < call.Tokens.Length; i++)
        {
            if (i > last && call.Tokens[i].Kind is TokenKind.Sign && TryFindAt(call, i, out var first, out var end))
            {
                found.Add(first, end, PersonalDataType.Url, 0.95f, Name);
                last = end;
            }
        }
    }

    private static bool TryFindAt(TokenisedCall call, int sign, out int first, out int last)
    {
        first = sign - 1;
        last = sign;
        if (call.IsSign(sign, ':'))
        {
            return IsGluedWord(call, first, sign) && call.IsSign(sign + 1, '/') && call.IsSign(sign + 2, '/') && call.IsGlued(sign + 1) && call.IsGlued(sign + 2)
                && ReachesOut(call, sign + 2, out last);
        }

        return call.IsSign(sign, '.') && IsGluedWord(call, first, sign) && sign + 1 < call.Tokens.Length && call.IsGlued(sign + 1) && IsHost(call, ref first, sign, out last);
    }

    private static bool IsGluedWord(TokenisedCall call, int word, int sign) =>
        call.Tokens[word].Kind is TokenKind.Word or TokenKind.Number && call.IsGlued(sign) && call.Tokens[word].Turn == call.Tokens[sign].Turn;

    // Labels and full stops; the last label must be a top-level domain, unless the first is "www".
    private static bool IsHost(TokenisedCall call, ref int first, int sign, out int last)
    {
        last = sign;
        while (first > 1 && call.IsGlued(first) && (call.IsSign(first - 1, '-') || call.IsSign(first - 1, '.')) && call.IsGlued(first - 1)
            && call.Tokens[first - 2].Kind is TokenKind.Word or TokenKind.Number && call.Tokens[first - 2].Turn == call.Tokens[first].Turn)
        {
            first -= 2;
        }

        var domain = -1;
        for (var i = sign; i + 1 < call.Tokens.Length && (call.IsSign(i, '.') || call.IsSign(i, '-')) && call.IsGlued(i) && call.IsGlued(i + 1)
            && call.Tokens[i + 1].Kind is TokenKind.Word or TokenKind.Number; i += 2)
        {
            domain = call.IsSign(i, '.') && DomainNames.IsTopLevel(call.Folded(i + 1)) && !IsNewSentence(call, i + 1) ? i + 1 : domain;
            last = i + 1;
        }

        if (call.Folded(first) is not "www" && (domain < 0 || domain != last || call.Tokens[sign - 1].FoldedLength < 2))
        {
            return false;
        }

        return !call.IsSign(first - 1, '@') && (ReachesOut(call, last, out last) || true);
    }

    // "to me.In the end": a capital after the stop begins a sentence.
    private static bool IsNewSentence(TokenisedCall call, int token) =>
        call.Tokens[token].Is(TokenShape.Capital) && !call.Tokens[token].Is(TokenShape.AllCapitals);

    /// <summary>Goes on to the next space; signs at the end belong to the sentence.</summary>
    private static bool ReachesOut(TokenisedCall call, int from, out int last)
    {
        last = from;
        for (var i = from + 1; i < call.Tokens.Length && call.IsGlued(i) && call.Tokens[i].Turn == call.Tokens[from].Turn; i++)
        {
            if (call.Tokens[i].Kind is TokenKind.Placeholder || (call.Tokens[i].Kind is TokenKind.Sign && call.Folded(i)[0] is '"' or '<' or '>' or '»' or '«' or '|'))
            {
                break;
            }

            last = call.Tokens[i].Kind is TokenKind.Sign && !(call.Folded(i)[0] is '/' or '=' or '&' or '#' or '_' or '~') ? last : i;
        }

        return last > from;
    }
}
