using Earshot.Masking.Tokens;

namespace Earshot.Masking.Names;

/// <summary>Tells what a token may be within a name, from the lexicons, its ending and its case.</summary>
internal static class ReadNamePart
{
    public static NamePart At(TokenisedCall call, int index, bool cased)
    {
        ref readonly var token = ref call.Tokens[index];
        if (token.Kind is not TokenKind.Word || token.Is(TokenShape.OtherScript))
        {
            return NamePart.None;
        }

        var shape = Shape(token, cased);
        if (token.FoldedLength == 1)
        {
            return token.Is(TokenShape.Capital) && cased ? NamePart.Initial | shape : NamePart.None;
        }

        if (token.Is(WordTraits.Filler) && !token.Is(NameTraits.GivenName | NameTraits.Surname))
        {
            return NamePart.None;
        }

        if (IsTitleOfFather(call, index, token))
        {
            return NamePart.Surname;
        }

        if (token.Is(NameTraits.Title) || (call.IsSign(index + 1, '\'') && index + 2 < call.Tokens.Length && call.Folded(index + 2) is "t"))
        {
            return NamePart.None;
        }

        if (token.Is(WordTraits.Number) && !token.Is(TokenShape.Capital))
        {
            return NamePart.None;
        }

        if (token.Is(WordTraits.LetterName) && Spells(call, index))
        {
            return NamePart.None;
        }

        if (token.Is(NameTraits.NeverName) && !(token.Is(NameTraits.GivenName) && ((shape & (NamePart.Capital | NamePart.AtStart)) == NamePart.Capital || FollowsArabicName(call, index))))
        {
            return NamePart.None;
        }

        if (token.Is(TokenShape.AllCapitals) && cased && (!token.Is(NameTraits.GivenName | NameTraits.Surname | NameTraits.Patronymic) || IsTechnology(call.Folded(index))))
        {
            return NamePart.None;
        }

        var part = token.Is(TokenShape.Cyrillic) ? Cyrillic(call, index, token)
            : token.Is(TokenShape.Arabic) ? Arabic(call, index, token)
            : Latin(call, index, token);
        part |= token.Is(WordTraits.Month) ? NamePart.Ambiguous | NamePart.Month : NamePart.None;
        return !part.Has(NamePart.Any) ? NamePart.None : part | shape;
    }

    // Written in capitals these are parts of computers, not people.
    private static bool IsTechnology(ReadOnlySpan<char> folded) =>
        folded is "ram" or "rom" or "mac" or "sim" or "lan" or "wan" or "nas" or "dos" or "san" or "sap" or "sas";

    // "محمد أمين بن الشيخ".
    private static bool IsTitleOfFather(TokenisedCall call, int index, in Token token) =>
        token.Is(NameTraits.Title) && token.Is(TokenShape.Arabic) && !token.Is(TokenShape.LineStart) && index > 0 && call.Folded(index - 1) is "بن" or "ابن" or "بنت";

    // "محمد علي", "ابو علي": the same letters as "on me", but a name before them tells.
    private static bool FollowsArabicName(TokenisedCall call, int index) =>
        index > 0 && call.Tokens[index].Is(TokenShape.Arabic) && call.Tokens[index - 1].Is(NameTraits.GivenName | NameTraits.Particle) && !call.Tokens[index].Is(TokenShape.LineStart)
        && !call.Tokens[index - 1].Is(NameTraits.ArabicWord) && !IsOnThe(call, index);

    // "سيف الدين على الخط": on the line, spelled as the preposition is.
    private static bool IsOnThe(TokenisedCall call, int index) =>
        call.Source(index) is "على" && index + 1 < call.Tokens.Length && !call.Tokens[index + 1].Is(TokenShape.LineStart) && call.Folded(index + 1).StartsWith("ال", StringComparison.Ordinal);

    // "Oscar" and "Victor" beside other letters are letters: "v for victor", "o as in oscar"; but "that is for oscar" is a person.
    private static bool Spells(TokenisedCall call, int index) =>
        IsLetter(call, OverLinks(call, index - 1, -1)) || IsLetter(call, OverLinks(call, index + 1, 1));

