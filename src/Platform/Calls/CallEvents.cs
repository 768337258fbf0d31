using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Earshot.Platform.Kernel.Notifications;

namespace Earshot.Platform.Calls;

/// <summary>A call changed its state.</summary>
/// <param name="CallId">Which.</param>
/// <param name="State">Name of the state as it is stored: <c>received</c> … <c>done</c>, <c>stopped</c>.</param>
public sealed record CallChanged(Guid CallId, string State);

/// <summary>Live state of calls for open pages, heard from the database, so that it does not matter which process did the work.</summary>
public sealed class CallEvents(TimeProvider time) : INotificationHandler
{
    /// <summary>Name of the event, in the outbox, that a call is done and was analysed.</summary>
    public const string CallAnalysed = "calls.analysed";

    private const int Buffered = 256;

    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<Channel<CallChanged?>, Guid> listeners = new();

    string INotificationHandler.Channel => "earshot_calls";

    /// <summary>
    /// Changes of the calls of an organization from now on. A listener that is too slow misses the oldest. A null comes at once and
    /// every 20 seconds: a sign of life, for connections that would be closed when they are silent.
    /// </summary>
    public async IAsyncEnumerable<CallChanged?> SubscribeAsync(Guid organization, [EnumeratorCancellation] CancellationToken ct)
    {
        var channel = Channel.CreateBounded<CallChanged?>(new BoundedChannelOptions(Buffered) { FullMode = BoundedChannelFullMode.DropOldest });
        listeners[channel] = organization;
        await using var alive = time.CreateTimer(_ => channel.Writer.TryWrite(null), null, TimeSpan.Zero, Heartbeat);
        try
        {
            await foreach (var change in channel.Reader.ReadAllAsync(ct))
            {
                yield return change;
            }
        }
        finally
        {
            listeners.TryRemove(channel, out _);
        }
    }

    void INotificationHandler.Receive(string payload)
    {
        var parts = payload.Split(' ');
        if (parts.Length != 3 || !Guid.TryParse(parts[0], out var organization) || !Guid.TryParse(parts[1], out var call))
        {
            return;
        }

        foreach (var (channel, owner) in listeners)
        {
            if (owner == organization)
            {
                channel.Writer.TryWrite(new CallChanged(call, parts[2]));
            }
        }
    }
}
