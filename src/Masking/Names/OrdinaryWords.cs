using System.Collections.Frozen;

namespace Earshot.Masking.Names;

/// <summary>English words that lists of names hold too and that are hardly ever a name where nothing asks for one: "great job", "that's very low".</summary>
internal static class OrdinaryWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words =
        """
        august ball banks bar barn best black blue brown case cash charge check christmas close coffee cook crisp cross dance day days dies drive dry duty early east
        easter else eve even ever exe fair fall farmer fast field fine fish flood floor flowers ford free french frost full game garden gates glass gold golden grand
        grass gray green grey ham hand hands hard hart haste heart hill holiday horn house hunt ice ink iron job joint journey keen key king lake land large last
        late law leaf lean light lights link little load loan lock long look lot lots loud love lovely low luck made major man march market marsh mayor mean mild
        mine mint mist moody moon more moss need never new nice night noble noon north note notes novel oak ocean open orange pace pack page paradise park parts pass
        past patch path patience pay peace peak pick piece pine pink pitch place plain plant play plus point pool poor port post pound power present price prices
        pride prime print proper prosper pull purple purse quick rain rays reach read ready real reason red rent rest rice ride right ring rise river road roads rock
        roll root rough round row rule rush safe sage sail sale sales salt sand save savings says sea seal season secret self sent set shade shadow sharp shell shine ship
        shipping shore short shot shown side sign silk silver sleep slight small smart snow snowy soft song sort sound south speed spell spring stand start steel
        step stick still stock stone storm story strange stream street strong style sugar sun sunday sunny super swan sweet swift table tall tank target tax teller
        temper temple term theres thick thin thorn tide till time tin toll tool top total tower town track trade train trip true trust tune turn turner twin vale van
        very victory view visa vista wait walk wall want ward warm wash watch water waters wave way weak wear web week wells west white wild wind wing winner winter
        wise wish wolf wonder wood woods word work world worse worth yard year young zone
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True when the word is one of them.</summary>
    public static bool Holds(ReadOnlySpan<char> word) => Words.Contains(word);
}
