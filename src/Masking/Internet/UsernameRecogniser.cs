using Earshot.Masking.Finding;
using Earshot.Masking.Names;
using Earshot.Masking.Numbers;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Internet;

/// <summary>Account and messenger names behind the word for them: "username: marivu.gan", "логин иван подчёркивание девяносто".</summary>
internal sealed class UsernameRecogniser(int topic) : Recogniser
{
    private const int Longest = 12;
    private const int LongestPlain = 5;
    private const int MaximumLines = 6;
    private const int LongestLine = 60;

    public override string Name => "username";

    public override void Find(TokenisedCall call, CandidateList found)
    {
        foreach (var mention in call.Topics.Items)
        {
            if (mention.Topic == topic)
            {
                FindAfter(call, mention.Last + 1, found);
                FindAnswer(call, mention.Last + 1, found);
            }
        }

        if (call.Contents.Has(WordTraits.Underscore))
        {
            FindTied(call, found);
        }
    }

    // "pat underscore green underscore one": nothing but handles and mail is dictated with underscores.
    private void FindTied(TokenisedCall call, CandidateList found)
    {
        for (var i = 1; i + 1 < call.Tokens.Length; i++)
        {
            if (!call.Tokens[i].Is(WordTraits.Underscore) || call.Tokens[i].Is(TokenShape.LineStart))
            {
                continue;
            }

            var first = call.Folded(i - 1) is "нижнее" or "lower" ? i - 2 : i - 1;
            if (first < 0 || call.Tokens[first].Kind is not (TokenKind.Word or TokenKind.Number))
            {
                continue;
            }

            var last = ReadName(call, first, out _);
            if (last > i)
            {
                found.Add(first, last, PersonalDataType.Username, 0.6f, Name);
                i = last;
            }
        }
    }

    private void FindAfter(TokenisedCall call, int from, CandidateList found)
    {
        var first = SkipLead(call, from, out var isForm);
        if (first >= call.Tokens.Length || call.Tokens[first].Turn != call.Tokens[from - 1].Turn || call.Tokens[first].Kind is not (TokenKind.Word or TokenKind.Number))
        {
            return;
        }

        if (first > from && call.Tokens[first - 1].Is(WordTraits.Underscore))
        {
            first--;
        }

        if (IsTalkOfLogins(call, first))
        {
            return;
        }

        var last = ReadName(call, first, out var marks);
        var rest = PlainRest(call, first);
        if (rest > last && marks == 0 && SaysIs(call, from, first) && (!IsYours(call, from) || HasUnknown(call, first, rest)))
        {
            found.Add(first, rest, PersonalDataType.Username, 0.72f, Name);
            return;
        }

        marks += HasAt(call, from, first) ? 1 : 0;
        if (call.Tokens[first].Is(NameTraits.NeverName) && call.Tokens[first].FoldedLength > 1 && !call.Tokens[first].Is(WordTraits.Number | WordTraits.LetterName))
        {
            return;
        }

        if (marks > 0 || (SaysIs(call, from, first) && IsWholeRest(call, last) && (!IsYours(call, from) || HasUnknown(call, first, last)))
            || (IsWholeRest(call, last) && IsOwn(call, from) && (HasUnknown(call, first, last) || IsFound(call, from))) || (isForm && last - first < 2 && call.Tokens[first].Is(TokenShape.Latin)))
        {
            found.Add(first, last, PersonalDataType.Username, 0.75f, Name);
        }
    }

    // "my handle is moonbeam": all that the line says after it.
    private static bool SaysIs(TokenisedCall call, int from, int first)
    {
        for (var i = from; i < first; i++)
        {
            if (call.Folded(i) is "is" or "это" or "s" or "as" or "called" or "называется")
            {
                return true;
            }
        }

        // "ник сумеречный странник", "логином тест".
        return first == from && call.Folded(from - 1) is "ник" or "ником" or "логином" or "никнейм" or "handle" or "username" or "телега" or "يوزري" or "يوزر" or "بالانستا" or "بتويتر" or "بالسناب" or "بالتيك";
    }

