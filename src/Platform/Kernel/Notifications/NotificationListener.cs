using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Earshot.Platform.Kernel.Notifications;

/// <summary>One connection of this process hears what the database announces at commit. Comes back when the connection is lost.</summary>
internal sealed partial class NotificationListener(NpgsqlDataSource source, IEnumerable<INotificationHandler> handlers, ILogger<NotificationListener> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ILookup<string, INotificationHandler> byChannel = handlers.ToLookup(handler => handler.Channel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception lost) when (lost is NpgsqlException or IOException or TimeoutException)
            {
                LogLost(log, lost.GetType().Name);
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        connection.Notification += (_, notification) => Receive(notification.Channel, notification.Payload);
        foreach (var channel in byChannel.Select(handler => handler.Key))
        {
            await using var listen = new NpgsqlCommand($"listen {new NpgsqlCommandBuilder().QuoteIdentifier(channel)}", connection);
            await listen.ExecuteNonQueryAsync(ct);
            Receive(channel, string.Empty); // something may have happened while nobody listened
        }

        while (true)
        {
            await connection.WaitAsync(ct);
        }
    }

    private void Receive(string channel, string payload)
    {
        foreach (var handler in byChannel[channel])
        {
            handler.Receive(payload);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The connection that listens to the database was lost ({Failure})")]
    private static partial void LogLost(ILogger log, string failure);
}
