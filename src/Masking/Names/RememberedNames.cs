using Earshot.Masking.Tokens;

namespace Earshot.Masking.Names;

/// <summary>Surnames, and names of things, that a call has told already: what was one once is one again.</summary>
internal ref struct RememberedNames(TokenisedCall call, Span<int> places)
{
    public const int Most = 64;
    private const int ShortestSurname = 4;
    private const int LongestEnding = 3;
    private const char FirstCyrillic = '\u0400';

    private readonly Span<int> surnames = places[..(Most / 2)];
    private readonly Span<int> things = places[(Most / 2)..];
    private int surnameCount;
    private int thingCount;
    private int lastThing;

    // A bit for each first letter, and one for each length: most words share neither with a surname.
    private ulong firstLetters;
    private ulong lengths;

    public readonly bool HasSurnames => surnameCount > 0;

    public void AddSurnames(in NameChain chain)
    {
        for (var i = 0; i < chain.Count && surnameCount < surnames.Length; i++)
        {
            if ((chain.Parts[i].Has(NamePart.Surname | NamePart.Likely | NamePart.Unknown) || IsTownToo(chain, i)) && call.Tokens[chain.Tokens[i]].FoldedLength >= ShortestSurname)
            {
                surnames[surnameCount++] = chain.Tokens[i];
                firstLetters |= BitOf(call.Folded(chain.Tokens[i])[0]);
                lengths |= LengthsOf(call.Folded(chain.Tokens[i]));
            }
        }
    }

    // "this is helena": later in the call helena is hardly the town.
    private readonly bool IsTownToo(in NameChain chain, int part) =>
        chain.Parts[part].Has(NamePart.Given) && chain.Parts[part].Has(NamePart.Place) && (chain.Count > 1 || chain.Before.Has(NameCue.Follows) || chain.Before.Has(NameCue.MayFollow))
        && !call.Tokens[chain.Tokens[part]].Is(NameTraits.EnglishWord | NameTraits.RussianWord | NameTraits.ArabicWord);

    public void AddThing(in NameChain chain)
    {
        if (thingCount < things.Length)
        {
            things[thingCount++] = chain.Tokens[0];
        }

        lastThing = chain.Last;
    }

    // "теплоход михаил булгаков сколько идёт" … "а сергей есенин": all that the line asks.
    private readonly bool IsAskedAbout(in NameChain chain) =>
        thingCount > 0 && chain.First > 0 && call.Tokens[chain.First - 1].Is(TokenShape.LineStart) && call.Folded(chain.First - 1) is "а"
        && (chain.Last + 1 >= call.Tokens.Length || call.Tokens[chain.Last + 1].Is(TokenShape.LineStart) || call.IsSign(chain.Last + 1, '.') || call.IsSign(chain.Last + 1, '?'))
        && !chain.Context.Has(NameContext.AskedWho);

    // "сорт анюта или виктория": what is offered beside the name of a thing is a thing too.
    private readonly bool FollowsThing(in NameChain chain) =>
        thingCount > 0 && lastThing == chain.First - 2 && call.Folded(chain.First - 1) is "или" or "либо" && !call.Tokens[chain.First].Is(TokenShape.LineStart);

    // "корпус виктория" was said before: here it is the building again.
    public readonly bool IsThing(in NameChain chain)
    {
        if (FollowsThing(chain) || IsAskedAbout(chain))
        {
            return true;
        }

        for (var i = 0; i < thingCount; i++)
        {
            if (SameName(call.Folded(things[i]), call.Folded(chain.Tokens[0]), capital: true))
            {
                return !chain.Before.Has(NameCue.Follows) && !chain.Context.Has(NameContext.Asked | NameContext.Title);
            }
        }

        return false;
    }

    /// <summary>False for most words; asked before <see cref="IsSurname"/>.</summary>
    public readonly bool MayBeSurname(in Token token) =>
        ((lengths >> token.FoldedLength) & 1) != 0 && token.FoldedLength >= ShortestSurname && token.Kind is TokenKind.Word && !token.Is(NameTraits.NeverName) && (!token.Is(NameTraits.Place) || token.Is(NameTraits.GivenName));

    public readonly bool IsSurname(int index)
    {
        var word = call.Folded(index);
        if ((firstLetters & BitOf(word[0])) == 0)
        {
            return false;
        }

        var capital = call.Tokens[index].Is(TokenShape.Capital);
        for (var i = 0; i < surnameCount; i++)
        {
            var known = call.Folded(surnames[i]);
            if (known[0] == word[0] && capital == call.Tokens[surnames[i]].Is(TokenShape.Capital) && SameName(known, word, capital))
            {
                return true;
            }
        }

        return false;
    }

    // A bit for each length that the name may have when it is said again: Russian endings differ by a few letters.
    private static ulong LengthsOf(ReadOnlySpan<char> name) =>
        name.Length > 63 - LongestEnding ? ulong.MaxValue
        : name[0] < FirstCyrillic ? 1UL << name.Length
        : ((2UL << (2 * LongestEnding)) - 1) << (name.Length - LongestEnding);

    private static ulong BitOf(char letter) => 1UL << (letter & 63);

    private static bool SameName(ReadOnlySpan<char> known, ReadOnlySpan<char> word, bool capital)
    {
        if (known.SequenceEqual(word))
        {
            return true;
        }

        if (word[0] < FirstCyrillic || Math.Abs(known.Length - word.Length) > LongestEnding || !(capital || !WordGraph.Russian.Contains(word)))
        {
            return false;
        }

        var stem = RussianSurname.StemLength(known);
        return stem >= 3 && word.Length >= stem && word[..stem].SequenceEqual(known[..stem])
            && RussianSurname.StemLength(word) <= stem + 2;
    }
}
