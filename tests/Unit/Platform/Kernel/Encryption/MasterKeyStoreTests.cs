using System.Security.Cryptography;
using Earshot.Platform;
using Earshot.Platform.Kernel.Encryption;

namespace Earshot.Unit.Platform.Kernel.Encryption;

public sealed class MasterKeyStoreTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("earshot-keys-").FullName;

    private string KeyFile => Path.Combine(folder, "master.key");

    [Fact]
    public async Task The_first_start_makes_a_key_that_only_its_owner_reads_and_later_starts_find_it()
    {
        var first = await ReadAsync();
        var second = await ReadAsync();

        Assert.Equal(first.Id, second.Id);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile));
    }

    [Fact]
    public async Task A_key_that_was_added_is_present_and_the_earlier_one_still_opens()
    {
        var master = await ReadAsync();
        var before = master.Derive("purpose");

        await master.AddAsync(RandomNumberGenerator.GetBytes(32), default);

        Assert.NotEqual(before, master.Derive("purpose"));
        Assert.Contains(before, master.DeriveEach("purpose"));
        Assert.Equal(before, master.DeriveFromOldest("purpose"));
    }

    [Fact]
    public async Task Another_process_finds_a_rotated_key_by_its_name()
    {
        var (here, there) = (await ReadAsync(), await ReadAsync());

        await here.AddAsync(RandomNumberGenerator.GetBytes(32), default);

        Assert.Null(there.DeriveFrom(here.Id, "purpose"));
        Assert.Equal(here.Derive("purpose"), await there.FindAsync(here.Id, "purpose", default));
        Assert.Equal(here.Id, there.Id);
    }

    [Fact]
    public async Task Earlier_keys_are_forgotten_in_the_file_too()
    {
        var master = await ReadAsync();
        await master.AddAsync(RandomNumberGenerator.GetBytes(32), default);

        await master.ForgetEarlierAsync(default);

        Assert.Equal([master.Id], (await ReadAsync()).Ids);
    }

    [Theory]
    [InlineData("", "32 bytes")]
    [InlineData("c2hvcnQ=", "32 bytes")]
    [InlineData("not base64 at all", "32 bytes")]
    public async Task A_broken_file_stops_the_start_with_advice(string content, string advice)
    {
        await File.WriteAllTextAsync(KeyFile, content);
        File.SetUnixFileMode(KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        Assert.Contains(advice, await RefusedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_others_read_stops_the_start_with_advice()
    {
        await ReadAsync();
        File.SetUnixFileMode(KeyFile, UnixFileMode.UserRead | UnixFileMode.OtherRead);

        Assert.Contains("chmod 600", await RefusedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_variable_holds_the_present_key_and_earlier_ones_but_can_not_be_written()
    {
        var (present, earlier) = (RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32));

        var (master, _) = await OpenMasterKey.RunAsync($"{Convert.ToBase64String(present)},{Convert.ToBase64String(earlier)}", folder, null, "ru", default);

        Assert.Equal([MasterKey.IdOf(present), MasterKey.IdOf(earlier)], master.Ids);
        var refused = await Assert.ThrowsAsync<PlatformSettingsException>(() => master.AddAsync(RandomNumberGenerator.GetBytes(32), default));
        Assert.Contains("NEW,OLD", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aws", null, null, null, "EARSHOT_KMS must be")]
    [InlineData("vault", null, "name", "token", "EARSHOT_KMS_URL")]
    [InlineData("vault", "https://vault.example.com:8200", null, "token", "EARSHOT_KMS_KEY")]
    [InlineData("yandex", null, "abj1", null, "EARSHOT_KMS_TOKEN")]
    public void A_key_service_that_is_half_set_stops_the_start_with_advice(string kind, string? url, string? key, string? token, string advice)
    {
        var given = new Dictionary<string, string?> { ["EARSHOT_KMS"] = kind, ["EARSHOT_KMS_URL"] = url, ["EARSHOT_KMS_KEY"] = key, ["EARSHOT_KMS_TOKEN"] = token };

        var refused = Assert.Throws<PlatformSettingsException>(() => KeyServiceSettings.Read(name => given.GetValueOrDefault(name)));

        Assert.Contains(advice, refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<MasterKey> ReadAsync() => (await OpenMasterKey.RunAsync(null, folder, null, "ru", default)).Key;

    private async Task<string> RefusedAsync() => (await Assert.ThrowsAsync<PlatformSettingsException>(ReadAsync)).Message;
}