    private static int OverLinks(TokenisedCall call, int index, int step)
    {
        for (var links = 0; links < 2 && (uint)index < (uint)call.Tokens.Length && call.Tokens[index].Is(WordTraits.SpellingLink); links++)
        {
            index += step;
        }

        return index;
    }

    private static bool IsLetter(TokenisedCall call, int index) =>
        (uint)index < (uint)call.Tokens.Length
        && (call.Tokens[index].Is(WordTraits.LetterName | WordTraits.Number)
            || call.Tokens[index].Kind is TokenKind.Number
            || (call.Tokens[index].Kind is TokenKind.Word && call.Tokens[index].FoldedLength == 1 && !call.Tokens[index].Is(NameTraits.NeverName) && !IsEndOfWord(call, index)));

    // The "s" of "name's" and the "m" of "i'm".
    private static bool IsEndOfWord(TokenisedCall call, int index) => call.IsSign(index - 1, '\'') && call.IsGlued(index);

    private static NamePart Shape(in Token token, bool cased)
    {
        if (!cased || token.Is(TokenShape.Arabic))
        {
            return NamePart.None;
        }

        return (token.Is(TokenShape.Capital) ? NamePart.Capital : NamePart.Small)
            | (token.Is(TokenShape.SentenceStart | TokenShape.LineStart) ? NamePart.AtStart : NamePart.None);
    }

    private static NamePart Cyrillic(TokenisedCall call, int index, in Token token)
    {
        var part = Listed(token);
        var folded = call.Folded(index);
        if (token.Is(NameTraits.RussianWord) || (token.Is(NameTraits.Place) && !token.Is(NameTraits.GivenName)))
        {
            part |= NamePart.Ambiguous;
        }

        if (part.Has(NamePart.Any))
        {
            return part;
        }

        if (token.Is(NameTraits.Place | NameTraits.RussianWord) || folded.Length < 3 || WordGraph.Russian.Contains(folded))
        {
            // "Путин" is a word of fishermen, but with a capital inside a sentence it is none.
            return !token.Is(NameTraits.Place) && token.Is(TokenShape.Capital) && !token.Is(TokenShape.SentenceStart | TokenShape.AllCapitals) && EndsInOvIn(folded)
                ? NamePart.Likely | NamePart.Ambiguous : NamePart.None;
        }

        if (IsCompoundWord(folded) || RussianSurname.IsMedicine(folded))
        {
            return NamePart.None;
        }

        return RussianSurname.IsPatronymic(folded) ? NamePart.Patronymic
            : RussianSurname.IsStrong(folded) ? NamePart.Likely | NamePart.Strong
            : RussianSurname.IsTypical(folded) ? NamePart.Likely
            : NamePart.Unknown;
    }

    private static readonly string[] CompoundHeads =
    [
        "гос", "авто", "электро", "энерго", "видео", "аудио", "фото", "тех", "спец", "мед", "нефте", "газо", "вело", "мото", "радио", "теле", "кибер", "гидро", "ветро", "био", "эко", "супер",
        "мини", "макро", "микро", "мульти", "анти", "контр", "само", "много", "одно", "двух", "трех", "пере", "недо", "пред", "нано", "гипер", "вице", "экс", "полу", "сверх", "меж", "внутри", "не", "без", "под", "над", "со",
        "кофе", "аква", "бензо", "снего", "стекло", "посудо", "хлебо", "рыбо", "дизель", "термо", "вибро", "пневмо", "шумо", "звуко", "свето", "паро", "грузо", "земле", "лесо", "дерево", "металло", "хим", "обще", "пол", "гор", "тур", "фин", "юр", "физ", "соц", "проф", "инфо", "агро", "строй", "пром", "вет", "евро", "тепло", "водо",
        "интернет", "онлайн", "веб", "пресс", "бизнес", "топ", "старт", "стоматолог", "кардио", "нейро", "психо", "лже", "псевдо", "квази",
    ];

