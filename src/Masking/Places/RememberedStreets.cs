using System.Runtime.CompilerServices;
using Earshot.Masking.Names;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Places;

/// <summary>Russian names of streets that addresses of this call held: said again before a number they are an address without more.</summary>
internal struct RememberedStreets
{
    private const int Most = 8;
    private const int ShortestName = 5;

    private Places places;

    public int Count { get; private set; }

    /// <summary>Keeps the words of an address that are neither numbers nor types of street.</summary>
    public void Add(in AddressText text, int first, int last)
    {
        for (var i = first; i <= last && Count < Most; i++)
        {
            ref readonly var token = ref text.Tokens[i];
            if (token.Is(TokenShape.Cyrillic) && token.FoldedLength >= ShortestName && text.IsNameWord(i) && !text.IsNumber(i)
                && !token.Is(NameTraits.Street | NameTraits.House | NameTraits.HousePart | NameTraits.Flat | NameTraits.TownWord | NameTraits.RegionWord | NameTraits.Place))
            {
                places[Count++] = i;
            }
        }
    }

    /// <summary>True when the word is one of them.</summary>
    public readonly bool Holds(in AddressText text, int index)
    {
        for (var i = 0; i < Count; i++)
        {
            if (text.Word(places[i]).SequenceEqual(text.Word(index)))
            {
                return true;
            }
        }

        return false;
    }

    [InlineArray(Most)]
    private struct Places
    {
        private int first;
    }
}
