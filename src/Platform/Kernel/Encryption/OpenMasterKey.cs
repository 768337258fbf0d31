using System.Collections.Concurrent;
using System.Net;
using Earshot.Platform.Kernel.Egress;

namespace Earshot.Platform.Kernel.Encryption;

/// <summary>Finds the master key before anything else is there: in the environment, in a file, or in a file that a key service opens.</summary>
internal static class OpenMasterKey
{
    public const string FileName = "master.key";
    public const string SealedFileName = "master.key.sealed";

    /// <param name="text">EARSHOT_MASTER_KEY: the present key, then earlier ones, with commas.</param>
    /// <param name="folder">Where the files are.</param>
    /// <param name="service">The key service, where there is one.</param>
    /// <param name="region">Region of this installation.</param>
    /// <param name="ct">Stops the work.</param>
    /// <exception cref="PlatformSettingsException">There is no way to the key; the message says how to mend it.</exception>
    public static async Task<(MasterKey Key, HeldLedger Ledger)> RunAsync(string? text, string folder, KeyServiceSettings? service, string region, CancellationToken ct)
    {
        var ledger = new HeldLedger();
        try
        {
            return (await ReadAsync(text, folder, service, ledger, region, ct), ledger);
        }
        catch (KeyServiceException away)
        {
            throw new PlatformSettingsException(away.Message);
        }
        catch (Exception bad) when (bad is FormatException or ArgumentException)
        {
            throw new PlatformSettingsException("The master key must be 32 bytes in base64. Make one with: openssl rand -base64 32");
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            throw new PlatformSettingsException($"The master key could not be read. {bad.Message}");
        }
    }

    /// <summary>The file under the key service.</summary>
    public static MasterKeyStore SealedStore(string folder, KeyServiceSettings settings, HeldLedger ledger, string region) =>
        new(Path.Combine(folder, SealedFileName), new KeyService(settings, Client(settings, ledger, region)));

    private static async Task<MasterKey> ReadAsync(string? text, string folder, KeyServiceSettings? service, HeldLedger ledger, string region, CancellationToken ct)
    {
        if (service is null || !string.IsNullOrWhiteSpace(text))
        {
            return string.IsNullOrWhiteSpace(text)
                ? await FromAsync(new MasterKeyStore(Path.Combine(folder, FileName), null), ct)
                : new MasterKey([.. text.Split(',').Select(key => Convert.FromBase64String(key.Trim()))], null);
        }

        var store = SealedStore(folder, service, ledger, region);
        return File.Exists(store.Path) || !File.Exists(Path.Combine(folder, FileName))
            ? await FromAsync(store, ct)
            : await FromAsync(new MasterKeyStore(Path.Combine(folder, FileName), null), ct); // not handed over yet: earshot keys hand-over
    }

    private static async Task<MasterKey> FromAsync(MasterKeyStore store, CancellationToken ct) => new(await store.ReadAsync(ct), store);

    private static EgressClient Client(KeyServiceSettings settings, HeldLedger ledger, string region) => new(
        new EgressRegister([settings.ToDestination()], []), new NoEgressPermits(), ledger, region, Dns.GetHostAddressesAsync, TimeProvider.System);
}

/// <summary>What was asked of the key service before there was a database to write it to; <see cref="WatchMasterKey"/> writes it down.</summary>
public sealed class HeldLedger : IEgressLedger
{
    private readonly ConcurrentQueue<EgressCall> held = [];

    public Task BeginAsync(EgressCall call, CancellationToken ct)
    {
        held.Enqueue(call);
        return Task.CompletedTask;
    }

    public Task EndAsync(EgressCall call, CancellationToken ct) => Task.CompletedTask;

    public Task RefuseAsync(Guid organization, string destination, string host, Failure failure, CancellationToken ct) => Task.CompletedTask;

    internal EgressCall? Take() => held.TryDequeue(out var call) ? call : null;
}
