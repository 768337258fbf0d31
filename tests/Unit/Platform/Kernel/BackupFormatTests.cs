using System.Security.Cryptography;
using System.Text;
using Earshot.Platform.Kernel.Backups;
using Earshot.Platform.Kernel.Encryption;

namespace Earshot.Unit.Platform.Kernel;

public sealed class BackupFormatTests
{
    private static readonly MasterKey Master = new([.. Enumerable.Range(1, 32).Select(i => (byte)i)]);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(BackupFormat.FrameBytes)]
    [InlineData((2 * BackupFormat.FrameBytes) + 7)]
    public async Task What_went_in_comes_out(int size)
    {
        var plain = RandomNumberGenerator.GetBytes(size);

        Assert.Equal(plain, await OpenAsync(await SealAsync(plain), Master));
    }

    [Theory]
    [InlineData("frames exchanged")]
    [InlineData("a bit in the middle")]
    [InlineData("a bit of the header")]
    [InlineData("something at the end")]
    [InlineData("the last frame gone")]
    [InlineData("the last byte gone")]
    [InlineData("only the header")]
    public async Task What_was_changed_or_cut_off_is_refused(string damage)
    {
        var file = await SealAsync(RandomNumberGenerator.GetBytes((2 * BackupFormat.FrameBytes) + 7));
        var header = Array.IndexOf(file, (byte)'\n') + 1;
        const int Frame = 4 + BackupFormat.FrameBytes + 16;
        byte[] damaged = damage switch
        {
            "frames exchanged" => [.. file[..header], .. file[(header + Frame)..(header + (2 * Frame))], .. file[header..(header + Frame)], .. file[(header + (2 * Frame))..]],
            "a bit in the middle" => Flipped(file, header + Frame + 100),
            "a bit of the header" => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(file[..header]).Replace("test_app", "tast_app", StringComparison.Ordinal)).Concat(file[header..]).ToArray(),
            "something at the end" => [.. file, 0],
            "the last frame gone" => file[..(header + (2 * Frame))],
            "the last byte gone" => file[..^1],
            _ => file[..header],
        };

        await Assert.ThrowsAsync<BackupException>(() => OpenAsync(damaged, Master));
    }

    [Fact]
    public async Task Another_master_key_is_named()
    {
        var file = await SealAsync([1, 2, 3]);

        var refused = await Assert.ThrowsAsync<BackupException>(() => OpenAsync(file, new MasterKey(new byte[32])));

        Assert.Contains(Master.Id, refused.Message);
    }

    [Fact]
    public async Task Nothing_of_the_content_stands_in_the_file()
    {
        var file = await SealAsync(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("vera@example.com ", 1000))));

        Assert.True(file.AsSpan().IndexOf("vera@example.com"u8) < 0);
    }

    private static byte[] Flipped(byte[] file, int at)
    {
        var copy = file.ToArray();
        copy[at] ^= 1;
        return copy;
    }

    private static async Task<byte[]> SealAsync(byte[] plain)
    {
        using var target = new MemoryStream();
        await BackupFormat.SealAsync(new MemoryStream(plain), target, BackupFormat.NewHeader(Master, "test_app", "test", DateTimeOffset.UnixEpoch), Master, default);
        return target.ToArray();
    }

    private static async Task<byte[]> OpenAsync(byte[] file, MasterKey master)
    {
        using var source = new MemoryStream(file);
        using var target = new MemoryStream();
        var (header, digest) = await BackupFormat.ReadHeaderAsync(source, default);
        await BackupFormat.OpenAsync(source, target, header, digest, master, default);
        return target.ToArray();
    }
}
