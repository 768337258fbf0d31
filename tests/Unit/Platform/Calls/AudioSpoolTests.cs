using System.Security.Cryptography;
using System.Text;
using Earshot.Platform;
using Earshot.Platform.Calls.Spool;
using Earshot.Platform.Kernel.Encryption;

namespace Earshot.Unit.Platform.Calls;

public sealed class AudioSpoolTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("earshot-spool-");
    private readonly AudioSpool spool;

    public AudioSpoolTests() => spool = new AudioSpool(new PlatformSettings
    {
        Database = "Host=none;Database=none",
        MasterKey = new MasterKey(new byte[32]),
        DataFolder = folder.FullName,
        Region = "ru",
    });

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65_536)]
    [InlineData(200_001)]
    public async Task A_recording_comes_back_as_it_went_in(int size)
    {
        var audio = Audio(size);

        var kept = await spool.WriteAsync(new MemoryStream(audio), long.MaxValue, default);

        Assert.Equal(audio, await ReadAsync(kept.Value));
    }

    [Fact]
    public async Task Nothing_of_the_recording_is_on_the_disk_in_clear()
    {
        var marker = Encoding.ASCII.GetBytes("RIFF-this-is-what-the-customer-said");

        var kept = await spool.WriteAsync(new MemoryStream(marker), long.MaxValue, default);

        Assert.Equal(-1, (await File.ReadAllBytesAsync(PathOf(kept.Value.File))).AsSpan().IndexOf(marker.AsSpan(0, 8)));
    }

    [Fact]
    public async Task A_recording_can_come_in_several_requests()
    {
        var audio = Audio(150_000);
        var (file, key) = await WritePartAsync(audio[..70_000]);

        await using var second = await spool.ResumeAsync(file, key, default);
        await second.WriteAsync(audio.AsMemory((int)second.Received), default);
        var kept = await second.FinishAsync(default);

        Assert.Equal(audio, await ReadAsync(kept));
    }

    [Fact]
    public async Task What_a_crash_left_half_written_is_cut_off_and_the_rest_goes_on()
    {
        var audio = Audio(150_000);
        var (file, key) = await WritePartAsync(audio[..140_000]);
        using (var torn = File.OpenWrite(PathOf(file)))
        {
            torn.SetLength(torn.Length - 100);
        }

        await using var second = await spool.ResumeAsync(file, key, default);

        Assert.Equal(2 * 65_536, second.Received);
    }

    [Theory]
    [InlineData("flip")]
    [InlineData("cut")]
    [InlineData("swap")]
    public async Task A_changed_file_is_not_read(string change)
    {
        var kept = (await spool.WriteAsync(new MemoryStream(Audio(200_000)), long.MaxValue, default)).Value;
        var bytes = await File.ReadAllBytesAsync(PathOf(kept.File));
        const int frame = 65_536 + 33;
        var changed = change switch
        {
            "flip" => [.. bytes[..100], (byte)(bytes[100] ^ 1), .. bytes[101..]],
            "cut" => bytes[..frame],
            _ => (byte[])[.. bytes[frame..(2 * frame)], .. bytes[..frame], .. bytes[(2 * frame)..]],
        };
        await File.WriteAllBytesAsync(PathOf(kept.File), changed);

        var failure = await Record.ExceptionAsync(() => ReadAsync(kept));

        Assert.True(failure is CryptographicException or EndOfStreamException, failure?.GetType().Name);
    }

    [Fact]
    public async Task A_recording_over_the_limit_is_refused_and_leaves_no_file()
    {
        var refused = await spool.WriteAsync(new MemoryStream(Audio(1_000)), 999, default);

        Assert.Equal("too_large", refused.Failure?.Code);
        Assert.Empty(spool.Unchanged(DateTimeOffset.MaxValue));
    }

    [Fact]
    public async Task A_sender_that_breaks_off_leaves_no_file()
    {
        await Assert.ThrowsAsync<IOException>(() => spool.WriteAsync(new BreakingStream(new IOException("gone")), long.MaxValue, default));

        Assert.Empty(spool.Unchanged(DateTimeOffset.MaxValue));
    }

    [Fact]
    public void The_error_of_a_full_disk_is_recognised()
    {
        using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, 0);

        var failure = Assert.Throws<IOException>(() => full.Write([1, 2, 3]));

        Assert.True(AudioSpool.IsDiskFull(failure));
    }

    private static byte[] Audio(int size)
    {
        var bytes = new byte[size];
        new Random(size).NextBytes(bytes);
        return bytes;
    }

    private async Task<(string File, byte[] Key)> WritePartAsync(byte[] part)
    {
        await using var writer = spool.Create();
        await writer.WriteAsync(part, default);
        await writer.FlushAsync(default);
        return (writer.File, writer.Key);
    }

    private async Task<byte[]> ReadAsync(SpooledAudio kept)
    {
        await using var stream = spool.Open(kept.File, kept.Key);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    private string PathOf(string file) => Path.Combine(folder.FullName, "spool", file);

    private sealed class BreakingStream(IOException failure) : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw failure;
    }
}
