using Microsoft.Win32.SafeHandles;

namespace Earshot.Speech.Decoding;

/// <summary>A whole recording in a memory file: it has a path for the decoder but never touches a disk.</summary>
internal sealed class HeldRecording : IDisposable
{
    private readonly FileStream memory;
    private readonly int descriptor;
    private nint pages;
    private nuint locked;

    private HeldRecording(int descriptor)
    {
        this.descriptor = descriptor;
        memory = new FileStream(new SafeFileHandle(descriptor, ownsHandle: true), FileAccess.ReadWrite, 0);
    }

    /// <summary>Another process of the same user can open it; it goes with this process at the latest.</summary>
    public string Path => Invariant($"/proc/{Environment.ProcessId}/fd/{descriptor}");

    public static async Task<HeldRecording> FillAsync(ReadOnlyMemory<byte> head, Stream rest, WatchInput watch, long limit, CancellationToken ct)
    {
        var file = Native.CreateMemoryFile();
        if (file < 0)
        {
            throw new DecodingException(SpeechFailure.DecoderFailed, "This system cannot keep a file in memory (memfd_create).");
        }

        var held = new HeldRecording(file);
        try
        {
            await held.CopyAsync(head, rest, watch, limit, ct);
            return held;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Native.UnlockPages(pages, locked);
        pages = 0;
        memory.Dispose();
    }

    private async Task CopyAsync(ReadOnlyMemory<byte> head, Stream rest, WatchInput watch, long limit, CancellationToken ct)
    {
        await memory.WriteAsync(head, ct);
        var buffer = new byte[1 << 16];
        for (var read = 1; read > 0;)
        {
            read = await rest.ReadAsync(buffer, ct);
            watch.See(buffer.AsSpan(0, read));
            if (watch.Bytes > limit)
            {
                throw new DecodingException(SpeechFailure.TooLong, Invariant($"Files of this kind may be at most {limit >> 20} MB: send it as wav, mp3 or ogg."));
            }

            await memory.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        locked = (nuint)watch.Bytes;
        pages = Native.LockPages(descriptor, locked);
    }
}
