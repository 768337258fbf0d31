using System.Collections.Frozen;

namespace Earshot.Masking.Internet;

/// <summary>Top-level domains that end an address without a scheme. Those that are English words are left out.</summary>
/// <remarks>Source: the IANA root zone; the countries and generic names in use.</remarks>
internal static class DomainNames
{
    private static readonly FrozenSet<string> TopLevel =
        """
        com org net edu gov mil int info biz name pro app dev shop site online store tech cloud xyz club live blog page wiki agency email
        ru su рф рус ua by kz uz ge am az md kg tj tm
        uk us ca au nz ie de at ch fr es pt it nl be lu pl cz sk hu ro bg gr se fi dk ee lv lt si hr rs ba mk al tr cy mt li mc ad eu
        ae sa qa kw bh om eg jo lb ma tn dz iq il ir pk in cn jp kr tw hk sg th vn ph id my br mx ar cl co pe ve uy za ng ke gh io ai tv cc ws fm
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BySpan = TopLevel.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsTopLevel(ReadOnlySpan<char> label) => BySpan.Contains(label);
}
