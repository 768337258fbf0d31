using Earshot.Masking.Names;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Places;

/// <summary>
/// Reads an Arabic address that begins with its quarter, street or building and goes on, over commas, with numbers of buildings, floors and
/// flats: "حي الروضة، شارع ابن سينا، عمارة ٦، شقة ٣". One part alone is left to the readers of every language.
/// </summary>
internal ref struct ReadArabicAddress
{
    private const int MostParts = 8;
    private const int LongestName = 3;
    private const int LongestLandmark = 2;

    private readonly AddressText text;
    private readonly int first;
    private int last;
    private int parts;
    private bool isPlaced;
    private bool isCounted;

    private ReadArabicAddress(in AddressText text, int first)
    {
        this.text = text;
        this.first = first;
        last = first - 1;
    }

    /// <summary>Last token of the address that begins here; -1 when none does.</summary>
    public static int End(in AddressText text, int index)
    {
        if (!text.Tokens[index].Is(TokenShape.Arabic))
        {
            return -1;
        }

        var isQuarter = IsBareQuarter(text, index);
        if (!isQuarter && PartAt(text, index) == ArabicPart.None)
        {
            return -1;
        }

        var read = new ReadArabicAddress(text, index);
        return read.Run(isQuarter ? index + 1 : index) ? read.last : -1;
    }

    // "الدقي شارع مصدق": a quarter by its name alone, right before its street.
    private static bool IsBareQuarter(in AddressText text, int index)
    {
        var word = text.Word(index);
        return !text.Ends(index + 1) && text.Word(index + 1) is "شارع" && PartAt(text, index) == ArabicPart.None && word.Length >= 5 && word.StartsWith("ال", StringComparison.Ordinal)
            && !text.IsNumber(index) && !text.Tokens[index].Is(NameTraits.NeverName | NameTraits.ArabicWord | NameTraits.AddressCue | NameTraits.Role | NameTraits.OrgWord) && !ArabicWords.IsWord(word[2..]);
    }

    private static ArabicPart PartAt(in AddressText text, int index) =>
        text.Exists(index) && text.Tokens[index].Is(TokenShape.Arabic) && !IsByWayOf(text, index) ? ArabicParts.Of(text.Word(index)) : ArabicPart.None;

    // "عن طريق التطبيق": by way of, no road.
    private static bool IsByWayOf(in AddressText text, int index) => text.Word(index) is "طريق" && index > text.LineStart && text.Word(index - 1) is "عن";

    // Two parts at least, one of them a number or a floor, one of them the place itself unless an address was asked for.
    private bool Run(int begin)
    {
        for (var at = begin; parts < MostParts && Take(at); at = OverJoint(last + 1))
        {
            parts++;
        }

        return parts >= 2 && isCounted && (isPlaced || text.AfterCue(first));
    }

    private bool Take(int at)
    {
        if (at > first && text.Ends(at))
        {
            return false;
        }

        var part = PartAt(text, at);
        if (part == ArabicPart.None)
        {
            return false;
        }

        var end = NumberEnd(part, at);
        isCounted |= end >= 0;
        isPlaced |= part is ArabicPart.Quarter or ArabicPart.Street or ArabicPart.Flat or ArabicPart.PostBox || (part is ArabicPart.Building && end >= 0);
        end = end >= 0 ? end : part is ArabicPart.Quarter or ArabicPart.Street or ArabicPart.Building ? NameEnd(at + 1) : -1;
        last = end >= 0 ? end : last;
        return end >= 0;
    }

    // "عمارة ٤٤", "مكتب رقم ٣٠٢", "الطابق الأرضي".
    private readonly int NumberEnd(ArabicPart part, int at)
    {
        if (part is ArabicPart.Floor && !text.Ends(at + 1) && ArabicParts.IsFloorName(text.Word(at + 1)))
        {
            return at + 1;
        }

        var marker = part is ArabicPart.PostBox && !text.Ends(at + 1) && text.Word(at + 1) is "بريد" or "البريد" or "البريدي" ? at + 1 : at;
        return ReadAddressNumber.Marked(text, marker) is var number and > 0 ? ReadAddressNumber.End(text, number) : -1;
    }

    // All words up to the next part of the address, or the first one where the sentence goes on.
    private readonly int NameEnd(int begin)
    {
        var end = begin;
        while (end - begin < LongestName && IsName(end))
        {
            end++;
        }

        return end == begin ? -1
            : IsBoundary(end) ? end - 1
            : end - begin > 1 && ArabicParts.OpensName(text.Word(begin)) ? begin + 1
            : begin;
    }

    private readonly bool IsName(int index) =>
        !text.Ends(index) && text.Tokens[index].Kind is TokenKind.Word && !text.IsNumber(index) && PartAt(text, index) == ArabicPart.None && !ArabicParts.IsBeside(text.Word(index))
        && !text.Tokens[index].Is(NameTraits.AddressCue) && (!text.Tokens[index].Is(NameTraits.NeverName) || text.Word(index).StartsWith("ال", StringComparison.Ordinal));

    private readonly bool IsBoundary(int index) =>
        text.Ends(index) || text.Tokens[index].Kind is TokenKind.Sign || text.IsNumber(index) || PartAt(text, index) != ArabicPart.None || ArabicParts.IsBeside(text.Word(index));

    // A comma, "في", or a landmark that another part follows.
    private readonly int OverJoint(int index)
    {
        var at = index;
        if (!text.Ends(at) && (text.Call.IsSign(at, ',') || text.Call.IsSign(at, '،') || text.Call.IsSign(at, '-') || text.Word(at) is "في"))
        {
            at++;
        }

        if (text.Ends(at) || !ArabicParts.IsBeside(text.Word(at)))
        {
            return at;
        }

        var next = at + 1;
        while (next - at <= LongestLandmark && IsName(next))
        {
            next++;
        }

        return !text.Ends(next) && text.Call.IsSign(next, ',') ? next + 1 : next;
    }
}
