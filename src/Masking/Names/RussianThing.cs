using Earshot.Masking.Tokens;

namespace Earshot.Masking.Names;

/// <summary>Russian talk in which a name is called a thing, a town among towns, or a colour: "дарья это бренд чая", "суздаль и владимир".</summary>
internal static class RussianThing
{
    private const int Farthest = 5;

    /// <summary>True when what stands around the chain says that it is no person.</summary>
    public static bool Is(TokenisedCall call, in NameChain chain, int lineStart) =>
        call.Tokens[chain.First].Is(TokenShape.Cyrillic) && !chain.Before.Has(NameCue.Follows) && !chain.Context.Has(NameContext.Asked | NameContext.Title)
        && (IsDefined(call, chain.Last) || IsAny(call, chain) || (chain.Count == 1 && (IsTownAmongTowns(call, chain.First, lineStart) || IsColour(call, chain) || IsNamedThing(call, chain, lineStart))));

    // "любовь это точно название торта", "горячева ключ это город такой".
    private static bool IsDefined(TokenisedCall call, int last)
    {
        var at = Follows(call, last + 1, "это") ? last + 1 : Follows(call, last + 2, "это") && IsInLine(call, last + 1) ? last + 2 : -1;
        for (var i = at + 1; at > 0 && i <= at + Farthest && IsInLine(call, i); i++)
        {
            if (IsKind(call.Folded(i)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsKind(ReadOnlySpan<char> word) =>
        word is "название" or "называется" or "бренд" or "марка" or "сорт" or "модель" or "порода" or "город" or "село" or "поселок" or "станция" or "остановка" or "сериал" or "фильм" or "песня" or "книга"
            or "цвет" or "оттенок" or "тариф" or "торт" or "салат" or "чай" or "сыр" or "блюдо" or "пицца" or "коллекция" or "серия" or "ткань" or "обои" or "колонка" or "корабль" or "теплоход" or "ансамбль" or "группа";

    // "на любой скорости", "любой из четырёх"; Люба stands behind "с" alone.
    private static bool IsAny(TokenisedCall call, in NameChain chain) =>
        chain.Count == 1 && call.Folded(chain.First) is "любой"
        && (chain.First == 0 || call.Folded(chain.First - 1) is not ("с" or "со") || (IsInLine(call, chain.Last + 1) && !call.Tokens[chain.Last + 1].Is(NameTraits.NeverName)));

    // "екатеринбург и владимир в маршруте", "владимир и ярославль в один тур".
    private static bool IsTownAmongTowns(TokenisedCall call, int token, int lineStart) =>
        (token - 2 >= lineStart && call.Folded(token - 1) is "и" or "или" && IsTown(call.Tokens[token - 2]))
        || (IsInLine(call, token + 1) && IsInLine(call, token + 2) && call.Folded(token + 1) is "и" or "или" && IsTown(call.Tokens[token + 2]));

    // "айпишник", "станция Марьина Роща", "белый или серый".
    private static bool IsNamedThing(TokenisedCall call, in NameChain chain, int lineStart) =>
        call.Folded(chain.First) is "айпишник" or "айпишника"
        || IsPartOfStation(call, chain, lineStart)
        || (chain.First - 2 >= lineStart && call.Folded(chain.First) is [.., 'ы', 'й'] && call.Folded(chain.First - 1) is "или" && call.Folded(chain.First - 2) is [.., 'ы', 'й']);

    private static bool IsPartOfStation(TokenisedCall call, in NameChain chain, int lineStart) =>
        chain.First - 2 >= lineStart && !chain.Has(NamePart.Given) && !RussianSurname.IsTypical(call.Folded(chain.First))
        && call.Folded(chain.First - 2) is "станция" or "станции" or "станцию" or "станцией";

    private static bool IsTown(in Token token) => token.Is(NameTraits.Place) && !token.Is(NameTraits.GivenName | NameTraits.Surname);

    // "виолетовый": an adjective of no dictionary.
    private static bool IsColour(TokenisedCall call, in NameChain chain) =>
        !chain.Has(NamePart.Given | NamePart.Surname) && call.Folded(chain.First) is [.., 'о' or 'е', 'в', 'ы', 'й' or 'е'] or [.., 'о' or 'е', 'в', 'о', 'е'];

    private static bool Follows(TokenisedCall call, int token, string word) => IsInLine(call, token) && call.Folded(token).SequenceEqual(word);

    private static bool IsInLine(TokenisedCall call, int token) => token < call.Tokens.Length && !call.Tokens[token].Is(TokenShape.LineStart);
}
