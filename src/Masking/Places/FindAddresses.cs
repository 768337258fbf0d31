using Earshot.Masking.Finding;
using Earshot.Masking.Names;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Places;

/// <summary>One pass over a call that reads stretches of street types, names, house and flat numbers as addresses.</summary>
internal ref struct FindAddresses
{
    private const string Rule = "address";
    private const int MaximumTokens = 40;
    private const NameTraits OfAddresses = NameTraits.Street | NameTraits.House | NameTraits.Flat | NameTraits.PostBox | NameTraits.StreetName | NameTraits.HousePart;

    private readonly TokenisedCall call;
    private readonly CandidateList found;
    private readonly ReadOnlySpan<Token> tokens;
    private AddressText text;
    private bool asked;
    private bool asks;
    private int cue;
    private int streetEnd;
    private bool isNewLine;
    private int numberEnd;
    private int nextNumber;

    private RememberedStreets remembered;

    private int first;
    private int last;
    private int words;
    private AddressParts parts;

    public FindAddresses(TokenisedCall call, CandidateList found)
    {
        this.call = call;
        this.found = found;
        text = new AddressText(call);
        tokens = call.Tokens;
        cue = -100;
        streetEnd = -1;
        numberEnd = -1;
    }

    public void Run()
    {
        for (var i = 0; i < tokens.Length; i++)
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

            asks |= AsksWhereTo(i);
            if (token.Is(NameTraits.AddressCue) && !IsNetworkAddress(i))
            {
                cue = i;
                asks = true;
            }
            else if (!isNewLine && !call.Again.IsNearForPlaces(i))
            {
                continue;
            }
            else if (MayBegin(i))
            {
                i = TryRead(i);
            }
            else if (token.Is(NameTraits.Place))
            {
                FindAddressAnswers.AfterTown(text, i, found);
            }
        }
    }

    // Most English words: inside a line, nothing that addresses are made of, no phrase before them, and no number close behind; not
    // "where", "route" and "corner". What MayBegin, AsksWhereTo or an address cue learn to see in such a word must be an exception here.
    private bool IsQuiet(in Token token, int index)
    {
        if ((token.Shape & (TokenShape.Latin | TokenShape.LineStart)) != TokenShape.Latin || token.Is(OfAddresses | NameTraits.AddressCue | NameTraits.Place)
            || token.Is(WordTraits.Number) || AfterCue(index) || (token.FoldedLength is 5 or 6 && text.Word(index)[0] is 'w' or 'r' or 'c'))
        {
            return false;
        }

        if (nextNumber <= index)
        {
            nextNumber = text.NumberFrom(index + 1);
        }

        return nextNumber > index + 2;
    }

    // "where do we collect from", "куда подъехать".
    private readonly bool AsksWhereTo(int index)
    {
        if (tokens[index].FoldedLength != (tokens[index].Is(TokenShape.Latin) ? 5 : 4) || text.Word(index) is not ("where" or "куда"))
        {
            return false;
        }

        for (var i = index + 1; !text.Ends(i) && i - index <= 6; i++)
        {
            if (text.Word(i) is "collect" or "deliver" or "send" or "ship" or "come" or "pick" or "drop" or "mail"
                or "подъехать" or "подъезжать" or "ехать" or "везти" or "привезти" or "доставить" or "доставлять" or "выезжать" or "отправить" or "отправлять" or "направить")
            {
                return true;
            }
        }

        return false;
    }

    private readonly bool IsNetworkAddress(int index) =>
        index > text.LineStart && call.Folded(index - 1) is "ip" or "айпи" or "мак" or "mac" or "email" or "mail" or "web" or "почты" or "электронный" or "электронной" or "почтовый" or "почту"
            or "بي" or "e";

    private void BeginLine(int index)
    {
        asked = asks || EndsWithStreet(index);
        asks = false;
        text.LineStart = index;
        isNewLine = call.Again.ChangesPlaces(index, asked);
        FindAddressAnswers.At(text, found, streetEnd >= 0 && index - streetEnd < 8);
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
        asked && index > 0 && text.IsNumber(index) && text.RunAt(index) is { Count: >= 1 and <= 5 } run && text.Ends(run.Last + 1) && !text.QuantityFollows(index)
        && (tokens[index - 1].Is(NameTraits.AddressCue) || (index > 1 && tokens[index - 2].Is(NameTraits.AddressCue)));

    // "what's the street", "улица какая": the next line may name it.
    private readonly bool EndsWithStreet(int line)
    {
        for (var i = line - 1; i >= 0 && line - i <= 4; i--)
        {
            if (tokens[i].Is(NameTraits.Street) && call.Folded(i) is "street" or "улица" or "улице" or "улицу" or "الشارع" or "شارع")
            {
                return true;
            }

            if (tokens[i].Is(TokenShape.LineStart))
            {
                break;
            }
        }

        return false;
    }

    private readonly bool MayBegin(int index)
    {
        ref readonly var token = ref tokens[index];
        if (token.Kind is TokenKind.Number || token.Is(WordTraits.Number))
        {
            return ReadStreet.FollowsNumber(text, index) || AfterCue(index) || ReadHouse.IsNumbered(text, index) || ReadStreet.IsWritten(text, index) || (token.Is(TokenShape.Latin) && AfterPlacePreposition(index) && ReadStreet.DirectionNameEnd(text, index) >= 0)
                || (!token.Is(TokenShape.Cyrillic | TokenShape.Arabic) && text.IsNumberStart(index) && (ReadBareStreet.NameEnd(text, index, asked) >= 0 || NumberedRoadEnd(index) >= 0));
        }

        if (token.Kind is not TokenKind.Word || IsByWayOf(index))
        {
            return false;
        }

        return BeginsWithCorner(index) || (!IsPlain(index) && (BeginsWithEntrance(index)
            || token.Is(NameTraits.Street | NameTraits.House | NameTraits.Flat | NameTraits.PostBox)
            || (token.Is(NameTraits.StreetName) && (text.NumberNear(index + 1, 2) || IsAnswer(index)))
            || ReadStreet.IsBareName(text, index)
            || IsKnownOrRide(index)
            || IsNamedAfterRank(index)
            || (AfterCue(index) && text.IsNameWord(index) && call.Folded(index) is not ("near" or "around" or "about" or "with") && !token.Is(NameTraits.Place | NameTraits.TownWord | NameTraits.RegionWord | NameTraits.Particle) && (text.NumberNear(index + 1, 4) || IsAnswer(index)))
            || (token.Is(TokenShape.Latin) && text.NumberNear(index + 1, 1) && PlaceWords.IsCompoundStreet(call.Folded(index)))));
    }

    // "речная дом сто тринадцать квартира восемь" … "записываю речная сто тринадцать восемь"; "заберите с ореховой восемь".
    private readonly bool IsKnownOrRide(int index) =>
        tokens[index].Is(TokenShape.Cyrillic) && !text.Ends(index + 1) && text.IsNumber(index + 1) && ((remembered.Count > 0 && remembered.Holds(text, index)) || ReadRoute.IsRide(text, index));

    // "адрес говорите" / "академика королева", "на маршала жукова семь".
    private readonly bool IsNamedAfterRank(int index) =>
        tokens[index].Is(TokenShape.Cyrillic) && tokens[index].FoldedLength >= 5 && text.Word(index) is "академика" or "маршала" or "генерала" or "адмирала" or "космонавта" or "профессора" or "героя" or "летчика" or "полковника" or "капитана"
        && !text.Ends(index + 1) && text.IsNameWord(index + 1) && tokens[index + 1].FoldedLength >= 4 && !text.IsNumber(index + 1)
        && ((asked && index == text.LineStart) || (!text.Ends(index + 2) && text.IsNumber(index + 2) && !text.QuantityFollows(index + 2)));

    // "عن طريق التطبيق": by way of, no road.
    private readonly bool IsByWayOf(int index) =>
        tokens[index].Is(NameTraits.Street) && index > text.LineStart && tokens[index].Is(TokenShape.Arabic) && text.Word(index) is "طريق" && text.Word(index - 1) is "عن";

    // Most words: nothing that addresses are made of, no phrase before them, and neither number nor house among the next.
    private readonly bool IsPlain(int index) =>
        tokens[index].Is(TokenShape.Latin) && !tokens[index].Is(OfAddresses) && !AfterCue(index) && !text.NumberNear(index + 1, 1);

    // Asked of every word: the length is looked at first.
    private readonly bool BeginsWithCorner(int index) => tokens[index].Is(TokenShape.Latin) && tokens[index].FoldedLength switch
    {
        5 => ReadCorner.IsRural(text, index),
        6 => ReadCorner.CornerEnd(text, index) >= 0,
        _ => false,
    };

    // "подъезд четыре этаж девять квартира сто сорок".
    private readonly bool BeginsWithEntrance(int index)
    {
        if (!tokens[index].Is(NameTraits.HousePart) || !tokens[index].Is(TokenShape.Cyrillic) || tokens[index].FoldedLength < 4 || !text.IsNumber(index + 1) || text.Ends(index + 1))
        {
            return false;
        }

        var next = ReadAddressNumber.End(text, index + 1) + 1;
        return !text.Ends(next) && tokens[next].Is(NameTraits.HousePart | NameTraits.Flat) && text.IsNumber(next + 1);
    }

    private readonly bool AfterPlacePreposition(int index) =>
        index == text.LineStart || call.Folded(index - 1) is "at" or "on" or "to" or "is" or "from" or "address";

    // All that the answer to a question for an address says, or its first word.
    private readonly bool IsAnswer(int index) => asked && index - text.LineStart <= 1 && tokens[index].Is(TokenShape.Cyrillic | TokenShape.Latin);

    // Right after "address is", or where the answer to a question for the address begins.
    private readonly bool AfterCue(int index) =>
        (asked && index - text.LineStart < 5) || (cue >= text.LineStart - 1 && index - cue is > 0 and < 7);

    private int TryRead(int index)
    {
        first = index;
        last = index - 1;
        words = 0;
        parts = (AfterCue(index) ? AddressParts.Asked : AddressParts.None) | (ReadStreet.IsBareName(text, index) ? AddressParts.WeakStreet : ReadStreet.IsWritten(text, index) ? AddressParts.Compound : AddressParts.None);
        parts |= ReadHouse.IsNumbered(text, index) ? AddressParts.House : AddressParts.None;
        LookBack(index);
        if (IsKnownOrRide(index))
        {
            parts |= AddressParts.StreetName;
            last = index;
        }
        else if (IsNamedAfterRank(index))
        {
            parts |= AddressParts.StreetName;
            last = index + 1;
        }

        Read(index);
        TakeBareStreet(index);
        TakeCorner(index);
        var score = JudgeAddress.Score(parts);
        if (last < index || score < JudgeAddress.Accepted || IsPronoun(index) || IsWayThere())
        {
            return index;
        }

        first = WidenAddress.First(text, (parts & AddressParts.Asked) != AddressParts.None ? ReadHouse.NameStart(text, first) : first);
        last = WidenAddress.Last(text, first, last, parts);
        found.Add(first, last, PersonalDataType.Address, Math.Min(0.95f, 0.45f + (score / 2)), Rule);
        remembered.Add(text, first, last);
        return streetEnd = last;
    }

    // "turn right on main street and keep going": directions to drive.
    private readonly bool IsWayThere()
    {
        if ((parts & (AddressParts.Number | AddressParts.House | AddressParts.Flat | AddressParts.Asked)) != AddressParts.None)
        {
            return false;
        }

        for (var i = first - 1; i >= text.LineStart && first - i <= 3; i--)
        {
            if (text.Word(i) is "left" or "right" or "turn" or "down" or "along" or "past" or "налево" or "направо" or "прямо" or "вдоль")
            {
                return true;
            }
        }

        return tokens[first].Is(TokenShape.Cyrillic) && ReadRoute.Tells(text, first, last);
    }

    // "new one", "another one" in answer to a question for the address.
    private readonly bool IsPronoun(int index) =>
        text.Word(last) is "one" or "ones" && (parts & ~(AddressParts.Asked | AddressParts.Words | AddressParts.Number)) == AddressParts.None && last - index <= 2;

    // "eleven hundred west addison", "live at fourteen twenty two birchwood": a street whose type is left out.
    private void TakeBareStreet(int index)
    {
        if (!text.IsNumber(index))
        {
            return;
        }

        var end = Math.Max(Math.Max(ReadStreet.DirectionNameEnd(text, index), NumberedRoadEnd(index)), ReadBareStreet.NameEnd(text, index, asked));
        if (end > last)
        {
            parts |= AddressParts.Street | AddressParts.Number | AddressParts.Town;
            last = end;
            if (!text.Ends(end + 1))
            {
                Read(end + 1);
            }
        }
    }

    private void TakeCorner(int index)
    {
        var end = ReadCorner.IsRural(text, index) ? ReadCorner.RoadEnd(text, index) : ReadCorner.CornerEnd(text, index);
        if (end >= last && end >= index)
        {
            first = index > text.LineStart && text.Word(index - 1) is "the" or "rural" ? index - 1 : index;
            last = end;
            parts |= AddressParts.Street | AddressParts.House;
        }
    }

    // "four four two one highway nine north".
    private readonly int NumberedRoadEnd(int index)
    {
        var road = text.RunAt(index).Last + 1;
        return road > index && !text.Ends(road + 1) ? Math.Max(ReadCorner.RoadEnd(text, road), ReadCorner.RoadEnd(text, road + 1)) : -1;
    }

    // "невский проспект", "main street": the name stands before the type.
    private void LookBack(int index)
    {
        var begin = ReadStreet.NameStart(text, index, parts);
        if (begin == index)
        {
            return;
        }

        first = begin;
        last = index;
        parts |= tokens[index].Is(TokenShape.Latin) && !ReadStreet.IsStrong(call.Folded(index)) ? AddressParts.WeakStreet : AddressParts.Street;
    }

    private void Read(int index)
    {
        for (var i = Math.Max(index, last + 1); i < tokens.Length && i - index < MaximumTokens; i++)
        {
            if (i > index && tokens[i].Is(TokenShape.LineStart) && !GoesOn(i))
            {
                return;
            }

            var next = ReadPart(i);
            if (next < 0)
            {
                return;
            }

            i = next;
        }
    }

    // A written address goes on over lines; a spoken one does when the next line begins with its next part.
    private readonly bool GoesOn(int index) =>
        tokens[index].Is(NameTraits.Flat | NameTraits.House | NameTraits.HousePart) && text.IsNumber(index + 1)
        || (!tokens[index].Is(TokenShape.TurnStart) && (parts & (AddressParts.Number | AddressParts.Flat)) != AddressParts.None
            && (tokens[index].Is(NameTraits.Flat) || (tokens[index].Kind is TokenKind.Number && tokens[index].Length is >= 4 and <= 6 && EndsLine(index))
                || (tokens[index].Is(NameTraits.Street) && words < 3)));

    private readonly bool EndsLine(int index) => index + 1 >= tokens.Length || tokens[index + 1].Is(TokenShape.LineStart) || text.IsNameWord(index + 1);

    // Index of the last token read, or -1 when the address has ended.
    private int ReadPart(int i)
    {
        ref readonly var token = ref tokens[i];
        if (token.Kind is TokenKind.Sign)
        {
            return ReadSign(i);
        }

        if (token.Is(NameTraits.Flat | NameTraits.House | NameTraits.HousePart | NameTraits.PostBox) && ReadAddressNumber.Marked(text, i) is var number and > 0)
        {
            parts |= token.Is(NameTraits.Flat) ? FlatOrOffice(i) : token.Is(NameTraits.PostBox) ? AddressParts.PostBox
                : token.Is(NameTraits.House) && text.Word(i) is not ("block" or "building" or "bldg" or "tower") ? AddressParts.House : AddressParts.HousePart;
            return ReadNumber(number);
        }

        // "подъезд второй код сорок один ключ".
        if (text.Word(i) is "код" && (parts & (AddressParts.Flat | AddressParts.HousePart)) != AddressParts.None && last >= first && text.IsNumber(i + 1) && !text.Ends(i + 1))
        {
            var end = ReadAddressNumber.End(text, i + 1);
            return last = !text.Ends(end + 1) && text.Word(end + 1) is "ключ" ? ReadAddressNumber.End(text, end + 1) : end;
        }

        if (IsNamedBuilding(i))
        {
            return last = i + 1;
        }

        if (token.Is(NameTraits.Street) && ReadType(i) is var street and >= 0)
        {
            return street;
        }

        return text.IsNumber(i) ? ReadNumber(i)
            : IsStreetPreposition(i) ? i
            : last >= first && i == last + 1 && text.Word(i) is "number" or "номер" or "no" or "رقم" && text.IsNumber(i + 1) ? ReadNumber(i + 1)
            : (parts & AddressParts.Number) != AddressParts.None && ReadStreet.IsCalledThe(text, i) ? TakeCalledThe(i + 1)
            : (parts & AddressParts.Number) != AddressParts.None && i == last + 1 && ReadHouse.CalledEnd(text, i) is var house and >= 0 ? TakeCalledThe(house)
            : text.Word(i) is "the" && i == last + 1 && i > first && (parts & AddressParts.Flat) != AddressParts.None && StreetComes(i + 1) ? i
            : ReadWord(i);
    }

    // "بناية الفردوس شقة تسعة".
    private readonly bool IsNamedBuilding(int i) =>
        tokens[i].Is(NameTraits.House) && tokens[i].Is(TokenShape.Arabic) && last >= first && !text.Ends(i + 1) && text.IsNameWord(i + 1) && !text.IsNumber(i + 1)
        && (text.Ends(i + 2) || tokens[i + 2].Is(NameTraits.Flat | NameTraits.HousePart | NameTraits.House));

    private readonly int ReadSign(int i)
    {
        if (words > 0 && ReadHouse.IsPossessive(text, i))
        {
            return i + 1;
        }

        var sign = call.Folded(i)[0];
        var open = last >= 0 && i - last <= 2;
        return open && (sign is ',' or '-' or '/' or '#' or '№' or '\\' or '>' || (sign is '.' && i > 0 && tokens[i - 1].Kind is TokenKind.Word && tokens[i - 1].FoldedLength <= 4)) ? i : -1;
    }

    private int ReadNumber(int i)
    {
        // "до улицы мира две остановки".
        if (text.QuantityFollows(i) && ((parts & (AddressParts.Street | AddressParts.House)) == AddressParts.None || (tokens[i].Is(TokenShape.Cyrillic) && i > first && (parts & (AddressParts.Number | AddressParts.House)) == AddressParts.None)))
        {
            return -1;
        }

        parts |= AddressParts.Number;
        words = 0;
        last = ReadAddressNumber.End(text, i);
        var letter = ReadStreet.OverHouseLetter(text, last + 1);
        return last = letter > last + 1 && tokens[i].Is(TokenShape.Latin) && StreetComes(letter) ? last + 1 : last;
    }

    // "дом двенадцать по улице ткачей", "дому сорок три на щорса".
    private readonly bool IsStreetPreposition(int i) =>
        last >= first && i == last + 1 && (parts & (AddressParts.Number | AddressParts.House)) == (AddressParts.Number | AddressParts.House) && text.Word(i) is "по" or "на"
        && !text.Ends(i + 1) && (tokens[i + 1].Is(NameTraits.Street | NameTraits.StreetName) || (tokens[i + 1].Is(TokenShape.Cyrillic) && tokens[i + 1].Word == 0 && text.Ends(i + 2)));

    private int TakeCalledThe(int type)
    {
        parts |= AddressParts.Street;
        return last = type;
    }

    private int ReadType(int i)
    {
        if (tokens[i].Is(NameTraits.StreetLast) && (words > 0 || (i > 0 && tokens[i - 1].Is(WordTraits.Ordinal))) && (parts & (AddressParts.Number | AddressParts.Asked)) != AddressParts.None)
        {
            parts |= AddressParts.Street;
            last = OverSecondType(i);
            words = 0;
            return last;
        }

        if (!tokens[i].Is(NameTraits.StreetFirst))
        {
            return -1;
        }

        if (tokens[i].Is(TokenShape.Arabic) && text.IsNumber(i + 1) && !text.Ends(i + 1) && !text.QuantityFollows(i + 1))
        {
            parts |= AddressParts.Street | AddressParts.Number;
            words = 0;
            return last = ReadAddressNumber.End(text, i + 1);
        }

        var (end, strong) = ReadStreet.NameEnd(text, i, parts);
        if (end < 0)
        {
            return -1;
        }

        parts |= strong && !(IsSquare(i) && !text.NumberNear(end + 1, 1)) ? AddressParts.Street : AddressParts.WeakStreet;
        last = end;
        words = 0;
        return end;
    }

    // "от площади ленина": people meet and change trains on squares, and live on few.
    private readonly bool IsSquare(int i) => tokens[i].Is(TokenShape.Cyrillic) && text.Word(i).StartsWith("площад", StringComparison.Ordinal);

    // "ten downs view crescent".
    private readonly int OverSecondType(int i) =>
        !text.Ends(i + 1) && tokens[i + 1].Is(NameTraits.StreetLast) && tokens[i + 1].Is(TokenShape.Latin) ? i + 1 : i;

    private int ReadWord(int i)
    {
        ref readonly var token = ref tokens[i];
        if (IsSecondAdjective(i) || IsOrdinalStreet(i))
        {
            parts |= AddressParts.StreetName;
            return last = i;
        }

        if (NameAfterFlat(i) is var name and >= 0)
        {
            parts |= AddressParts.StreetName;
            return last = name;
        }

        if (i > text.LineStart && last == i - 2 && IsStreetPreposition(i - 1))
        {
            parts |= AddressParts.StreetName;
            return last = i;
        }

        if (asked && i == text.LineStart && EndsWithStreet(i) && WholeLine(i) is var line and >= 0)
        {
            parts |= AddressParts.StreetName;
            return last = line;
        }

        if (token.Is(NameTraits.StreetName) && (IsHouseNumberNear(i + 1) || IsSecondAdjectiveNext(i) || (IsAnswer(i) && text.Ends(i + 1)) || text.Word(i - 1) is "на" or "по"))
        {
            parts |= AddressParts.StreetName;
            last = i;
            return i;
        }

        if (token.Is(TokenShape.Latin) && PlaceWords.IsCompoundStreet(call.Folded(i)) && (text.NumberNear(i + 1, 1) || token.Is(TokenShape.Capital)))
        {
            parts |= AddressParts.Compound;
            last = i;
            return i;
        }

        if (token.Is(WordTraits.Filler | WordTraits.Correction) && i - last <= 2 && last >= first)
        {
            return i;
        }

        if (words > 0 && IsNamedHouse(i) && (parts & AddressParts.Number) != AddressParts.None)
        {
            return last = i;
        }

        if (token.Is(NameTraits.Place | NameTraits.TownWord | NameTraits.RegionWord | NameTraits.State | NameTraits.Direction))
        {
            parts |= AddressParts.Town;
        }
        else if (!text.IsNameWord(i) || !(token.Is(TokenShape.Capital) || last < first || StreetComes(i)
            || ((parts & AddressParts.Asked) != AddressParts.None && ((parts & AddressParts.Number) == AddressParts.None || text.NumberNear(i + 1, 0) || token.Is(WordTraits.Month)))))
        {
            return -1;
        }

        parts |= AddressParts.Words;
        return ++words <= AddressText.MaximumWords ? i : -1;
    }

    // "первая зелёная вторая мигает": a house is not counted by an ordinal.
    private readonly bool IsHouseNumberNear(int next) =>
        text.NumberNear(next, 1) && (asked || !(tokens[next].Is(WordTraits.Ordinal) && tokens[next].Is(TokenShape.Cyrillic)));

    // "suite two ten eighteen hundred market", "unit fourteen canal works please": a name after the numbers, up to where the line goes on with other words.
    private readonly int NameAfterFlat(int i)
    {
        if ((parts & (AddressParts.Flat | AddressParts.PostBox)) == AddressParts.None || last != i - 1 || !(text.IsNumber(i - 1) || text.IsLetter(i - 1)) || !tokens[i].Is(TokenShape.Latin))
        {
            return -1;
        }

        var begin = text.Word(i) is "the" && !text.Ends(i + 1) ? i + 1 : i;
        var end = ReadBareStreet.EndOfName(text, begin);
        return end >= begin && (tokens[begin].FoldedLength >= 4 || end > begin) && !StreetComes(begin) && (text.Ends(end + 1) || (!text.IsNumber(end + 1) && ReadStreet.IsNameOfStreet(text, begin))) ? end : -1;
    }

    // "тверская ямская двадцать".
    private readonly bool IsSecondAdjective(int i) =>
        (parts & AddressParts.StreetName) != AddressParts.None && last == i - 1 && tokens[i].Is(TokenShape.Cyrillic) && text.IsNameWord(i)
        && ReadStreet.EndsLikeAdjective(text.Word(i)) && text.IsNumber(i + 1) && !text.Ends(i + 1);

    // "верхняя масловка": all that the line says, in up to three words.
    private readonly int WholeLine(int first)
    {
        var end = first;
        while (text.IsNameWord(end) && !text.Ends(end + 1) && end - first < 2)
        {
            end++;
        }

        return text.IsNameWord(end) && text.Ends(end + 1) ? end : -1;
    }

    // "улица" / "вторая озёрная".
    private readonly bool IsOrdinalStreet(int i) =>
        asked && last == i - 1 && i - 1 == text.LineStart && tokens[i - 1].Is(WordTraits.Ordinal) && text.Ends(i + 1) && text.IsNameWord(i) && EndsWithStreet(text.LineStart);

    private readonly bool IsSecondAdjectiveNext(int i) =>
        !text.Ends(i + 1) && tokens[i + 1].Is(TokenShape.Cyrillic) && text.IsNameWord(i + 1) && ReadStreet.EndsLikeAdjective(text.Word(i + 1)) && !text.Ends(i + 2) && text.IsNumber(i + 2);

    // An office alone is a company's; "unit two of the course" is no place.
    private readonly AddressParts FlatOrOffice(int i)
    {
        var end = text.IsNumber(i + 1) ? ReadAddressNumber.End(text, i + 1) : i;
        return text.Word(i) is "офис" or "офиса" or "офисе" or "оф" or "комната" or "помещение" || (!text.Ends(end + 1) && text.Word(end + 1) is "of") ? AddressParts.HousePart : AddressParts.Flat;
    }

    // "flat twelve albion house".
    private readonly bool IsNamedHouse(int index) =>
        call.Folded(index) is "house" or "court" or "lodge" or "mansions" or "building" or "tower" or "towers" or "cottage" or "villa" or "apartments" or "estate" or "manor" or "hall";

    private readonly bool StreetComes(int index)
    {
        for (var i = index; i < tokens.Length && i <= index + AddressText.MaximumWords; i++)
        {
            if (tokens[i].Is(NameTraits.StreetLast) || (i > index && IsNamedHouse(i)))
            {
                return true;
            }

            if (!text.IsNameWord(i) && !text.IsNumber(i) && !call.IsSign(i, '\'') && !IsNamedHouse(i))
            {
                return false;
            }
        }

        return false;
    }
}
