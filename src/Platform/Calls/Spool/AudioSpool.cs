using System.Buffers;
using Earshot.Platform.Kernel;

namespace Earshot.Platform.Calls.Spool;

/// <summary>The folder of recordings in work. Every file is encrypted under a key of its own that lives in the row which owns the file.</summary>
internal sealed class AudioSpool(PlatformSettings settings)
{
    private const int DiskFull = 28; // ENOSPC
    private const int QuotaFull = 122; // EDQUOT

    /// <summary>EFBIG: the limit on files of this process.</summary>
    internal const int LimitReached = 27;

    /// <summary>A new, empty recording. Dispose the writer; delete the file when it is not wanted.</summary>
    public SpoolWriter Create()
    {
        Directory.CreateDirectory(settings.SpoolFolder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return SpoolWriter.Create(PathOf($"{Guid.NewGuid():n}.audio"));
    }

    /// <summary>Goes on with a recording that came in part.</summary>
    /// <exception cref="FileNotFoundException">The file is gone.</exception>
    public Task<SpoolWriter> ResumeAsync(string file, byte[] key, CancellationToken ct) => SpoolWriter.ResumeAsync(PathOf(file), key, ct);

    /// <returns>How much of a recording is safe, whatever the row says of it; null when the file is gone.</returns>
    public async Task<SpooledPart?> MeasureAsync(string file, CancellationToken ct)
    {
        try
        {
            await using var stream = new FileStream(PathOf(file), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 0, FileOptions.Asynchronous);
            return await SpoolFrame.MeasureAsync(stream, ct);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Takes a whole recording in. On failure nothing is left behind.</summary>
    public async Task<Result<SpooledAudio>> WriteAsync(Stream source, long maxBytes, CancellationToken ct)
    {
        await using var writer = Create();
        var kept = false;
        try
        {
            var taken = await CopyAsync(source, writer, maxBytes, ct);
            kept = taken.IsOk;
            return taken;
        }
        catch (IOException full) when (IsDiskFull(full))
        {
            return CallFailures.SpoolFull;
        }
        finally
        {
            if (!kept)
            {
                Delete(writer.File);
            }
        }
    }

    /// <summary>The recording, decrypted as it is read.</summary>
    /// <exception cref="FileNotFoundException">The file is gone.</exception>
    public Stream Open(string file, byte[] key) =>
        new SpoolReader(new FileStream(PathOf(file), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 0, FileOptions.Asynchronous | FileOptions.SequentialScan), key);

    /// <summary>Unlinks the file; nothing happens when it is gone already.</summary>
    public void Delete(string file) => File.Delete(PathOf(file));

    /// <summary>Files that nobody wrote to for a while.</summary>
    public IReadOnlyList<string> Unchanged(DateTimeOffset since) => Directory.Exists(settings.SpoolFolder)
        ? [.. new DirectoryInfo(settings.SpoolFolder).EnumerateFiles("*.audio").Where(file => file.LastWriteTimeUtc < since.UtcDateTime).Select(file => file.Name)]
        : [];

    /// <summary>True when the disk, or the quota on it, is full.</summary>
    public static bool IsDiskFull(IOException failure) => failure.HResult is DiskFull or QuotaFull or LimitReached;

    private static async Task<Result<SpooledAudio>> CopyAsync(Stream source, SpoolWriter writer, long maxBytes, CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(SpoolFrame.MaxPlain);
        try
        {
            while (await source.ReadAsync(buffer, ct) is > 0 and var read)
            {
                if (writer.Received + read > maxBytes)
                {
                    return CallFailures.TooLarge;
                }

                await writer.WriteAsync(buffer.AsMemory(0, read), ct);
            }

            return await writer.FinishAsync(ct);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    // A file name comes from the database: take the name alone, never a path.
    private string PathOf(string file) => Path.Combine(settings.SpoolFolder, Path.GetFileName(file));
}
