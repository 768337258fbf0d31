using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Earshot.Integration.Harness;

/// <summary>
/// A ClamAV daemon on the loopback that answers as the real one does: INSTREAM alone, one signature, and above its limit an error before
/// everything was heard.
/// </summary>
internal sealed class ClamdDouble : IAsyncDisposable
{
    /// <summary>What it takes for malware, anywhere in a file.</summary>
    public const string Marker = "OWN-MARKER-OF-THE-TEST";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly int limit;
    private readonly Task serving;

    public ClamdDouble(int limit = 1 << 20)
    {
        this.limit = limit;
        listener.Start();
        serving = ServeAsync();
    }

    public Uri Address => new($"tcp://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    /// <summary>Files that were heard to their end.</summary>
    public int Heard { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving;
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                await using var line = client.GetStream();
                var reply = await HearAsync(line);
                await line.WriteAsync(Encoding.ASCII.GetBytes(reply + "\0"), stop.Token);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or IOException or EndOfStreamException)
        {
            return;
        }
    }

    private async Task<string> HearAsync(NetworkStream line)
    {
        var command = new byte[10];
        await line.ReadExactlyAsync(command, stop.Token);
        if (!command.AsSpan().SequenceEqual("zINSTREAM\0"u8))
        {
            return "UNKNOWN COMMAND";
        }

        using var content = new MemoryStream();
        for (var length = new byte[4]; ;)
        {
            await line.ReadExactlyAsync(length, stop.Token);
            var piece = new byte[BinaryPrimitives.ReadInt32BigEndian(length)];
            if (piece.Length == 0)
            {
                Heard++;
                return content.ToArray().AsSpan().IndexOf(Encoding.ASCII.GetBytes(Marker)) >= 0 ? "stream: Own.Marker.UNOFFICIAL FOUND" : "stream: OK";
            }

            if (content.Length + piece.Length > limit)
            {
                return "INSTREAM size limit exceeded. ERROR";
            }

            await line.ReadExactlyAsync(piece, stop.Token);
            await content.WriteAsync(piece, stop.Token);
        }
    }
}
