using Earshot.Masking.Context;
using Earshot.Masking.Finding;
using Earshot.Masking.Names;
using Earshot.Masking.Numbers;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Internet;

/// <summary>Account and messenger names behind the word for them: "username: marivu.gan", "логин иван подчёркивание девяносто".</summary>
internal sealed class UsernameRecogniser(int topic) : Recogniser
{
    public override string Name => "username";

    public override void Find(TokenisedCall call, CandidateList found)
    {
        foreach (var mention in call.Topics.Items)
        {
            if (mention.Topic == topic)
            {
                FindBefore(call, mention.First, found);
                if (FindRussian(call, mention, found))
                {
                    continue;
                }

                FindAfter(call, mention.Last + 1, found);
                FindHandleAnswers.At(call, mention.Last + 1, found);
            }
        }

        if (call.Contents.Has(WordTraits.Underscore))
        {
            FindTied(call, found);
        }
    }

    private bool FindRussian(TokenisedCall call, in TopicMention mention, CandidateList found)
    {
        if (!call.Tokens[mention.Last].Is(TokenShape.Cyrillic) || ReadRussianHandle.After(call, mention.First, mention.Last, out var first) is not (>= 0 and var last))
        {
            return false;
        }

        found.Add(first, last, PersonalDataType.Username, 0.74f, Name);
        FindHandleAnswers.FindRest(call, first, last, found);
        return true;
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
            if (first < 0 || call.Folded(first) is "через" or "with" || call.Tokens[first].Kind is not (TokenKind.Word or TokenKind.Number))
            {
                continue;
            }

            var last = ReadHandle.End(call, first, out _);
            if (last > i)
            {
                found.Add(first, last, PersonalDataType.Username, 0.6f, Name);
                i = last;
            }
        }
    }

    private void FindPlain(TokenisedCall call, int from, int first, CandidateList found)
    {
        var begin = HandleLead.Begin(call, from, first);
        if (HandleLead.CrossesLine(call, from, first) || HandleLead.IsWhen(call, from) || !IsPlain(call, from, begin, first) || ReadPlainHandle.End(call, first) is not (>= 0 and var last)
            || (last == first && begin < first && !call.Tokens[begin].Is(WordTraits.At))
            || (HandleLead.IsYours(call, from) && !call.Tokens[begin].Is(WordTraits.At) && !ReadHandle.HasUnknown(call, first, last)))
        {
            return;
        }

        found.Add(begin, last, PersonalDataType.Username, 0.82f, Name);
        FindMore(call, first, last, found);
    }

    // What is said after a handle: another one, its digits, itself again.
    private void FindMore(TokenisedCall call, int first, int last, CandidateList found)
    {
        FindOther(call, last + 1, found);
        FindHandleAnswers.Repeated(call, first, last, found);
        if (ReadPlainHandle.DigitsAfter(call, last) is ( >= 0 and var digits, var end))
        {
            found.Add(digits, end, PersonalDataType.Username, 0.66f, Name);
        }
    }

    // "my handle is the tall one", "on twitter i'm at grumpy gardener", "one login k wright", "username p n carter".
    private static bool IsPlain(TokenisedCall call, int from, int begin, int first) =>
        (begin < first && call.Tokens[begin].Is(WordTraits.At)) || HandleLead.SaysIs(call, from, first) || HandleLead.SaysAs(call, from, first) || (first == from && (HandleLead.IsOneOf(call, from) || ReadPlainHandle.BeginsWithInitials(call, first)));

    // "… and i think another one beach bum", "and on the new one it's lfairweather two".
    private void FindOther(TokenisedCall call, int from, CandidateList found)
    {
        for (var i = from; i + 1 < call.Tokens.Length && i - from < 8 && !call.Tokens[i].Is(TokenShape.LineStart); i++)
        {
            if ((i == from && call.Folded(i) is "or") || call.Folded(i) is "one" or "other" or "system" && call.Folded(i - 1) is "another" or "other" or "new" or "old" or "second" or "the")
            {
                var first = HandleLead.SkipLead(call, i + 1, out _);
                if (first < call.Tokens.Length && !call.Tokens[first].Is(TokenShape.LineStart) && ReadPlainHandle.End(call, first) is var last and >= 0)
                {
                    found.Add(first, last, PersonalDataType.Username, 0.66f, Name);
                }

                return;
            }
        }
    }

    // "follow us at the knitting corner on instagram", "we're at bramble bakes on insta".
    private void FindBefore(TokenisedCall call, int network, CandidateList found)
    {
        if (network < 3 || call.Folded(network - 1) is not "on" || call.Tokens[network - 1].Is(TokenShape.LineStart))
        {
            return;
        }

        for (var at = network - 2; at > 0 && network - at < 8 && !call.Tokens[at].Is(TokenShape.LineStart); at--)
        {
            if (call.Tokens[at].Is(WordTraits.At) && call.Folded(at - 1) is "us" or "me" or "re" or "m" or "s" or "is" or "them" or "her" or "him" or "sign" or "follow" or "find" or "tag" or "dm")
            {
                found.Add(at, network - 2, PersonalDataType.Username, 0.68f, Name);
                return;
            }
        }
    }

    private void FindAfter(TokenisedCall call, int from, CandidateList found)
    {
        var first = HandleLead.SkipLead(call, from, out var isForm);
        if (first >= call.Tokens.Length || call.Tokens[first].Turn != call.Tokens[from - 1].Turn || call.Tokens[first].Kind is not (TokenKind.Word or TokenKind.Number))
        {
            return;
        }

        if (first > from && call.Tokens[first - 1].Is(WordTraits.Underscore))
        {
            first--;
        }

        if (HandleLead.IsTalkOfLogins(call, from, first) || call.Tokens[first].Is(WordTraits.Ordinal) || (ReadNumber.IsNumber(call.Tokens[first]) && ReadHandle.QuantityFollows(call, first)))
        {
            return;
        }

        FindPlain(call, from, first, found);

        var last = ReadHandle.End(call, first, out var marks);
        if (marks == 0 && call.Tokens[first].Is(TokenShape.Latin) && HandleLead.CrossesLine(call, from, first))
        {
            return;
        }

        if (call.Tokens[first].Is(TokenShape.Cyrillic) && call.Tokens[from - 1].Is(TokenShape.Cyrillic) && !ReadRussianHandle.IsTied(call, first, last))
        {
            return;
        }

        var rest = ReadHandle.PlainRest(call, first);
        if (rest > last && marks == 0 && HandleLead.SaysIs(call, from, first) && (!HandleLead.IsYours(call, from) || ReadHandle.HasUnknown(call, first, rest)))
        {
            found.Add(first, rest, PersonalDataType.Username, 0.72f, Name);
            return;
        }

        if (call.Folded(first) is "one" && first + 1 < call.Tokens.Length && call.Tokens[first + 1].Is(WordTraits.FunctionWord))
        {
            return;
        }

        marks += HandleLead.HasAt(call, from, first) && !HandleLead.IsWhen(call, from) ? 1 : 0;
        if (call.Tokens[first].Is(NameTraits.NeverName) && call.Tokens[first].FoldedLength > 1 && !call.Tokens[first].Is(WordTraits.Number | WordTraits.LetterName))
        {
            return;
        }

        if (marks > 0 || (HandleLead.SaysIs(call, from, first) && ReadHandle.IsWholeRest(call, last) && (!HandleLead.IsYours(call, from) || ReadHandle.HasUnknown(call, first, last)))
            || (ReadHandle.IsWholeRest(call, last) && HandleLead.IsOwn(call, from) && (ReadHandle.HasUnknown(call, first, last) || HandleLead.IsFound(call, from))) || (isForm && last - first < 2 && call.Tokens[first].Is(TokenShape.Latin)))
        {
            found.Add(first, last, PersonalDataType.Username, 0.75f, Name);
            FindMore(call, first, last, found);
        }
    }
}
