using Earshot.Masking.Finding;
using Earshot.Masking.Names;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Places;

/// <summary>One pass over a call that reads stretches of street types, names, house and flat numbers as addresses.</summary>
internal ref struct FindAddresses
{
    private const string Rule = "address";
    private const int MaximumWords = 4;
    private const int MaximumTokens = 40;

    private readonly TokenisedCall call;
    private readonly CandidateList found;
    private readonly ReadOnlySpan<Token> tokens;
    private bool asked;
    private bool asks;
    private int lineStart;
    private int cue;

    private int first;
    private int last;
    private int words;
    private AddressParts parts;

    public FindAddresses(TokenisedCall call, CandidateList found)
    {
        this.call = call;
        this.found = found;
        tokens = call.Tokens;
        cue = -100;
    }

    public void Run()
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.Is(TokenShape.LineStart))
            {
                BeginLine(i);
            }

            if (token.Is(NameTraits.AddressCue) && !IsNetworkAddress(i))
            {
                cue = i;
                asks = true;
            }
            else if (MayBegin(i))
            {
                i = TryRead(i);
            }
        }
    }

    private readonly bool IsNetworkAddress(int index) =>
        index > lineStart && call.Folded(index - 1) is "ip" or "айпи" or "мак" or "mac" or "email" or "mail" or "web" or "почты" or "электронный" or "электронной" or "почтовый" or "почту"
            or "بي" or "e";

    private void BeginLine(int index)
    {
        asked = asks;
        asks = false;
        lineStart = index;
    }

    private readonly bool MayBegin(int index)
    {
        ref readonly var token = ref tokens[index];
        if (token.Kind is TokenKind.Number || token.Is(WordTraits.Number))
        {
            return NumberFirst(index) || AfterCue(index);
        }

        if (token.Kind is not TokenKind.Word)
        {
            return false;
        }

        return token.Is(NameTraits.Street | NameTraits.House | NameTraits.Flat | NameTraits.PostBox)
            || (token.Is(NameTraits.StreetName) && NumberNear(index + 1, 2))
            || (AfterCue(index) && IsNameWord(index) && !token.Is(NameTraits.Place | NameTraits.TownWord | NameTraits.RegionWord | NameTraits.Particle) && NumberNear(index + 1, 4))
            || (token.Is(TokenShape.Latin) && NumberNear(index + 1, 1) && PlaceWords.IsCompoundStreet(call.Folded(index)));
    }

    // Right after "address is", or where the answer to a question for the address begins.
    private readonly bool AfterCue(int index) =>
        (asked && index - lineStart < 5) || (cue >= lineStart - 1 && index - cue is > 0 and < 7);

    private readonly bool IsNumber(int index) =>
        (uint)index < (uint)tokens.Length && (tokens[index].Kind is TokenKind.Number || (tokens[index].Is(WordTraits.Number) && !tokens[index].Is(NameTraits.NeverName & NameTraits.Title)));

    private readonly bool NumberNear(int from, int reach)
    {
        for (var i = from; i < tokens.Length && i <= from + reach && !(i > from && tokens[i].Is(TokenShape.LineStart)); i++)
        {
            if (IsNumber(i) || tokens[i].Is(NameTraits.House))
            {
                return IsNumber(i) || IsNumber(i + 1);
            }

            if (tokens[i].Kind is TokenKind.Word && tokens[i].Is(NameTraits.NeverName))
            {
                return false;
            }
        }

        return false;
    }

    // "twenty two baker street", "12 rue des lilas".
    private readonly bool NumberFirst(int index)
    {
        if (index > lineStart && (IsNumber(index - 1) || (call.IsSign(index - 1, '.') && call.IsGlued(index))))
        {
            return false;
        }

        var i = index;
        while (i < tokens.Length && !(i > index && tokens[i].Is(TokenShape.LineStart)) && (IsNumber(i) || (i > index && tokens[i].Is(WordTraits.Filler) && IsNumber(i + 1)) || (tokens[i].FoldedLength == 1 && call.IsGlued(i)) || tokens[i].Is(NameTraits.HousePart)))
        {
            i++;
        }

        var between = 0;
        for (; i < tokens.Length && between <= MaximumWords && !tokens[i].Is(TokenShape.LineStart); i++)
        {
            if (tokens[i].Is(NameTraits.Street))
            {
                return (tokens[i].Is(NameTraits.StreetLast) && (between > 0 || (i - index > 1 && tokens[i - 1].Is(WordTraits.Ordinal)) || call.Folded(i) is "crescent")) || (tokens[i].Is(NameTraits.StreetFirst) && between == 0 && tokens[i].Is(TokenShape.Latin | TokenShape.Arabic));
            }

            if (call.IsSign(i, '.') || call.IsSign(i, '\'') || call.IsSign(i, ',') || IsNumber(i))
            {
                between += IsNumber(i) && between > 0 ? 1 : 0;
                continue;
            }

            if (!IsNameWord(i) && !tokens[i].Is(NameTraits.Direction))
            {
                return false;
            }

            between++;
        }

        return false;
    }

    private readonly bool IsNameWord(int index) =>
        tokens[index].Kind is TokenKind.Word
        && (!tokens[index].Is(NameTraits.NeverName | NameTraits.AddressCue) || tokens[index].Is(NameTraits.Particle) || tokens[index].Is(WordTraits.Month))
        && !tokens[index].Is(WordTraits.Unit | WordTraits.Filler | WordTraits.Correction);

    private int TryRead(int index)
    {
        first = index;
        last = index - 1;
        words = 0;
        parts = AfterCue(index) ? AddressParts.Asked : AddressParts.None;
        LookBack(index);
        Read(index);
        var score = JudgeAddress.Score(parts);
        if (last < index || score < JudgeAddress.Accepted)
        {
            return index;
        }

        TakeNumberBefore();
        TakePostcode();
        found.Add(first, last, PersonalDataType.Address, Math.Min(0.95f, 0.45f + (score / 2)), Rule);
        return last;
    }

    // A written address may begin with a number of its own: "4870 Hauptstraße 9".
    private void TakeNumberBefore()
    {
        if (first > lineStart && tokens[first - 1].Kind is TokenKind.Number && tokens[first - 1].Length <= 5 && tokens[first].Is(TokenShape.Capital)
            && !(first > lineStart + 1 && call.IsGlued(first - 1)))
        {
            first--;
        }
    }

    // Town, country and postal code that follow in writing: capitals and commas up to a number of four digits or more.
    private void TakePostcode()
    {
        if ((parts & AddressParts.Number) == AddressParts.None || !(tokens[first].Is(TokenShape.Capital) || tokens[first].Kind is TokenKind.Number))
        {
            return;
        }

        for (var i = last + 1; i < tokens.Length && i - last <= 14 && !tokens[i].Is(TokenShape.TurnStart); i++)
        {
            if (tokens[i].Kind is TokenKind.Number && tokens[i].Length is >= 4 and <= 6 && !call.IsGlued(i))
            {
                last = call.IsSign(i + 1, '-') && call.IsGlued(i + 1) && i + 2 < tokens.Length && tokens[i + 2].Kind is TokenKind.Number ? i + 2 : i;
                return;
            }

            if (!(tokens[i].Is(TokenShape.Capital) && !tokens[i].Is(NameTraits.NeverName | NameTraits.AddressCue)) && !(tokens[i].Kind is TokenKind.Sign && call.Folded(i)[0] is ',' or '.' or '>' or '\\' or '-')
                && !tokens[i].Is(NameTraits.Particle | NameTraits.State))
            {
                return;
            }
        }
    }

    // "невский проспект", "main street": the name stands before the type.
    private void LookBack(int index)
    {
        if (!tokens[index].Is(NameTraits.StreetLast) || index == lineStart || IsNumber(index - 1))
        {
            return;
        }

        var begin = SpokenNameStart(index);
        while (begin > lineStart && index - begin < 3 && IsNameWord(begin - 1) && !tokens[begin - 1].Is(NameTraits.CueStart) && !tokens[begin - 1].Is(NameTraits.Street | NameTraits.OrgWord)
            && (begin == index || tokens[begin - 1].Is(TokenShape.Capital) || tokens[begin - 1].Is(NameTraits.StreetName | NameTraits.Direction)))
        {
            begin--;
        }

        if (begin == index || !IsStreetBefore(index))
        {
            return;
        }

        first = begin;
        last = index;
        parts |= tokens[index].Is(TokenShape.Latin) && !IsStrongStreet(index) ? AddressParts.WeakStreet : AddressParts.Street;
    }

    // "on cherry tree lane": up to three words after a preposition.
    private readonly int SpokenNameStart(int street)
    {
        if (tokens[street].Is(TokenShape.Latin) && IsStrongStreet(street))
        {
            for (var i = street - 1; i > lineStart && street - i <= 3 && IsNameWord(i); i--)
            {
                if (AfterPreposition(i))
                {
                    return i;
                }
            }
        }

        return street;
    }

    private readonly bool IsStreetBefore(int index)
    {
        if (tokens[index].Is(TokenShape.Cyrillic))
        {
            var word = call.Folded(index - 1);
            return tokens[index - 1].Is(NameTraits.StreetName) || tokens[index - 1].Is(NameTraits.GivenName) ? tokens[index - 1].Is(NameTraits.StreetName) : (EndsLikeAdjective(word) && !WordGraph.Russian.Contains(word))
                || (EndsLikeAdjective(word) && (tokens[index - 1].Is(TokenShape.Capital) || NumberNear(index + 1, 1)));
        }

        return tokens[index].Is(TokenShape.Latin) && (tokens[index - 1].Is(TokenShape.Capital) || SpokenNameStart(index) < index || (parts & AddressParts.Asked) != AddressParts.None);
    }

    private readonly bool AfterPreposition(int index) =>
        index > lineStart && call.Folded(index - 1) is "on" or "at" or "from" or "near" or "is" or "off" or "s";

    private readonly bool IsStrongStreet(int index) => call.Folded(index) is "street" or "road" or "avenue" or "ave" or "lane" or "boulevard" or "blvd" or "rd" or "utca";

    private static bool EndsLikeAdjective(ReadOnlySpan<char> word) =>
        word.Length >= 5 && word[^2..] is "ий" or "ый" or "ой" or "ая" or "ом" or "ую" or "ое" or "го" or "яя" or "ей";

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
        tokens[index].Is(NameTraits.Flat | NameTraits.House | NameTraits.HousePart) && IsNumber(index + 1)
        || (!tokens[index].Is(TokenShape.TurnStart) && (parts & (AddressParts.Number | AddressParts.Flat)) != AddressParts.None
            && (tokens[index].Is(NameTraits.Flat) || (tokens[index].Kind is TokenKind.Number && tokens[index].Length is >= 4 and <= 6 && EndsLine(index))
                || (tokens[index].Is(NameTraits.Street) && words < 3)));

    private readonly bool EndsLine(int index) => index + 1 >= tokens.Length || tokens[index + 1].Is(TokenShape.LineStart) || IsNameWord(index + 1);

    // Index of the last token read, or -1 when the address has ended.
    private int ReadPart(int i)
    {
        ref readonly var token = ref tokens[i];
        if (token.Kind is TokenKind.Sign)
        {
            return ReadSign(i);
        }

        if (token.Is(NameTraits.Flat | NameTraits.House | NameTraits.HousePart | NameTraits.PostBox) && MarkedNumber(i) is var number and > 0)
        {
            parts |= token.Is(NameTraits.Flat) ? AddressParts.Flat : token.Is(NameTraits.PostBox) ? AddressParts.PostBox
                : token.Is(NameTraits.House) ? AddressParts.House : AddressParts.HousePart;
            return ReadNumber(number);
        }

        if (token.Is(NameTraits.Street) && ReadStreet(i) is var street and >= 0)
        {
            return street;
        }

        if (IsNumber(i))
        {
            return ReadNumber(i);
        }

        return ReadWord(i);
    }

    private readonly int ReadSign(int i)
    {
        var sign = call.Folded(i)[0];
        var open = last >= 0 && i - last <= 2;
        return open && (sign is ',' or '-' or '/' or '#' or '№' or '\\' or '>' || (sign is '.' && i > 0 && tokens[i - 1].Kind is TokenKind.Word && tokens[i - 1].FoldedLength <= 4)) ? i : -1;
    }

    // "дом номер пять", "apt. 4", "suite #12": index of the number, or -1.
    private readonly int MarkedNumber(int marker)
    {
        for (var i = marker + 1; i < tokens.Length && i <= marker + 3; i++)
        {
            if (tokens[i].Is(TokenShape.LineStart))
            {
                return -1;
            }

            if (IsNumber(i))
            {
                return QuantityFollows(i) ? -1 : i;
            }

            if (tokens[i].Is(NameTraits.Flat | NameTraits.HousePart) && tokens[marker].Is(NameTraits.House))
            {
                return -1;
            }

            if (IsLetter(i) && tokens[marker].Is(NameTraits.Flat | NameTraits.HousePart) && call.Folded(marker).Length > 2 && i == marker + 1 && !tokens[i].Is(NameTraits.NeverName))
            {
                return i;
            }

            if (!(tokens[i].Kind is TokenKind.Sign && call.Folded(i)[0] is '.' or '#' or '№' or ':') && !tokens[i].Is(WordTraits.Filler) && call.Folded(i) is not ("номер" or "number" or "no" or "رقم" or "nr"))
            {
                return -1;
            }
        }

        return -1;
    }

    private readonly bool QuantityFollows(int number)
    {
        var i = number;
        while (IsNumber(i))
        {
            i++;
        }

        return i < tokens.Length && !tokens[i].Is(TokenShape.LineStart) && tokens[i].Is(WordTraits.Unit);
    }

    private readonly bool IsLetter(int index) =>
        (uint)index < (uint)tokens.Length && tokens[index].Kind is TokenKind.Word && (tokens[index].FoldedLength == 1 || tokens[index].Is(WordTraits.LetterName));

    private int ReadNumber(int i)
    {
        if (QuantityFollows(i) && (parts & (AddressParts.Street | AddressParts.House)) == AddressParts.None)
        {
            return -1;
        }

        parts |= AddressParts.Number;
        words = 0;
        while (i + 1 < tokens.Length && !tokens[i + 1].Is(TokenShape.LineStart) && (IsNumber(i + 1) || (call.IsGlued(i + 1) && tokens[i + 1].Kind is TokenKind.Word) || (IsLetter(i + 1) && LetterEnds(i + 1))))
        {
            i++;
        }

        last = i;
        return i;
    }

    // "дом три бэ", "four b": a letter after a number, unless it is a word that goes on with the sentence.
    private readonly bool LetterEnds(int index) =>
        tokens[index].Is(WordTraits.LetterName) || index + 1 >= tokens.Length || tokens[index + 1].Is(TokenShape.LineStart)
        || !tokens[index].Is(NameTraits.NeverName) || tokens[index + 1].Kind is TokenKind.Sign || tokens[index + 1].Is(NameTraits.Flat | NameTraits.HousePart);

    private int ReadStreet(int i)
    {
        if (tokens[i].Is(NameTraits.StreetLast) && (words > 0 || (i > 0 && tokens[i - 1].Is(WordTraits.Ordinal))) && (parts & AddressParts.Number) != AddressParts.None)
        {
            parts |= AddressParts.Street;
            last = i;
            words = 0;
            return i;
        }

        if (!tokens[i].Is(NameTraits.StreetFirst))
        {
            return -1;
        }

        var (end, strong) = StreetNameEnd(i);
        if (end < 0)
        {
            return -1;
        }

        parts |= strong ? AddressParts.Street : AddressParts.WeakStreet;
        last = end;
        words = 0;
        return end;
    }

    private readonly (int End, bool Strong) StreetNameEnd(int type)
    {
        var i = call.IsSign(type + 1, '.') ? type + 2 : type + 1;
        var begin = i;
        var (end, strong) = (-1, false);
        for (; i < tokens.Length && i - begin < 5; i++)
        {
            if (tokens[i].Is(TokenShape.LineStart) && !(i == begin && tokens[i].Is(TokenShape.Capital)))
            {
                break;
            }

            if ((call.IsSign(i, '-') || call.IsSign(i, '\'') || call.IsSign(i, '’')) && call.IsGlued(i))
            {
                continue;
            }

            if (tokens[i].Is(NameTraits.House | NameTraits.Flat | NameTraits.HousePart) || (IsNumber(i) && !OrdinalName(i)) || !(IsNameWord(i) || OrdinalName(i)))
            {
                break;
            }

            var good = IsStreetNameWord(i);
            if (!good && !NumberNear(i + 1, 2) && end >= 0)
            {
                break;
            }

            strong |= good;
            end = good || NumberNear(i + 1, 2) || tokens[i].Is(NameTraits.Particle) ? i : end;
            if (end < 0)
            {
                break;
            }
        }

        strong |= end >= 0 && NumberNear(end + 1, 1);
        var latin = tokens[type].Is(TokenShape.Latin);
        return end < 0 || (latin && !strong) || (latin && !NumberNear(end + 1, 2) && (parts & AddressParts.Number) == AddressParts.None) ? (-1, false) : (end, strong);
    }

    // "улица восьмого марта", "сорок лет октября".
    private readonly bool OrdinalName(int index) =>
        tokens[index].Is(WordTraits.Ordinal) && index + 1 < tokens.Length && tokens[index + 1].Kind is TokenKind.Word && !tokens[index + 1].Is(WordTraits.Number);

    private readonly bool IsStreetNameWord(int index)
    {
        ref readonly var token = ref tokens[index];
        if (token.Is(NameTraits.StreetName | NameTraits.Surname | NameTraits.GivenName | NameTraits.Place) || token.Is(TokenShape.Capital) || OrdinalName(index) || token.Is(WordTraits.Month))
        {
            return true;
        }

        var word = call.Folded(index);
        return token.Is(TokenShape.Cyrillic) ? EndsLikeAdjective(word) || !WordGraph.Russian.Contains(word)
            : token.Is(TokenShape.Arabic) || !WordGraph.English.Contains(word);
    }

    private int ReadWord(int i)
    {
        ref readonly var token = ref tokens[i];
        if (token.Is(NameTraits.StreetName) && NumberNear(i + 1, 1))
        {
            parts |= AddressParts.StreetName;
            last = i;
            return i;
        }

        if (token.Is(TokenShape.Latin) && PlaceWords.IsCompoundStreet(call.Folded(i)) && (NumberNear(i + 1, 1) || token.Is(TokenShape.Capital)))
        {
            parts |= AddressParts.Compound;
            last = i;
            return i;
        }

        if (token.Is(WordTraits.Filler | WordTraits.Correction) && i - last <= 2 && last >= first)
        {
            return i;
        }

        if (token.Is(NameTraits.Place | NameTraits.TownWord | NameTraits.RegionWord | NameTraits.State | NameTraits.Direction))
        {
            parts |= AddressParts.Town;
        }
        else if (!IsNameWord(i) || !(token.Is(TokenShape.Capital) || last < first || StreetComes(i)
            || ((parts & AddressParts.Asked) != AddressParts.None && ((parts & AddressParts.Number) == AddressParts.None || NumberNear(i + 1, 0) || token.Is(WordTraits.Month)))))
        {
            return -1;
        }

        parts |= AddressParts.Words;
        return ++words <= MaximumWords ? i : -1;
    }

    private readonly bool StreetComes(int index)
    {
        for (var i = index; i < tokens.Length && i <= index + MaximumWords; i++)
        {
            if (tokens[i].Is(NameTraits.StreetLast))
            {
                return true;
            }

            if (!IsNameWord(i) && !IsNumber(i) && !call.IsSign(i, '\''))
            {
                return false;
            }
        }

        return false;
    }
}
