using Earshot.Platform.Kernel.Encryption;

namespace Earshot.Platform.Calls;

/// <summary>The key under which the masker's seal stands on stored texts. Survives rotation of data keys and of the master key.</summary>
public static class MaskSeal
{
    public static ValueTask<byte[]> KeyAsync(TenantCipher cipher, Guid organization, CancellationToken ct) =>
        cipher.DeriveAsync(organization, "seal of masked text", ct);
}
