using Earshot.Masking.Names;
using Earshot.Masking.Numbers;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Places;

/// <summary>Questions about single tokens that every reader of addresses asks.</summary>
internal ref struct AddressText(TokenisedCall call)
{
    /// <summary>Words that may stand between the parts of an address.</summary>
    public const int MaximumWords = 4;

    /// <summary>Words that nothing but addresses are made of.</summary>
    public const NameTraits OfAddresses = NameTraits.Street | NameTraits.House | NameTraits.Flat | NameTraits.PostBox | NameTraits.StreetName | NameTraits.HousePart;

    private readonly TokenisedCall call = call;
    private readonly ReadOnlySpan<Token> tokens = call.Tokens;

    public readonly TokenisedCall Call => call;

    public readonly ReadOnlySpan<Token> Tokens => tokens;

    /// <summary>First token of the line that is being read.</summary>
    public int LineStart { get; set; }

    /// <summary>True when the line that is being read answers a question for an address.</summary>
    public bool Asked { get; set; }

    /// <summary>The last phrase that an address follows: "address is", "live at".</summary>
    public int Cue { get; set; } = -100;

    public readonly ReadOnlySpan<char> Word(int index) => call.Folded(index);

    public readonly bool Exists(int index) => (uint)index < (uint)Tokens.Length;

    /// <summary>Right after "address is", or where the answer to a question for the address begins.</summary>
    public readonly bool AfterCue(int index) =>
        (Asked && index - LineStart < 5) || (Cue >= LineStart - 1 && index - Cue is > 0 and < 7);

    /// <summary>All that the answer to a question for an address says, or its first word.</summary>
    public readonly bool IsAnswer(int index) => Asked && index - LineStart <= 1 && Tokens[index].Is(TokenShape.Cyrillic | TokenShape.Latin);

    /// <summary>True when a line begins here, or the call has ended.</summary>
    public readonly bool Ends(int index) => index >= Tokens.Length || Tokens[index].Is(TokenShape.LineStart);

    public readonly bool IsNumber(int index) =>
        Exists(index) && (Tokens[index].Kind is TokenKind.Number || Tokens[index].Is(WordTraits.Number)) && !(Tokens[index].FoldedLength == 1 && IsIrish(index));

    // The "o" of "o'connell", which is a zero elsewhere.
    private readonly bool IsIrish(int index) => Word(index) is "o" && call.IsSign(index + 1, '\'') && call.IsGlued(index + 1);

    /// <summary>A number or a house within a few words.</summary>
    public readonly bool NumberNear(int from, int reach)
    {
        for (var i = from; i < Tokens.Length && i <= from + reach && !(i > from && Ends(i)); i++)
        {
            if (IsNumber(i) || Tokens[i].Is(NameTraits.House))
            {
                return IsNumber(i) || IsNumber(i + 1);
            }

            if (Tokens[i].Kind is TokenKind.Word && Tokens[i].Is(NameTraits.NeverName))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The next token that is a number or a house; far away when there is none.</summary>
    public readonly int NumberFrom(int index)
    {
        while (index < Tokens.Length && !(IsNumber(index) || Tokens[index].Is(NameTraits.House)))
        {
            index++;
        }

        return index < Tokens.Length ? index : int.MaxValue;
    }

    /// <summary>The first token of a number.</summary>
    public readonly bool IsNumberStart(int index) => IsNumber(index) && (index == LineStart || !IsNumber(index - 1));

    public readonly bool IsNameWord(int index) =>
        Exists(index) && Tokens[index].Kind is TokenKind.Word
        && (!Tokens[index].Is(NameTraits.NeverName | NameTraits.AddressCue) || Tokens[index].Is(NameTraits.Particle) || Tokens[index].Is(WordTraits.Month) || IsNameBesideStreet(index))
        && (!Tokens[index].Is(WordTraits.Unit | WordTraits.Filler | WordTraits.Correction | WordTraits.Dash | WordTraits.Plus | WordTraits.Dot | WordTraits.At) || IsPoint(index) || IsNameBesideStreet(index));

    // "harbor point road".
    private readonly bool IsPoint(int index) => Word(index) is "point" && !Ends(index + 1) && Tokens[index + 1].Is(NameTraits.StreetLast);

    // "county line road", "great north road", "o'connell street".
    private readonly bool IsNameBesideStreet(int index) => Tokens[index].Is(TokenShape.Latin) && !Ends(index + 1) && Word(index) switch
    {
        "line" => Tokens[index + 1].Is(NameTraits.StreetLast),
        "great" => Tokens[index + 1].Is(NameTraits.Direction),
        "o" => call.IsSign(index + 1, '\'') && call.IsGlued(index + 1),
        _ => false,
    };

    public readonly bool IsLetter(int index) =>
        Exists(index) && Tokens[index].Kind is TokenKind.Word && (Tokens[index].FoldedLength == 1 || Tokens[index].Is(WordTraits.LetterName));

    public readonly bool QuantityFollows(int number)
    {
        var i = number;
        while (IsNumber(i))
        {
            i++;
        }

        // "подъезд три этаж восемь": the storey has a number of its own.
        return (!Ends(i) && Word(i) is "квартир" or "подъездов" or "домов" or "корпусов" or "غرف" or "غرفه" or "غرفتين" or "ادوار" or "طوابق" or "شقق" or "نوم" or "محلات" or "مواقف") || !Ends(i) && Tokens[i].Is(WordTraits.Unit) && !(Tokens[i].Is(NameTraits.HousePart) && IsNumber(i + 1) && AfterPart(number));
    }

    private readonly bool AfterPart(int number)
    {
        while (number > LineStart && IsNumber(number))
        {
            number--;
        }

        return Tokens[number].Is(NameTraits.HousePart | NameTraits.House | NameTraits.Flat | NameTraits.StreetName | NameTraits.Street) || (Tokens[number].Is(TokenShape.Cyrillic) && Tokens[number].Word == 0 && !WordGraph.Russian.Contains(Word(number)));
    }

    /// <summary>"дом три бэ", "flat four b": a letter after a number, unless it is a word that goes on with the sentence.</summary>
    public readonly bool LetterEnds(int index) =>
        Tokens[index].Is(WordTraits.LetterName) || Ends(index + 1)
        || !Tokens[index].Is(NameTraits.NeverName) || Tokens[index + 1].Kind is TokenKind.Sign || Tokens[index + 1].Is(NameTraits.Flat | NameTraits.HousePart)
        || AfterMarkedNumber(index);

    /// <summary>"улица восьмого марта".</summary>
    public readonly bool OrdinalName(int index) =>
        Exists(index + 1) && Tokens[index + 1].Kind is TokenKind.Word
        && Tokens[index].Is(WordTraits.Ordinal) && !Tokens[index + 1].Is(WordTraits.Number);

    /// <summary>Four to six digits, in one token or many: a postal code. Its last token, or -1.</summary>
    public readonly int PostcodeEnd(int first)
    {
        var run = RunAt(first);
        return run.Count is 5 or 6 && !QuantityFollows(first) ? run.Last : -1;
    }

    /// <summary>The run of digits that begins here; an empty one when there is none.</summary>
    public readonly NumberRun RunAt(int first)
    {
        var runs = call.Numbers.Items;
        var (low, high) = (0, runs.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = runs[middle].First < first ? (middle + 1, high) : (low, middle);
        }

        return low < runs.Length && runs[low].First == first ? runs[low] : default;
    }

    // "apartment four a": after a flat even "a" is a letter.
    private readonly bool AfterMarkedNumber(int letter)
    {
        var i = letter - 1;
        while (i >= LineStart && IsNumber(i))
        {
            i--;
        }

        return i < letter - 1 && i >= LineStart && Tokens[i].Is(NameTraits.Flat) && Word(letter) is not "i";
    }
}