    // "login page shows error ten sixty", "ник забыл".
    private static bool IsTalkOfLogins(TokenisedCall call, int first) =>
        call.Folded(first) is "page" or "screen" or "button" or "form" or "error" or "issue" or "details" or "box" or "field" or "fails" or "failed" or "or" or "with"
        || (call.Tokens[first].Is(TokenShape.Cyrillic) && IsKnown(call, first) && call.Folded(first) is [.., 'л'] or [.., 'л', 'а'] or [.., 'л', 'и'] or [.., 'т', 'ь'] or [.., 'е', 'т'] or [.., 'и', 'т'] or [.., 'с', 'я'] && IsWholeRest(call, first));

    // "my instagram is clay and kiln studio": a few words up to the end of the line, none of which goes on with the sentence.
    private static int PlainRest(TokenisedCall call, int first)
    {
        var last = first;
        for (; last < call.Tokens.Length && (last == first || !call.Tokens[last].Is(TokenShape.LineStart)); last++)
        {
            ref readonly var token = ref call.Tokens[last];
            if (token.Kind is not TokenKind.Word || last - first >= LongestPlain
                || (token.Is(WordTraits.FunctionWord | WordTraits.Correction | WordTraits.Filler) && !token.Is(WordTraits.Joiner))
                || (token.Is(NameTraits.NeverName) && !token.Is(WordTraits.Joiner)))
            {
                return -1;
            }
        }

        return call.Tokens[last - 1].Is(WordTraits.Joiner) || call.Tokens[first].Is(WordTraits.Joiner) ? -1 : last - 1;
    }

    // "telegram, at sign, north wind": what follows was said to be a handle.
    private static bool HasAt(TokenisedCall call, int from, int first)
    {
        for (var i = from; i < first; i++)
        {
            if (call.Tokens[i].Is(WordTraits.At) && call.Folded(i) is not "эт")
            {
                return true;
            }
        }

        return false;
    }

    // "your username is case sensitive".
    private static bool IsYours(TokenisedCall call, int from) =>
        BeginsWith(call, from, static word => word is "your" or "ваш" or "ваша" or "твой" or "the");

    // "my twitter", "мой телеграм".
    private static bool IsOwn(TokenisedCall call, int from) =>
        BeginsWith(call, from, static word => word is "my" or "мой" or "моя" or "наш" or "me" or "our" or "her" or "his" or "их" or "его");

    // "find me on insta": whatever follows is what to look for.
    private static bool IsFound(TokenisedCall call, int from) =>
        BeginsWith(call, from, static word => word is "find" or "add" or "dm" or "follow" or "найдите" or "ищите" or "добавьте");

