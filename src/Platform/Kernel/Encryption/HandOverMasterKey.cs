namespace Earshot.Platform.Kernel.Encryption;

/// <summary>Puts the master key of this installation under a key service, or seals it again with the newest version of the service's key.</summary>
public static class HandOverMasterKey
{
    /// <returns>The file that holds it now.</returns>
    /// <exception cref="PlatformSettingsException">No key service is set, or it does not do it; nothing is changed then.</exception>
    public static async Task<string> RunAsync(PlatformSettings settings, CancellationToken ct)
    {
        if (settings.KeyService is not { } service)
        {
            throw new PlatformSettingsException("No key service is set. Set EARSHOT_KMS, EARSHOT_KMS_KEY and EARSHOT_KMS_TOKEN (docs/operations.md), then run this again.");
        }

        var store = OpenMasterKey.SealedStore(settings.DataFolder, service, settings.KeyLedger, settings.Region);
        try
        {
            await settings.MasterKey.CopyToAsync(store, ct);
            await store.ReadAsync(ct); // it opens again, or the plain file stays
        }
        catch (KeyServiceException refused)
        {
            throw new PlatformSettingsException(refused.Message);
        }

        File.Delete(Path.Combine(settings.DataFolder, OpenMasterKey.FileName));
        return store.Path;
    }
}
