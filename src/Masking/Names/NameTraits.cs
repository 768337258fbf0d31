namespace Earshot.Masking.Names;

/// <summary>What the recognisers of names, addresses, places and organizations need to know of a word.</summary>
[Flags]
internal enum NameTraits : ulong
{
    None = 0,
    GivenName = 1UL << 0,
}
