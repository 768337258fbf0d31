using System.Runtime.InteropServices;

namespace Earshot.Speech.Decoding;

/// <summary>Calls of the operating system that .NET does not have: memory files and limits of a child process.</summary>
internal static partial class Native
{
    public const int LimitCpu = 0;
    public const int LimitFileSize = 1;
    public const int LimitCore = 4;
    public const int LimitAddressSpace = 9;
    private const uint CloseOnExec = 1;
    private const int ReadWrite = 3;
    private const int Shared = 1;

    /// <summary>A file without a name that lives in memory alone.</summary>
    public static int CreateMemoryFile() => MemfdCreate("recording", CloseOnExec);

    /// <summary>Keeps the pages of a memory file out of swap, as far as the system's limit allows.</summary>
    public static nint LockPages(int file, nuint length)
    {
        var pages = Mmap(0, length, ReadWrite, Shared, file, 0);
        if (pages == -1)
        {
            return 0;
        }

        _ = Mlock(pages, length);
        return pages;
    }

    public static void UnlockPages(nint pages, nuint length) => _ = pages == 0 ? 0 : Munmap(pages, length);

    public static void Limit(int process, int resource, long value)
    {
        var limit = new ResourceLimit { Soft = (ulong)value, Hard = (ulong)value };
        _ = Prlimit(process, resource, in limit, 0);
    }

    /// <summary>Moves standard output to another number and joins the old number to standard error, so that a library that prints cannot spoil the protocol.</summary>
    public static int TakeStandardOutput()
    {
        var taken = Dup(1);
        _ = Dup2(2, 1);
        return taken;
    }

    [LibraryImport("libc", EntryPoint = "memfd_create", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MemfdCreate(string name, uint flags);

    [LibraryImport("libc", EntryPoint = "prlimit")]
    private static partial int Prlimit(int process, int resource, in ResourceLimit limit, nint old);

    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial nint Mmap(nint address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "munmap")]
    private static partial int Munmap(nint address, nuint length);

    [LibraryImport("libc", EntryPoint = "mlock")]
    private static partial int Mlock(nint address, nuint length);

    [LibraryImport("libc", EntryPoint = "dup")]
    private static partial int Dup(int file);

    [LibraryImport("libc", EntryPoint = "dup2")]
    private static partial int Dup2(int from, int to);

    [StructLayout(LayoutKind.Sequential)]
    private struct ResourceLimit
    {
        public ulong Soft;
        public ulong Hard;
    }
}
