using Earshot.Masking.Names;
using Earshot.Masking.Numbers;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Places;

/// <summary>
/// English addresses of a number and a name without a type of street: "fourteen hundred fulton", "live at twenty two granger", "nine oh
/// one wexford apartment three". What was said before the number and how the number is said decide.
/// </summary>
/// <remarks>Source: United States Postal Service, Publication 28, on what people leave out of delivery address lines.</remarks>
internal static class ReadBareStreet
{
    private const int LongestName = 3;

    private enum Lead
    {
        None,

        /// <summary>The line begins here, or "at" and "it's" stand before.</summary>
        Weak,

        /// <summary>"deliver it to", "we live at".</summary>
        Strong,
    }

    /// <summary>Last token of the name after the number that begins here; -1 when this is no address.</summary>
    public static int NameEnd(in AddressText text, int index, bool isAsked)
    {
        if (!IsEnglish(text, index) || (index > text.LineStart && text.IsNumber(index - 1)) || !IsHouseNumber(text, index, out var last))
        {
            return -1;
        }

        var lead = isAsked && index - text.LineStart <= 4 ? Lead.Strong : LeadOf(text, index);
        var first = last + 1;
        if (!text.Ends(first + 1) && text.Word(first) is "a" or "b" or "c" or "d" && IsName(text, first + 1))
        {
            first++;
        }

        if (lead is Lead.Strong && !text.Ends(first + 1) && text.Word(first) is "the" && IsName(text, first + 1))
        {
            first++;
        }

        while (!text.Ends(first) && text.Tokens[first].Is(NameTraits.Direction))
        {
            first++;
        }

        var end = EndOfName(text, first);
        return end >= first && IsSure(text, index, first, end, lead) ? end : -1;
    }

    // Number words in Latin letters are English ones.
    private static bool IsEnglish(in AddressText text, int index) =>
        text.Call.Language is "en" || (text.Tokens[index].Kind is TokenKind.Word && text.Tokens[index].Is(TokenShape.Latin));

    private static bool IsSure(in AddressText text, int index, int first, int end, Lead lead)
    {
        var isSaidLikeHouse = IsSaidLikeHouse(text, index);
        if (!text.Ends(end + 1) && text.Tokens[end + 1].Is(NameTraits.Flat) && ReadAddressNumber.Marked(text, end + 1) > 0)
        {
            return lead is not Lead.None || isSaidLikeHouse;
        }

        var isUnknown = ReadStreet.IsNameOfStreet(text, first) || ReadStreet.IsNameOfStreet(text, end);
        return lead switch
        {
            Lead.Strong => isUnknown || (isSaidLikeHouse && !LooksLikeTime(text, index)) || (text.Ends(end + 1) && !EndsLikePlural(text, end) && !EndsLikePlural(text, first)),
            Lead.Weak => isSaidLikeHouse && (text.Tokens[first - 1].Is(NameTraits.Direction) || (isUnknown && !LooksLikeTime(text, index))),
            _ => false,
        };
    }

    // "fourteen twenty two", "eight oh eight", "fourteen hundred": no quantity is said so.
    private static bool IsSaidLikeHouse(in AddressText text, int index)
    {
        var run = text.RunAt(index);
        return run.Count is >= 3 and <= 5 && (run.Groups >= 2 || run.Is(NumberForm.Written) || IsHundreds(text, run));
    }

    private static bool IsHundreds(in AddressText text, in NumberRun run) => run.Count == 4 && text.Word(run.Last) is "hundred" && run.Last - run.First == 1;

    private static bool LooksLikeTime(in AddressText text, int index)
    {
        var run = text.RunAt(index);
        var digits = text.Call.Numbers.Digits(run);
        return run.Count is 3 or 4 && digits[^1] is '0' or '5' && digits[^2] <= '5' && (run.Count == 3 || digits is ['1', <= '2', ..]);
    }

    private static bool IsHouseNumber(in AddressText text, int index, out int last)
    {
        var run = text.RunAt(index);
        last = run.Last;
        return run.Count is >= 1 and <= 9 && !(run.Count == 3 && text.Call.Numbers.Digits(run) is "911" or "999") && !run.Is(NumberForm.Quantity | NumberForm.Amount | NumberForm.Date | NumberForm.Time | NumberForm.Ordinal | NumberForm.Plus)
            && (run.Count <= 5 || run.Last - run.First > run.Count) && !text.QuantityFollows(index);
    }

