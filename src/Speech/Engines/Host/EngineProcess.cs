using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Earshot.Speech.Decoding;

namespace Earshot.Speech.Engines.Host;

/// <summary>One child process with a loaded recogniser, seen from outside.</summary>
internal sealed class EngineProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly Task draining;

    private EngineProcess(Process process)
    {
        this.process = process;
        draining = DrainAsync(process.StandardError.BaseStream);
    }

    /// <summary>False once it crashed or was stopped.</summary>
    public bool IsUsable { get; private set; } = true;

    public int Id => process.Id;

    public static async Task<EngineProcess> StartAsync(HostStart start, TimeSpan patience, CancellationToken ct)
    {
        var child = new EngineProcess(Launch());
        try
        {
            var reply = await child.CallAsync(
                async stop =>
                {
                    await HostWire.WriteAsync(child.process.StandardInput.BaseStream, start, HostJson.Default.HostStart, stop);
                    return await child.ReadAsync(stop);
                },
                patience,
                ct);
            return reply.Error is null ? child : throw new SpeechEngineException(SpeechFailure.NoEngine, reply.Error);
        }
        catch
        {
            await child.DisposeAsync();
            throw;
        }
    }

    /// <summary>Recognises one piece; a child that is late or gone is not used again.</summary>
    public Task<HostReply> RecognizeAsync(ReadOnlyMemory<float> samples, HostTask task, TimeSpan patience, CancellationToken ct) =>
        CallAsync(
            async stop =>
            {
                var input = process.StandardInput.BaseStream;
                await HostWire.WriteAsync(input, task, HostJson.Default.HostTask, stop);
                await HostWire.WriteAsync(input, MemoryMarshal.AsBytes(samples.Span).ToArray(), stop);
                return await ReadAsync(stop);
            },
            patience,
            ct);

    public async ValueTask DisposeAsync()
    {
        IsUsable = false;
        await StopDecoder.NowAsync(process);
        await draining.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        process.Dispose();
    }

    private async Task<HostReply> CallAsync(Func<CancellationToken, Task<HostReply>> call, TimeSpan patience, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        stop.CancelAfter(patience);
        var wasUsable = IsUsable;
        IsUsable = false;
        try
        {
            var reply = await call(stop.Token);
            IsUsable = wasUsable;
            return reply;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new SpeechEngineException(SpeechFailure.EngineTimedOut, Invariant($"The recogniser did not answer in {patience.TotalSeconds:0} s and was stopped."));
        }
        catch (IOException gone)
        {
            throw new SpeechEngineException(SpeechFailure.EngineFailed, "The recogniser's process ended unexpectedly.", gone);
        }
    }

    private async Task<HostReply> ReadAsync(CancellationToken ct) =>
        await HostWire.ReadAsync(process.StandardOutput.BaseStream, HostJson.Default.HostReply, ct) ?? throw new EndOfStreamException();

    private static Process Launch()
    {
        var (program, arguments) = HostCommand.Find();
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        HostCommand.KeepNeeded(start.Environment);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            return Process.Start(start) ?? throw new Win32Exception("not started");
        }
        catch (Win32Exception failed)
        {
            throw new SpeechEngineException(SpeechFailure.EngineFailed, "The recogniser's process could not be started.", failed);
        }
    }

    // What native libraries print may hold what was said, so it is read and dropped.
    private static async Task DrainAsync(Stream errors)
    {
        var buffer = new byte[4096];
        while (await errors.ReadAsync(buffer) > 0)
        {
            Array.Clear(buffer);
        }
    }
}
