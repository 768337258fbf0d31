using Earshot.Platform.Kernel.Egress;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Earshot.Platform.Kernel.Encryption;

/// <summary>Takes up a rotated master key within seconds, in every process, and writes down what the key service was asked.</summary>
internal sealed partial class WatchMasterKey(MasterKey master, HeldLedger held, IEgressLedger ledger, TimeProvider clock, ILogger<WatchMasterKey> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await master.RefreshAsync(stoppingToken);
                await WriteDownAsync(stoppingToken);
            }
            catch (Exception away) when (away is KeyServiceException or IOException or FormatException or NpgsqlException)
            {
                LogAway(log, away.GetType().Name);
            }

            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task WriteDownAsync(CancellationToken ct)
    {
        while (held.Take() is { } call)
        {
            await ledger.BeginAsync(call, ct);
            await ledger.EndAsync(call, ct);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The master key could not be read again ({Failure}); the one in memory stays")]
    private static partial void LogAway(ILogger log, string failure);
}
