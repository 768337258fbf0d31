using System.Collections.Frozen;

namespace Earshot.Masking.Names;

/// <summary>English words, particles and brands that are surnames too and that nothing but a first name or a title beside them tells: "aoife swift", "mrs dang", "hoa le".</summary>
internal static class WordSurnames
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words =
        """
        swift dang love church temple power early long rice day king street lane bishop major law best good young sharp bright noble christmas moon star snow frost pope prince duke knight banks parks waters rivers castle
        house hall wise savage strong short small little brown bird fish wolf lamb peacock crane drake swan finch nightingale bull stock price cash pound penny farthing rich poor close park field church chapel abbey monk
        friday may june april march summer winter spring frost raine storm gale flood marsh pool lake brook beach cliff stone rock sands wells hill dale vale wood woods forest ash oak elm berry cherry plum pepper salt sugar honey
        coffee cook baker butler carpenter mason miller potter turner taylor weaver fisher hunter shepherd gardner page reader singer fiddler harper piper bell horn drum gun sword shields armour steel iron silver gold golden diamond ruby
        le li lo du das ho ng wu xu yu hu ma lu ye su el do de da la
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True when the word is one of them.</summary>
    public static bool Holds(ReadOnlySpan<char> word) => Words.Contains(word);
}