    // "госпошлина", "ветрогенераторов": made of a known word, so no surname.
    private static bool IsCompoundWord(ReadOnlySpan<char> folded)
    {
        foreach (var head in CompoundHeads)
        {
            if (folded.Length >= head.Length + 4 && folded.StartsWith(head, StringComparison.Ordinal) && WordGraph.Russian.Contains(folded[head.Length..]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsInOvIn(ReadOnlySpan<char> word) =>
        word.Length >= 5 && (word.EndsWith("ин", StringComparison.Ordinal) || word.EndsWith("ов", StringComparison.Ordinal) || word.EndsWith("ева", StringComparison.Ordinal)
            || word.EndsWith("ова", StringComparison.Ordinal) || word.EndsWith("ину", StringComparison.Ordinal) || word.EndsWith("иным", StringComparison.Ordinal));

    private static NamePart Latin(TokenisedCall call, int index, in Token token)
    {
        var part = Listed(token);
        var folded = call.Folded(index);
        if (token.Is(NameTraits.EnglishWord) || (token.Is(NameTraits.OtherWord) && !token.Is(NameTraits.Frequent) && call.Language is not "en") || token.Is(NameTraits.Place))
        {
            part |= NamePart.Ambiguous;
        }

        if (part.Has(NamePart.Given | NamePart.Surname))
        {
            return part;
        }

        return token.Is(NameTraits.Place | NameTraits.EnglishWord) || folded.Length < 2 || WordGraph.English.Contains(folded) ? NamePart.None : part | NamePart.Unknown;
    }

    private static NamePart Arabic(TokenisedCall call, int index, in Token token)
    {
        var part = Listed(token);
        if (part.Has(NamePart.Any))
        {
            return token.Is(NameTraits.ArabicWord | NameTraits.Place) ? part | NamePart.Ambiguous : part;
        }

        var folded = call.Folded(index);
        return IsJoinedWord(call, folded) ? NamePart.None
            : folded.StartsWith("ال", StringComparison.Ordinal) && folded.EndsWith("ي", StringComparison.Ordinal) && folded.Length >= 6 && !ArabicWords.IsWord(folded[2..])
            ? NamePart.Likely | NamePart.Ambiguous
            : folded.StartsWith("عبدال", StringComparison.Ordinal) && folded.Length >= 8 ? NamePart.Given
            : folded.Length >= 3 ? NamePart.Unknown
            : NamePart.None;
    }

    // "ورقم", "بالحساب", "والمبلغ": a word that is never a name, with what Arabic writes together with it.
    private static bool IsJoinedWord(TokenisedCall call, ReadOnlySpan<char> folded)
    {
        var begin = folded[0] is 'و' or 'ف' or 'ب' or 'ل' or 'ك' ? 1 : 0;
        return begin > 0 && folded.Length >= 4 && (IsNever(call, folded[begin..]) || IsTens(folded[begin..]) || (folded.Length >= 6 && folded[begin..].StartsWith("ال", StringComparison.Ordinal)));
    }

    // "بستين": for sixty.
    private static bool IsTens(ReadOnlySpan<char> word) => word is "عشرين" or "ثلاثين" or "تلاتين" or "اربعين" or "خمسين" or "ستين" or "سبعين" or "ثمانين" or "تمانين" or "تسعين" or "ميه" or "ميتين" or "الف" or "الفين";

    private static bool IsNever(TokenisedCall call, ReadOnlySpan<char> word) =>
        call.Lexicon.Find(word) is > 0 and var entry && (call.Lexicon[entry].Names & NameTraits.NeverName) != NameTraits.None;

    private static NamePart Listed(in Token token) =>
        (token.Is(NameTraits.GivenName) ? NamePart.Given : NamePart.None)
        | (token.Is(NameTraits.Diminutive) ? NamePart.Diminutive : NamePart.None)
        | (token.Is(NameTraits.Patronymic) ? NamePart.Patronymic : NamePart.None)
        | (token.Is(NameTraits.Surname) ? NamePart.Surname : NamePart.None)
        | (token.Is(NameTraits.Proper) ? NamePart.Proper : NamePart.None)
        | (token.Is(NameTraits.Place) ? NamePart.Place : NamePart.None)
        | (token.Is(NameTraits.Frequent) ? NamePart.Frequent : NamePart.None);
}
