using Earshot.Masking.Names;
using Earshot.Masking.Tokens;

namespace Earshot.Masking;

/// <summary>Given names that the library knows, for those who tune it: an allowed name is one that customers may have too.</summary>
public static class GivenNames
{
    private static readonly string[] Endings = ["", "а", "я", "й", "ь"];

    /// <summary>True for a given name or its short form, in any case; a trailing <c>*</c> stands for the usual endings.</summary>
    /// <param name="word">One word.</param>
    public static bool Contains(string word)
    {
        var folded = FoldText.Of(word.TrimEnd('*'));
        return (word.EndsWith('*') ? Endings : [""]).Any(ending => (NameTable.Shipped.Find(folded + ending) & (NameTraits.GivenName | NameTraits.Diminutive)) != NameTraits.None);
    }
}