    /// <summary>Last word of a name of up to three words that begins here; a lower index when there is none.</summary>
    public static int EndOfName(in AddressText text, int first)
    {
        var end = first - 1;
        while (!text.Ends(end + 1) && end + 1 - first < LongestName && IsName(text, end + 1))
        {
            end++;
        }

        return end < first || text.Ends(end + 1) || EndsBefore(text, end + 1) ? end : -1;
    }

    private static bool EndsBefore(in AddressText text, int next) =>
        text.Tokens[next].Kind is TokenKind.Sign || text.IsNumber(next)
        || text.Tokens[next].Is(NameTraits.Flat | NameTraits.HousePart | NameTraits.PostcodeWord | NameTraits.Place | NameTraits.State | NameTraits.Direction | NameTraits.NeverName | NameTraits.CueStart)
        || text.Tokens[next].Is(WordTraits.FunctionWord | WordTraits.Filler | WordTraits.Correction | WordTraits.Joiner);

    private static bool IsName(in AddressText text, int index) =>
        text.IsNameWord(index) && text.Tokens[index].FoldedLength >= 3 && text.Tokens[index].Is(TokenShape.Latin)
        && !text.Tokens[index].Is(WordTraits.Unit | WordTraits.FunctionWord | WordTraits.Month | WordTraits.Number | WordTraits.LetterName)
        && !text.Tokens[index].Is(NameTraits.Role | NameTraits.OrgWord | NameTraits.Kin | NameTraits.Flat | NameTraits.House | NameTraits.HousePart | NameTraits.Street | NameTraits.Title | NameTraits.NeverName | NameTraits.PostcodeWord);

    private static bool EndsLikePlural(in AddressText text, int index) =>
        text.Word(index) is [.., 's'] && WordGraph.English.Contains(text.Word(index));

    // "ship it over to", "send the technician to", "we're at", "my home is": the verb stands a few words before the preposition.
    private static Lead LeadOf(in AddressText text, int index)
    {
        var i = index - 1;
        while (i >= text.LineStart && (text.Tokens[i].Kind is TokenKind.Sign || text.Tokens[i].Is(WordTraits.Filler | WordTraits.Correction) || text.Word(i) is "number" or "like"))
        {
            i--;
        }

        if (i < text.LineStart)
        {
            return Lead.Weak;
        }

        if (text.Word(i) is "address" || text.Tokens[i].Is(NameTraits.AddressCue))
        {
            return Lead.Strong;
        }

        if (!(text.Word(i) is "of" && i > text.LineStart && text.Word(i - 1) is "out") && text.Word(i) is not ("to" or "at" or "from" or "is" or "s" or "in" or "was" or "re" or "on" or "still" or "put"))
        {
            return Lead.None;
        }

        for (var verb = i - 1; verb >= text.LineStart && i - verb <= 5; verb--)
        {
            if (IsVerb(text.Word(verb)))
            {
                return Lead.Strong;
            }
        }

        return text.Word(i) is "to" && i > text.LineStart && text.Word(i - 1) is "going" ? Lead.Weak : text.Word(i) is "at" or "is" or "s" or "was" or "re" or "still" or "put" ? Lead.Weak : Lead.None;
    }

    private static bool IsVerb(ReadOnlySpan<char> word) =>
        word is "deliver" or "delivered" or "delivering" or "delivery" or "ship" or "shipped" or "shipping" or "send" or "sent" or "sending" or "live" or "living" or "lives" or "lived" or "moved" or "moving"
            or "staying" or "stay" or "drop" or "dropped" or "mail" or "mailed" or "address" or "reside" or "located" or "relocated" or "post" or "bring" or "door" or "courier" or "house" or "residence" or "home" or "place" or "technician" or "engineer" or "driver" or "plumber" or "parents" or "come" or "pick" or "collect" or "picked" or "cab" or "taxi" or "parked" or "property" or "premises" or "collected" or "tenant" or "landlord" or "neighbour" or "neighbor" or "bedroom" or "flat" or "apartment" or "listing" or "viewing" or "studio" or "bungalow";
}
