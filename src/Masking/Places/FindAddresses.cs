using Earshot.Masking.Finding;
using Earshot.Masking.Names;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Places;

/// <summary>One pass over a call that finds where an address may begin, has it read part by part, and keeps what is surely one.</summary>
internal ref struct FindAddresses
{
    private const string Rule = "address";

    private readonly CandidateList found;
    private readonly ReadOnlySpan<Token> tokens;
    private AddressText text;
    private bool asks;
    private int streetEnd;
    private bool isNewLine;
    private int numberEnd;
    private int nextNumber;

    private RememberedStreets remembered;

    public FindAddresses(TokenisedCall call, CandidateList found)
    {
        this.found = found;
        text = new AddressText(call);
        tokens = call.Tokens;
        streetEnd = -1;
        numberEnd = -1;
    }

    public void Run()
    {
        for (var i = 0; i < tokens.Length; i = isNewLine ? i + 1 : text.Call.Again.NextForPlaces(i + 1, tokens.Length))
        {
            ref readonly var token = ref tokens[i];
            if (IsQuiet(token, i))
            {
                continue;
            }

            if (token.Is(TokenShape.LineStart))
            {
                BeginLine(i);
            }

            FindFlat(token, i);
            asks |= AddressQuestions.AsksWhereTo(text, i);
            if (token.Is(NameTraits.AddressCue) && !AddressQuestions.IsNetworkAddress(text, i))
            {
                text.Cue = i;
                asks = true;
            }
            else if (!isNewLine && !text.Call.Again.IsNearForPlaces(i))
            {
                continue;
            }
            else if (ReadArabicAddress.End(text, i) is var end and >= 0)
            {
                found.Add(i, end, PersonalDataType.Address, 0.9f, Rule);
                i = streetEnd = end;
            }
            else if (BeginAddress.MayBegin(text, remembered, i))
            {
                i = TryRead(i);
            }
            else if (token.Is(NameTraits.Place))
            {
                FindAddressAnswers.AfterTown(text, i, found);
            }
        }
    }

    // "соседка из сорок четвёртой квартиры".
    private readonly void FindFlat(in Token token, int index)
    {
        if (token.Is(NameTraits.Flat) && ReadRussianStreet.OrdinalFlatStart(text, index) is var first and >= 0)
        {
            found.Add(first, index, PersonalDataType.Address, 0.6f, Rule);
        }
    }

    // Most English words: inside a line, nothing that addresses are made of, no phrase before them, and no number close behind; not
    // "where", "route" and "corner". What MayBegin, AsksWhereTo or an address cue learn to see in such a word must be an exception here.
    private bool IsQuiet(in Token token, int index)
    {
        if ((token.Shape & (TokenShape.Latin | TokenShape.LineStart)) != TokenShape.Latin || token.Is(AddressText.OfAddresses | NameTraits.AddressCue | NameTraits.Place)
            || token.Is(WordTraits.Number) || text.AfterCue(index) || (token.FoldedLength is 5 or 6 && text.Word(index)[0] is 'w' or 'r' or 'c'))
        {
            return false;
        }

        if (nextNumber <= index)
        {
            nextNumber = text.NumberFrom(index + 1);
        }

        return nextNumber > index + 2;
    }

    private void BeginLine(int index)
    {
        text.Asked = asks || AddressQuestions.EndsWithStreet(text, index);
        asks = false;
        text.LineStart = index;
        isNewLine = text.Call.Again.ChangesPlaces(index, text.Asked);
        streetEnd = Math.Max(streetEnd, FindAddressAnswers.At(text, found, streetEnd >= 0 && index - streetEnd < 8));
        TakeStreetAfterNumber(index);
    }

    // "address" / "twenty two oh four" / "twenty two oh four what" / "alder creek".
    private void TakeStreetAfterNumber(int index)
    {
        if (AnswersWithNumber(index))
        {
            numberEnd = text.RunAt(index).Last;
            return;
        }

        if (numberEnd < 0)
        {
            return;
        }

        var end = ReadBareStreet.EndOfName(text, index);
        if (index - numberEnd < 10 && end >= index && text.Ends(end + 1) && tokens[index].FoldedLength >= 4 && !tokens[index].Is(WordTraits.Filler))
        {
            found.Add(index, end, PersonalDataType.Address, 0.58f, Rule);
            numberEnd = -1;
        }
    }

    private readonly bool AnswersWithNumber(int index) =>
        text.Asked && index > 0 && text.IsNumber(index) && text.RunAt(index) is { Count: >= 1 and <= 5 } run && text.Ends(run.Last + 1) && !text.QuantityFollows(index)
        && (tokens[index - 1].Is(NameTraits.AddressCue) || (index > 1 && tokens[index - 2].Is(NameTraits.AddressCue)));

    private int TryRead(int index)
    {
        var read = new ReadAddress(text, remembered, index);
        var score = JudgeAddress.Score(read.Parts);
        if (read.Last < index || score < JudgeAddress.Accepted || read.IsPronoun(index) || read.IsWayThere())
        {
            return index;
        }

        var first = WidenAddress.First(text, (read.Parts & AddressParts.Asked) != AddressParts.None ? ReadHouse.NameStart(text, read.First) : read.First);
        var last = WidenAddress.Last(text, first, read.Last, read.Parts);
        found.Add(first, last, PersonalDataType.Address, Math.Min(0.95f, 0.45f + (score / 2)), Rule);
        remembered.Add(text, first, last);
        FindCorrections.Around(text, first, last, found);
        return streetEnd = last;
    }
}
