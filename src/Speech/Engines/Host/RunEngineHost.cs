using System.Runtime.InteropServices;
using Earshot.Speech.Decoding;
using Earshot.Speech.Engines.Pocketsphinx;
using Earshot.Speech.Engines.Sherpa;
using Microsoft.Win32.SafeHandles;

namespace Earshot.Speech.Engines.Host;

/// <summary>
/// The child process: loads one recogniser and serves pieces of audio until its input closes. Native code that crashes, hangs
/// or exits takes this process with it and nothing else.
/// </summary>
public static class RunEngineHost
{
    /// <summary>Command under which a single-file program that holds this library must call <see cref="ServeAsync()"/>.</summary>
    public const string CommandName = "speech-host";

    /// <summary>Serves standard input until it closes.</summary>
    /// <returns>Exit code of the process.</returns>
    public static async Task<int> ServeAsync()
    {
        Native.Limit(0, Native.LimitCore, 0);
        await using var output = Open(Native.TakeStandardOutput(), FileAccess.Write);
        await using var input = Open(0, FileAccess.Read);
        var start = await HostWire.ReadAsync(input, HostJson.Default.HostStart, CancellationToken.None);
        if (start is null)
        {
            return 2;
        }

        try
        {
            using var recognizer = Load(start);
            await ServeAsync(recognizer, input, output);
            return 0;
        }
        catch (Exception missing) when (missing is RecognizerMissingException or DllNotFoundException or EntryPointNotFoundException)
        {
            await HostWire.WriteAsync(output, new HostReply(null, missing.Message), HostJson.Default.HostReply, CancellationToken.None);
            return 1;
        }
    }

#pragma warning disable CA1859 // the kind is chosen by the message
    private static IRecognizer Load(HostStart start) => start.Recognizer switch
    {
        PocketsphinxRecognizer.Kind => new PocketsphinxRecognizer(start.Settings),
        SherpaRecognizer.Kind => new SherpaRecognizer(start.Settings),
        _ => throw new RecognizerMissingException($"There is no recogniser called {start.Recognizer}."),
    };
#pragma warning restore CA1859

    private static async Task ServeAsync(IRecognizer recognizer, Stream input, Stream output)
    {
        await HostWire.WriteAsync(output, new HostReply([], null), HostJson.Default.HostReply, CancellationToken.None);
        while (await HostWire.ReadAsync(input, HostJson.Default.HostTask, CancellationToken.None) is { } task &&
               await HostWire.ReadAsync(input, CancellationToken.None) is { } audio)
        {
            var reply = recognizer.Recognize(MemoryMarshal.Cast<byte, float>(audio), task);
            Array.Clear(audio);
            await HostWire.WriteAsync(output, reply, HostJson.Default.HostReply, CancellationToken.None);
        }
    }

    private static FileStream Open(int descriptor, FileAccess access) =>
        new(new SafeFileHandle(descriptor, ownsHandle: true), access, bufferSize: 0);
}
