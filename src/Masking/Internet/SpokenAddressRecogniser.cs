using Earshot.Masking.Finding;
using Earshot.Masking.Numbers;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Internet;

/// <summary>
/// E-mail addresses and sites as they are dictated: "иван точка петров собака яндекс точка ру", "j smith at gmail dot com".
/// </summary>
internal sealed class SpokenAddressRecogniser : Recogniser
{
    private const int LongestLocal = 30;
    private const int LongestHost = 14;

    public override string Name => "spoken-address";

    public override void Find(TokenisedCall call, CandidateList found)
    {
        var covered = -1;
        var tokens = call.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            if (i <= covered || !(token.Is(WordTraits.At | WordTraits.Dot | WordTraits.Host) || (token.FoldedLength == 2 && IsOnHost(call, i))))
            {
                continue;
            }

            if ((token.Is(WordTraits.At) || IsOnHost(call, i)) && TryFindEmail(call, i, found, out var end))
            {
                covered = end;
            }
            else if (token.Is(WordTraits.Dot) && TryFindSite(call, i, found, out end))
            {
                covered = end;
            }
        }
    }

    // "мой имейл гриша восемь восемь на мейле".
    private static bool IsOnHost(TokenisedCall call, int token) =>
        call.Folded(token) is "на" && token + 1 < call.Tokens.Length && call.Folded(token + 1) is "мейле" or "мэйле" or "маиле" or "яндексе" or "гмейле" or "джимейле" or "рамблере" or "гугле";

    private bool TryFindEmail(TokenisedCall call, int at, CandidateList found, out int last)
    {
        last = HostAfter(call, at, out var hasDomain, out var isKnownHost);
        if (last < 0 || !(hasDomain || isKnownHost))
        {
            return false;
        }

        var first = LocalBefore(call, at, out var marks);
        if (first == at || (call.Tokens[first].Is(TokenShape.LineStart) && BeginsInside(call, first)))
        {
            FindLocalInLineBefore(call, first, found);
        }

        // "at gmail" alone may be a place to write to; a dictated name before it, or a domain behind it, makes it an address.
        var isAlone = call.Tokens[at].Is(TokenShape.LineStart) && (at + 1 < call.Tokens.Length && call.Tokens[at + 1].Is(TokenShape.LineStart));
        if (!hasDomain && marks == 0 && first == at && !isAlone)
        {
            return false;
        }

        found.Add(first, last, PersonalDataType.Email, 0.93f, Name);
        return true;
    }

    /// <summary>Last token of the host; -1 when there is none.</summary>
    private static int HostAfter(TokenisedCall call, int at, out bool hasDomain, out bool isKnownHost)
    {
        var last = -1;
        hasDomain = false;
        isKnownHost = false;
        var words = 0;
        for (var i = at + 1; i < call.Tokens.Length && i - at <= LongestHost; i++)
        {
            ref readonly var token = ref call.Tokens[i];
            if (IsDot(call, i))
            {
                if (token.Is(TokenShape.LineStart) && hasDomain)
                {
                    break;
                }

                if (i + 1 < call.Tokens.Length && IsDomain(call, i + 1) && !IsWordOfTalk(call, i))
                {
                    hasDomain = true;
                    last = ++i;
                    continue;
                }

                if (hasDomain || words == 0)
                {
                    break;
                }

                words = 0;
                continue;
            }

            if (hasDomain || (token.Kind is TokenKind.Sign && !IsAddressSign(call, i)) || token.Kind is TokenKind.Placeholder)
            {
                break;
            }

            if (token.Is(TokenShape.LineStart) && !GoesOnNextLine(call, at, i))
            {
                break;
            }

            if (i == at + 1 && call.Folded(i) is "sign")
            {
                continue;
            }

            if ((token.Is(WordTraits.Host) || IsOnHost(call, at)) && i <= at + 2 && words == 0)
            {
                isKnownHost = true;
                last = i;
            }

            // "gmail com", "бк ру": the stop was not said.
            if (i > at + 1 && token.Is(WordTraits.Domain) && token.FoldedLength <= 3 && words <= 1 && call.Folded(i) is "com" or "ком" or "ру" or "net" or "org" or "كوم" or "нет")
            {
                hasDomain = true;
                last = i;
                continue;
            }

            words += token.Kind is TokenKind.Word && !token.Is(WordTraits.Dash | WordTraits.Filler | WordTraits.Number) && token.FoldedLength > 1 && !token.Is(WordTraits.LetterName) ? 1 : 0;
            if (words > 3)
            {
                break;
            }
        }

        return last;
    }

    // "at" / "gmail" / "dot com": the sign was all that its line said, or the next line begins with a stop.
    private static bool GoesOnNextLine(TokenisedCall call, int at, int line) =>
        call.Tokens[line].Turn - call.Tokens[at].Turn <= 2 && ((line == at + 1 && call.Tokens[at].Is(TokenShape.LineStart)) || IsDot(call, line) || IsDot(call, line - 1));

    private static bool IsDot(TokenisedCall call, int token) =>
        call.Tokens[token].Is(WordTraits.Dot) || (call.IsSign(token, '.') && token + 1 < call.Tokens.Length && call.IsGlued(token + 1));

    // "at this point it", "extended period in": as a stop these words need a domain behind them that is no ordinary word.
    private static bool IsWordOfTalk(TokenisedCall call, int dot) =>
        call.Language is "en" && call.Folded(dot) is "point" or "period"
        && call.Folded(dot + 1) is not ("com" or "net" or "org" or "co" or "uk" or "gov" or "edu" or "io" or "ru" or "eu" or "de" or "fr" or "nl" or "pl" or "ch" or "ae" or "sa");

    // "dot studio": whatever ends the line behind a stop ends an address too.
    private static bool IsDomain(TokenisedCall call, int token) => IsSpokenDomain(call, token) || (call.Tokens[token].Kind is TokenKind.Word && call.Tokens[token].Is(TokenShape.Latin) && call.Tokens[token].FoldedLength >= 3
        && (token + 1 >= call.Tokens.Length || call.Tokens[token + 1].Is(TokenShape.LineStart))) || call.Tokens[token].Is(WordTraits.Domain) || DomainNames.IsTopLevel(call.Folded(token));

    // "точка про", "точка биз", "точка ми": a short word that ends the line.
    private static bool IsSpokenDomain(TokenisedCall call, int token) =>
        call.Tokens[token].Is(TokenShape.Cyrillic) && call.Tokens[token].Kind is TokenKind.Word && call.Tokens[token].FoldedLength is >= 2 and <= 6 && !ReadNumber.IsNumber(call.Tokens[token])
        && (token + 1 >= call.Tokens.Length || call.Tokens[token + 1].Is(TokenShape.LineStart));

    private static bool IsAddressSign(TokenisedCall call, int token) => call.Folded(token)[0] is '-' or '_' or '.' or ',';

    /// <summary>First token of the local part, found backwards; <paramref name="at"/> when there is none.</summary>
    private static int LocalBefore(TokenisedCall call, int at, out int marks)
    {
        var first = at;
        marks = 0;
        var plain = 0;
        for (var i = at - 1; i >= 0 && at - i <= LongestLocal && call.Tokens[i].Turn == call.Tokens[Math.Min(at, call.Tokens.Length - 1)].Turn; i--)
        {
            ref readonly var token = ref call.Tokens[i];
            if (call.Tokens[i + 1].Is(TokenShape.LineStart))
            {
                break;
            }

            if (IsMark(call, i))
            {
                marks++;
                plain = 0;
                first = token.Is(TokenShape.LineStart) ? i : first;
                continue;
            }

            if (IsOnlyLocal(call, i, at))
            {
                first = i;
                continue;
            }

            if (IsBoundary(call, i) || (IsPlain(token) && ++plain > 3 && !IsWholePhrase(call, i)))
            {
                break;
            }

            plain = IsLetter(token) ? 0 : plain;
            if (token.Kind is not TokenKind.Sign && (!(token.Is(WordTraits.Filler) && !token.Is(WordTraits.Number)) || (token.FoldedLength == 1 && (IsMark(call, i + 1) || IsLetter(call.Tokens[i + 1])))))
            {
                first = i;
                marks += token.Is(WordTraits.Number) || token.FoldedLength == 1 || token.Kind is TokenKind.Number ? 1 : 0;
            }
        }

        return first;
    }

    // "заказы собака завод точка рф": the word right before the sign is the address, though it names things elsewhere.
    private static bool IsOnlyLocal(TokenisedCall call, int token, int at) =>
        token == at - 1 && call.Tokens[token].Is(WordTraits.PhraseStart) && call.Tokens[token].FoldedLength > 3 && !call.Tokens[token].Is(WordTraits.FunctionWord)
        && !(call.Folded(token) is "почта" or "почту" or "почты" or "адрес" or "имейл" or "мейл" or "емейл" or "имэйл" or "email" or "mail" or "address" or "account" or "inbox" or "call" or "code" or "number" or "phone");

    // "the lazy sunday baker at …": more than three plain words are one address where something surely ends before them.
    private static bool IsWholePhrase(TokenisedCall call, int token)
    {
        for (var (i, words) = (token, 0); i >= 0 && words < 4; i--, words++)
        {
            if (IsBoundary(call, i))
            {
                return true;
            }

            if (call.Tokens[i].Is(TokenShape.LineStart))
            {
                return !call.Tokens[i].Is(WordTraits.FunctionWord) && !call.Tokens[i].Is(Names.NameTraits.NeverName);
            }
        }

        return false;
    }

    private static bool IsPlain(in Token token) =>
        token.Kind is TokenKind.Word && token.FoldedLength > 1
        && !token.Is(WordTraits.Number | WordTraits.LetterName | WordTraits.Filler | WordTraits.SpellingLink | WordTraits.FunctionWord);

    private static bool IsMark(TokenisedCall call, int token) =>
        call.Tokens[token].Is(WordTraits.Dot | WordTraits.Dash | WordTraits.Underscore)
        || call.Folded(token) is "нижнее" or "нижним" or "нижний" or "lower" or "_";

    private static bool IsBoundary(TokenisedCall call, int token)
    {
        ref readonly var at = ref call.Tokens[token];
        if (at.Kind is TokenKind.Placeholder)
        {
            return true;
        }

        if (at.Kind is TokenKind.Sign)
        {
            return call.Folded(token)[0] is ':' or '?' or '!' or ';' or '"' or '(' or '\'' || (call.IsSign(token, '.') && !call.IsGlued(Math.Min(token + 1, call.Tokens.Length - 1)));
        }

        if (token > 0 && IsMark(call, token - 1) && at.FoldedLength > 1)
        {
            return false;
        }

        var isClitic = token > 0 && call.IsSign(token - 1, '\'') && call.IsGlued(token);
        return isClitic || at.Is(WordTraits.At) || (call.Folded(token) is not ("the" or "my" or "our" or "мой" or "моя") || !at.Is(TokenShape.LineStart) || call.Tokens[token + 1].Is(WordTraits.PhraseStart)) && (at.Is(WordTraits.PhraseStart | WordTraits.FunctionWord) && !at.Is(WordTraits.Number | WordTraits.LetterName) && at.FoldedLength > 1 && !IsSpellingLink(call, token));
    }

    // "s as in sam", "эс как доллар".
    private static bool IsSpellingLink(TokenisedCall call, int token) =>
        (call.Tokens[token].Is(WordTraits.SpellingLink) || call.Folded(token) is "in")
        && token > 0 && (IsLetter(call.Tokens[token - 1]) || (token > 1 && IsLetter(call.Tokens[token - 2])));

    private static bool IsLetter(in Token token) => token.Kind is TokenKind.Word && (token.FoldedLength == 1 || token.Is(WordTraits.LetterName));

    // "dash soccer mom at …", or a line after one that says "okay": something was said before.
    private static bool BeginsInside(TokenisedCall call, int first) => IsMark(call, first) || (first > 0 && IsSmallTalkLine(call, first - 1, out _));

    private static bool IsSmallTalkLine(TokenisedCall call, int last, out int start)
    {
        start = last;
        var only = true;
        while (true)
        {
            only &= call.Tokens[start].Kind is TokenKind.Sign || call.Tokens[start].Is(WordTraits.Filler);
            if (call.Tokens[start].Is(TokenShape.LineStart))
            {
                return only;
            }

            start--;
        }
    }

    // The local part came a line or a turn earlier: "иван петров" / "так" / "собака мейл точка ру".
    private void FindLocalInLineBefore(TokenisedCall call, int first, CandidateList found)
    {
        var last = first - 1;
        if (last >= 0 && IsSmallTalkLine(call, last, out var start))
        {
            last = start - 1;
        }

        if (last < 0 || IsSmallTalkLine(call, last, out start) || last - start > 8)
        {
            return;
        }

        for (var i = start; i <= last; i++)
        {
            if (IsBoundary(call, i) && !call.IsSign(i, '.'))
            {
                return;
            }
        }

        found.Add(start, last, PersonalDataType.Email, 0.7f, Name);
    }

    private bool TryFindSite(TokenisedCall call, int dot, CandidateList found, out int last)
    {
        last = dot + 1;
        if (dot == 0 || dot + 1 >= call.Tokens.Length || IsWordOfTalk(call, dot) || call.Tokens[dot + 1].Turn != call.Tokens[dot].Turn
            || !(call.Tokens[dot + 1].Is(WordTraits.Domain) || (call.Tokens[dot + 1].Kind is TokenKind.Word && SaysSite(call, dot) && !call.Tokens[dot - 1].Is(WordTraits.Dot))))
        {
            return false;
        }

        while (last + 2 < call.Tokens.Length && call.Tokens[last + 1].Is(WordTraits.Dot | WordTraits.Slash) && call.Tokens[last + 2].Turn == call.Tokens[dot].Turn
            && (call.Tokens[last + 1].Is(WordTraits.Slash) || call.Tokens[last + 2].Is(WordTraits.Domain)))
        {
            last += 2;
        }

        last = OverPath(call, last);
        var first = OverArticle(call, OverScheme(call, HostBefore(call, dot)));
        if (first == dot)
        {
            return false;
        }

        found.Add(first, last, PersonalDataType.Url, 0.85f, Name);
        return true;
    }

    // "the little print house dot co dot uk", at the beginning of a line.
    private static int OverArticle(TokenisedCall call, int first)
    {
        var i = first;
        while (i > 0 && first - i < 4 && !call.Tokens[i].Is(TokenShape.LineStart) && call.Tokens[i - 1].Kind is TokenKind.Word
            && (!call.Tokens[i - 1].Is(WordTraits.FunctionWord | WordTraits.PhraseStart) || call.Folded(i - 1) is "the" or "my" or "our"))
        {
            i--;
        }

        return i < first && call.Tokens[i].Is(TokenShape.LineStart) && call.Folded(i) is "the" or "my" or "our" ? i : first;
    }

    // "тэ точка мэ слэш север ноль один": what follows a slash, up to the end of the line.
    private static int OverPath(TokenisedCall call, int last)
    {
        var i = last;
        if (!call.Tokens[last - 1].Is(WordTraits.Slash))
        {
            return last;
        }

        while (i + 1 < call.Tokens.Length && !call.Tokens[i + 1].Is(TokenShape.LineStart) && i - last < 5
            && (ReadNumber.IsNumber(call.Tokens[i + 1]) || call.Tokens[i + 1].Is(WordTraits.AddressSign) || !call.Tokens[i + 1].Is(WordTraits.FunctionWord | WordTraits.Filler)))
        {
            i++;
        }

        var endsLine = i + 1 >= call.Tokens.Length || call.Tokens[i + 1].Is(TokenShape.LineStart);
        return endsLine ? i : last;
    }

    // One word, and those that dots, dashes or letters tie to it.
    private static int HostBefore(TokenisedCall call, int dot)
    {
        var first = dot;
        var isOpen = true;
        var words = SaysSite(call, dot) ? -2 : 0;
        for (var i = dot - 1; i >= 0 && dot - i <= LongestHost && call.Tokens[i].Turn == call.Tokens[dot].Turn; i--)
        {
            ref readonly var token = ref call.Tokens[i];
            if (IsMark(call, i) || call.IsSign(i, '-'))
            {
                isOpen = true;
                continue;
            }

            if (token.Kind is not (TokenKind.Word or TokenKind.Number) || (!isOpen && !IsLetter(token) && !token.Is(WordTraits.Number) && ++words > 1)
                || (token.Is(WordTraits.FunctionWord | WordTraits.PhraseStart | WordTraits.Filler | WordTraits.Correction) && token.FoldedLength > 1 && first < dot)
                || (words > -3 && call.Folded(i) is "website" or "site" or "link" or "url" or "сайт" or "сайта" or "ссылка" or "called" or "is")
                || (i + 1 < dot && call.Tokens[i + 1].Is(TokenShape.LineStart)))
            {
                break;
            }

            first = i;
            isOpen = IsLetter(token) || ReadNumber.IsNumber(token);
        }

        return first;
    }

    // "https colon slash slash portal dot acme dot io".
    private static int OverScheme(TokenisedCall call, int first)
    {
        for (var i = first - 1; i >= 0 && first - i <= 6 && call.Tokens[i].Turn == call.Tokens[first].Turn; i--)
        {
            if (call.Folded(i) is "http" or "https")
            {
                return i;
            }

            if (!call.Tokens[i].Is(WordTraits.Slash) && call.Folded(i) is not ("colon" or "двоеточие" or "double" or "слэш" or "slash"))
            {
                break;
            }
        }

        return first;
    }

    // A site was announced a few words before: its name may have more words than one.
    private static bool SaysSite(TokenisedCall call, int dot)
    {
        for (var i = dot - 1; i >= 0 && dot - i <= 8 && call.Tokens[i].Turn == call.Tokens[dot].Turn; i--)
        {
            if (call.Folded(i) is "website" or "site" or "link" or "url" or "domain" or "page" or "сайт" or "сайта" or "сайте" or "ссылка" or "ссылку" or "ссылке" or "домен" or "الموقع" or "موقع" or "الرابط" or "رابط")
            {
                return true;
            }

            if (call.Tokens[i].Is(TokenShape.LineStart))
            {
                break;
            }
        }

        return false;
    }
}
