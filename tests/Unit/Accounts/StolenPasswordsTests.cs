using System.Net;
using System.Text;
using Earshot.Platform;
using Earshot.Platform.Accounts.People;
using Earshot.Platform.Accounts.Sessions;
using Earshot.Platform.Kernel.Encryption;

namespace Earshot.Unit.Accounts;

public sealed class StolenPasswordsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("earshot-stolen").FullName;

    [Fact]
    public async Task Imported_passwords_are_known_as_text_and_as_published_digests()
    {
        const string digest = "D7D4556943413F5472601E537F24F318ECB6D112"; // SHA-1 of "rainbow over old harbour", as lists of stolen passwords are published
        await ImportAsync(["seven stolen lanterns", $"{digest}:41", "", "третий украденный фонарь"]);
        using var stolen = new StolenPasswords(Settings());

        Assert.All(new[] { "seven stolen lanterns", "rainbow over old harbour", "третий украденный фонарь" }, password => Assert.True(stolen.Knows(password)));
        Assert.False(stolen.Knows("never stolen anywhere"));
    }

    [Fact]
    public async Task Of_a_thousand_good_passwords_a_few_at_most_are_taken_for_stolen()
    {
        await ImportAsync([.. Enumerable.Range(0, 2000).Select(i => $"stolen {i}")]);
        using var stolen = new StolenPasswords(Settings());

        Assert.InRange(Enumerable.Range(0, 1000).Count(i => stolen.Knows($"good {i}")), 0, 8);
    }

    [Fact]
    public void A_damaged_filter_is_named_at_once()
    {
        File.WriteAllText(StolenPasswords.FileIn(folder), "not a filter at all, just words");

        Assert.Contains("earshot passwords", Assert.Throws<PlatformSettingsException>(() => new StolenPasswords(Settings()).Dispose()).Message);
    }

    [Theory]
    [InlineData("10.0.0.5", "10.0.0.5", true)]
    [InlineData("10.1.0.0/16, ::1", "10.1.200.3", true)]
    [InlineData("10.1.0.0/16", "10.2.0.1", false)]
    [InlineData("", "127.0.0.1", false)]
    public void Only_named_proxies_are_believed(string setting, string from, bool believed) =>
        Assert.Equal(believed, ForwardedAddresses.Options(ForwardedAddresses.Read(setting)).KnownIPNetworks.Any(network => network.Contains(IPAddress.Parse(from))));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task ImportAsync(string[] lines)
    {
        var source = Path.Combine(folder, "list.txt");
        await File.WriteAllLinesAsync(source, lines);
        await StolenPasswordFilter.WriteAsync(source, StolenPasswords.FileIn(folder), default);
    }

    private PlatformSettings Settings() => new() { Database = "Host=/nowhere", MasterKey = new MasterKey(new byte[32]), DataFolder = folder, Region = "ru" };
}
