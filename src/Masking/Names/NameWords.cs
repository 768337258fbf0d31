using Earshot.Masking.Tokens;

namespace Earshot.Masking.Names;

/// <summary>Words that the recognisers of names know.</summary>
internal static class NameWords
{
    public static void AddTo(LexiconBuilder lexicon)
    {
        foreach (var name in (string[])["иван", "ивана", "мария", "марии", "john", "mary"])
        {
            lexicon.Add(name, names: NameTraits.GivenName);
        }
    }
}
