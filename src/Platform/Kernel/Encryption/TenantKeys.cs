using System.Collections.Frozen;

namespace Earshot.Platform.Kernel.Encryption;

/// <summary>The unwrapped keys of one organization. Lives in memory only, and not for long.</summary>
internal sealed class TenantKeys(Guid active, FrozenDictionary<Guid, byte[]> data, byte[] derive, DateTimeOffset expires)
{
    public Guid ActiveId => active;

    public ReadOnlySpan<byte> Active => data[active];

    /// <summary>Root of the keys that must not rotate: blind indexes, seals of masked text.</summary>
    public ReadOnlySpan<byte> Derive => derive;

    public DateTimeOffset Expires => expires;

    public byte[]? Find(Guid id) => data.GetValueOrDefault(id);
}