    private static bool BeginsWith(TokenisedCall call, int from, Func<string, bool> matches)
    {
        for (var i = from - 1; i >= 0 && from - i <= 5 && call.Tokens[i].Turn == call.Tokens[from - 1].Turn; i--)
        {
            if (matches(call.Folded(i).ToString()))
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

    private static bool HasUnknown(TokenisedCall call, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            ref readonly var token = ref call.Tokens[i];
            if (ReadNumber.IsNumber(token) || (token.Kind is TokenKind.Word && token.FoldedLength > 3 && !IsKnown(call, i)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsKnown(TokenisedCall call, int token) =>
        call.Tokens[token].Is(TokenShape.Cyrillic) ? WordGraph.Russian.Contains(call.Folded(token)) : WordGraph.English.Contains(call.Folded(token));

    private static bool IsWholeRest(TokenisedCall call, int last) =>
        (last + 1 >= call.Tokens.Length || call.Tokens[last + 1].Is(TokenShape.LineStart)) && !call.Tokens[last].Is(WordTraits.FunctionWord) && !call.Tokens[last].Is(NameTraits.NeverName);

    // "логин?" / "ромашка": the name is the whole of a short next line.
    private void FindAnswer(TokenisedCall call, int from, CandidateList found)
    {
        var first = from;
        while (first < call.Tokens.Length && first - from <= 6 && !call.Tokens[first].Is(TokenShape.LineStart))
        {
            first++;
        }

        var isAsked = first - from <= 2;
        if (first - from > 6 || first >= call.Tokens.Length)
        {
            return;
        }

        var last = first;
        var (words, marks) = (0, 0);
        for (; last < call.Tokens.Length && last - first < LongestLine && (last == first || !call.Tokens[last].Is(TokenShape.LineStart)); last++)
        {
            marks += ReadNumber.IsNumber(call.Tokens[last]) || call.Tokens[last].Is(WordTraits.AddressSign) || call.Tokens[last].FoldedLength == 1 ? 1 : 0;
            words += call.Tokens[last].Kind is TokenKind.Word ? 1 : 0;
        }

        (first, last) = TrimSmallTalk(call, first, last - 1);
        if (first <= last && !HasFunctionWord(call, first, last) && words <= (marks > 0 ? 12 : isAsked ? 5 : 0) && (marks > 0 || last - first < 3))
        {
            found.Add(first, last, PersonalDataType.Username, 0.62f, Name);
            FindRest(call, first, last, found);
        }
    }

    // "bright" / "bright" / "bright harbor" / "yes and then twenty two": the lines after the answer that say it again or go on with it.
    private void FindRest(TokenisedCall call, int first, int last, CandidateList found)
    {
        var line = NextLine(call, last);
        for (var lines = 0; lines < MaximumLines && line < call.Tokens.Length; lines++)
        {
            var next = NextLine(call, line);
            if (next - line > LongestLine)
            {
                return;
            }

            if (call.Topics.From(line) is [var mention, ..] && mention.First < next && !MaskingRules.IsGeneral(mention.Topic))
            {
                return;
            }

            var (from, to) = TrimSmallTalk(call, line, next - 1);
            if (from <= to && to - from < LongestPlain && (SharesWord(call, from, to, first, last) || IsSpelled(call, from, to)))
            {
                found.Add(from, to, PersonalDataType.Username, 0.6f, Name);
            }

            line = next;
        }
    }

    private static int NextLine(TokenisedCall call, int token)
    {
        var next = token + 1;
        while (next < call.Tokens.Length && next - token <= LongestLine && !call.Tokens[next].Is(TokenShape.LineStart))
        {
            next++;
        }

        return next < call.Tokens.Length && !call.Tokens[next].Is(TokenShape.LineStart) ? call.Tokens.Length : next;
    }

    private static bool SharesWord(TokenisedCall call, int from, int to, int first, int last)
    {
        for (var i = from; i <= to; i++)
        {
            for (var j = first; j <= last; j++)
            {
                if (call.Tokens[i].Kind is TokenKind.Word && call.Tokens[i].FoldedLength > 2 && !ReadNumber.IsNumber(call.Tokens[i]) && call.Folded(i).SequenceEqual(call.Folded(j)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsSpelled(TokenisedCall call, int from, int to)
    {
        for (var i = from; i <= to; i++)
        {
            if (!ReadNumber.IsNumber(call.Tokens[i]) && !call.Tokens[i].Is(WordTraits.LetterName | WordTraits.Underscore | WordTraits.Dash | WordTraits.Dot) && call.Tokens[i].FoldedLength > 1)
            {
                return false;
            }
        }

        return to > from || call.Tokens[from].Kind is TokenKind.Number;
    }

    private static bool HasFunctionWord(TokenisedCall call, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (call.Tokens[i].Is(WordTraits.FunctionWord | WordTraits.Correction) && call.Tokens[i].FoldedLength > 1 && !call.Tokens[i].Is(WordTraits.Number | WordTraits.AddressSign))
            {
                return true;
            }
        }

        return false;
    }

    private static (int First, int Last) TrimSmallTalk(TokenisedCall call, int first, int last)
    {
        while (first <= last && (call.Tokens[first].Kind is TokenKind.Sign || call.Tokens[first].Is(WordTraits.Filler | WordTraits.FunctionWord | WordTraits.Correction))
            && !call.Tokens[first].Is(WordTraits.Number) && !IsFirstLetter(call, first, last))
        {
            first++;
        }

        while (last >= first && (call.Tokens[last].Kind is TokenKind.Sign || call.Tokens[last].Is(WordTraits.Filler)))
        {
            last--;
        }

        return (first, last);
    }

    // "а эн кузьмин", "a b carter".
    private static bool IsFirstLetter(TokenisedCall call, int first, int last) =>
        call.Tokens[first].FoldedLength == 1 && call.Tokens[first].Kind is TokenKind.Word && first < last && (call.Tokens[first + 1].FoldedLength == 1 || call.Tokens[first + 1].Is(WordTraits.LetterName | WordTraits.AddressSign));

    private static int SkipLead(TokenisedCall call, int from, out bool isForm)
    {
        isForm = false;
        var at = from;
        for (; at < call.Tokens.Length && at - from < 6 && call.Tokens[at].Turn == call.Tokens[from - 1].Turn; at++)
        {
            isForm |= call.IsSign(at, ':') || call.IsSign(at, '=');
            var isLead = call.Tokens[at].Kind is TokenKind.Sign
                ? call.Folded(at)[0] is ':' or '=' or '_' or '"' or '\'' or '-' or '@' or ',' or '’'
                : call.Tokens[at].Is(WordTraits.Filler | WordTraits.FunctionWord) || call.Folded(at) is "is" or "as" or "called" or "называется" or "собака" or "at" or "sign" or "in" or "game" or "telegram" or "телеграме" or "телеграм" or "name" or "skype" || (call.Folded(at) is "s" && at > 0 && call.Tokens[at - 1].Kind is TokenKind.Sign);
            if (!isLead)
            {
                break;
            }
        }

        return at;
    }

    // Glued pieces, pieces tied by dictated marks and digits, and a few words where digits or marks follow: "t r baker zero four".
    private static int ReadName(TokenisedCall call, int first, out int marks)
    {
        var last = first;
        marks = call.Tokens[first].Kind is TokenKind.Number || call.Tokens[first].Is(WordTraits.Number) ? 1 : 0;
        var (isTied, loose, end) = (false, 0, first);
        for (var i = first + 1; i < call.Tokens.Length && i - first <= Longest && call.Tokens[i].Turn == call.Tokens[first].Turn && !call.Tokens[i].Is(TokenShape.LineStart); i++)
        {
            ref readonly var token = ref call.Tokens[i];
            if (token.Is(WordTraits.Underscore | WordTraits.Dash | WordTraits.Dot) || (call.IsGlued(i) && call.Folded(i)[0] is '_' or '.' or '-' && i + 1 < call.Tokens.Length && call.IsGlued(i + 1)))
            {
                isTied = true;
                marks++;
                continue;
            }

            if (call.Folded(i) is "нижнее" or "lower")
            {
                continue;
            }

            if (token.Kind is not (TokenKind.Word or TokenKind.Number) || (ReadNumber.IsNumber(token) && !isTied && !call.IsGlued(i) && QuantityFollows(call, i)))
            {
                break;
            }

            if (isTied || call.IsGlued(i) || ReadNumber.IsNumber(token) || token.FoldedLength == 1)
            {
                marks += ReadNumber.IsNumber(token) ? 1 : 0;
                last = i;
                isTied = false;
                continue;
            }

            if (++loose > 3 || token.Is(WordTraits.FunctionWord | WordTraits.Correction | WordTraits.Filler) || token.Is(NameTraits.NeverName))
            {
                break;
            }

            end = i;
        }

        // "underscore mara underscore".
        last = isTied && last + 1 < call.Tokens.Length && call.Tokens[last + 1].Is(WordTraits.Underscore) ? last + 1 : last;
        return IsWholeRest(call, end) ? Math.Max(last, end) : last;
    }

    private static bool QuantityFollows(TokenisedCall call, int number)
    {
        var i = number;
        while (i < call.Tokens.Length && ReadNumber.IsNumber(call.Tokens[i]))
        {
            i++;
        }

        return i < call.Tokens.Length && call.Tokens[i].Is(WordTraits.Unit);
    }
}
