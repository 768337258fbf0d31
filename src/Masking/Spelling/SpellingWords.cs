namespace Earshot.Masking.Spelling;

/// <summary>Words that ask for spelling or announce it.</summary>
internal static class SpellingWords
{
    public const string Phrases =
        """
        по буквам; побуквенно; буква; буквы; буквами; продиктуйте; спел; spell; spelled; spelling; spelt; letter by letter; letters; that's; phonetic; تهجئة; تهجى; حرف; بالحروف;
        buchstabieren; epeler; deletrear
        """;
}
