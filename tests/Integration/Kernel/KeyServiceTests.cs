using System.Security.Cryptography;
using Earshot.Integration.Harness;
using Earshot.Platform;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Web.Doubles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Earshot.Integration.Kernel;

/// <summary>The master key under Yandex KMS and under Vault's transit engine, each played by its double.</summary>
public sealed class KeyServiceTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("earshot-kms-").FullName;
    private readonly YandexKmsDouble yandex = new("abj1", "iam");
    private readonly VaultDouble vault = new("calls", "hvs.token");
    private WebApplication doubles = null!; // set before the first test

    public static TheoryData<string> Kinds => ["yandex", "vault"];

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        doubles = builder.Build();
        yandex.Map(doubles.MapGroup("/yandex"));
        vault.Map(doubles.MapGroup("/vault"));
        await doubles.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await doubles.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_key_is_made_sealed_and_found_again(string kind)
    {
        var made = (await OpenAsync(kind)).Key;

        Assert.Equal(made.Id, (await OpenAsync(kind)).Key.Id);
        Assert.DoesNotContain(Convert.ToBase64String(made.Derive("x")), await FileAsync(), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder, "master.key")));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_plain_key_is_handed_over_and_its_file_goes(string kind)
    {
        var (plain, _) = await OpenMasterKey.RunAsync(null, folder, null, "ru", default);
        var settings = new PlatformSettings { Database = "Host=/nowhere", MasterKey = plain, DataFolder = folder, Region = "ru", KeyService = Settings(kind) };

        await HandOverMasterKey.RunAsync(settings, default);

        Assert.False(File.Exists(Path.Combine(folder, "master.key")));
        Assert.Equal(plain.Id, (await OpenAsync(kind)).Key.Id);
    }

    [Theory]
    [InlineData("yandex", "key", "EARSHOT_KMS_KEY")]
    [InlineData("vault", "key", "EARSHOT_KMS_KEY")]
    [InlineData("yandex", "token", "kms.keys.encrypterDecrypter")]
    [InlineData("vault", "token", "transit/decrypt/calls")]
    [InlineData("vault", "sealed", "Unseal it")]
    [InlineData("vault", "version", "no version of that key was destroyed")]
    [InlineData("yandex", "version", "no version of that key was destroyed")]
    [InlineData("yandex", "context", "can't open")]
    [InlineData("vault", "context", "can't open")]
    [InlineData("yandex", "away", "does not answer")]
    public async Task A_service_that_does_not_open_stops_the_start_with_advice(string kind, string trouble, string advice)
    {
        await OpenAsync(kind);

        var refused = await Assert.ThrowsAsync<PlatformSettingsException>(async () => await OpenAsync(await SpoilAsync(Settings(kind), trouble)));

        Assert.Contains(advice, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hvs.token", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_version_of_the_service_key_opens_the_old_seal_and_hand_over_seals_with_it()
    {
        var before = (await OpenAsync("vault")).Key;
        vault.Key.Rotate();
        var settings = new PlatformSettings { Database = "Host=/nowhere", MasterKey = (await OpenAsync("vault")).Key, DataFolder = folder, Region = "ru", KeyService = Settings("vault") };

        await HandOverMasterKey.RunAsync(settings, default);
        vault.Key.Destroy(1);

        Assert.Contains("vault:v2:", await FileAsync(), StringComparison.Ordinal);
        Assert.Equal(before.Id, (await OpenAsync("vault")).Key.Id);
    }

    [Fact]
    public async Task A_rotated_master_key_is_sealed_line_by_line_and_what_was_asked_is_on_record()
    {
        var (master, ledger) = await OpenAsync("yandex");

        await master.AddAsync(RandomNumberGenerator.GetBytes(32), default);

        Assert.Equal(2, (await FileAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(master.Ids, (await OpenAsync("yandex")).Key.Ids);
        Assert.Equal("kms", ledger.Take()?.Destination);
    }

    private async Task<KeyServiceSettings> SpoilAsync(KeyServiceSettings settings, string trouble)
    {
        switch (trouble)
        {
            case "sealed": vault.IsSealed = true; break;
            case "version":
                vault.Key.Rotate();
                yandex.Key.Rotate();
                vault.Key.Destroy(1);
                yandex.Key.Destroy(1);
                break;
            case "context": // as if the line of another installation had been put here
                var file = Path.Combine(folder, "master.key.sealed");
                await File.WriteAllTextAsync(file, $"0123456789abcdef {(await FileAsync()).Split(' ')[1]}");
                break;
            default: break;
        }

        return trouble switch
        {
            "key" => settings with { Key = "other" },
            "token" => settings with { Token = "expired" },
            "away" => settings with { Address = new Uri("http://127.0.0.1:1/") },
            _ => settings,
        };
    }

    private Task<(MasterKey Key, HeldLedger Ledger)> OpenAsync(string kind) => OpenAsync(Settings(kind));

    private Task<(MasterKey Key, HeldLedger Ledger)> OpenAsync(KeyServiceSettings settings) => OpenMasterKey.RunAsync(null, folder, settings, "ru", default);

    private Task<string> FileAsync() => File.ReadAllTextAsync(Path.Combine(folder, "master.key.sealed"));

    private KeyServiceSettings Settings(string kind)
    {
        var given = new Dictionary<string, string>
        {
            ["EARSHOT_KMS"] = kind, ["EARSHOT_KMS_URL"] = $"{doubles.Urls.First()}/{kind}", ["EARSHOT_KMS_KEY"] = kind == "vault" ? "calls" : "abj1",
            ["EARSHOT_KMS_TOKEN"] = kind == "vault" ? "hvs.token" : "iam",
        };
        return KeyServiceSettings.Read(given.GetValueOrDefault) ?? throw new InvalidOperationException("No key service.");
    }
}
