using Earshot.Platform.Kernel.Egress;

namespace Earshot.Platform.Kernel.Encryption;

/// <summary>
/// The key service under which the master key lies, where the operator has one.
/// <list type="table">
/// <item><term>EARSHOT_KMS</term><description><c>yandex</c> (Key Management Service) or <c>vault</c> (transit engine). Default: none.</description></item>
/// <item><term>EARSHOT_KMS_KEY</term><description>Id of the key at Yandex, name of the key in Vault.</description></item>
/// <item><term>EARSHOT_KMS_TOKEN, EARSHOT_KMS_TOKEN_FILE</term><description>IAM token or Vault token, or a file that an agent renews; the file is read each time.</description></item>
/// <item><term>EARSHOT_KMS_URL</term><description>Its address. Default at Yandex: <c>https://kms.yandex</c>; required for Vault.</description></item>
/// <item><term>EARSHOT_KMS_MOUNT</term><description>Where Vault's engine is mounted. Default: <c>transit</c>.</description></item>
/// </list>
/// </summary>
public sealed record KeyServiceSettings
{
    /// <summary>Its name in the register of destinations.</summary>
    public const string Destination = "kms";

    public required IKeyServiceDialect Dialect { get; init; }

    public required Uri Address { get; init; }

    public required string Key { get; init; }

    public string Mount { get; init; } = "transit";

    public string? Token { get; init; }

    public string? TokenFile { get; init; }

    /// <summary>In which region it works; the operator's own network counts as local.</summary>
    public required string Region { get; init; }

    /// <returns>Null: no key service is set.</returns>
    /// <exception cref="PlatformSettingsException">A setting is missing or wrong; the message says how to mend it.</exception>
    public static KeyServiceSettings? Read(Func<string, string?> environment)
    {
        string? Text(string name) => environment(name) is { Length: > 0 } text ? text : null;
        var kind = Text("EARSHOT_KMS");
        if (kind is null)
        {
            return null;
        }

        var settings = new KeyServiceSettings
        {
            Dialect = kind switch
            {
                "yandex" => new YandexKms(),
                "vault" => new VaultTransit(),
                _ => throw new PlatformSettingsException("EARSHOT_KMS must be yandex or vault, or not set."),
            },
            Address = Base(Text("EARSHOT_KMS_URL") ?? (kind == "yandex" ? "https://kms.yandex" : null)),
            Key = Text("EARSHOT_KMS_KEY") ?? throw new PlatformSettingsException("EARSHOT_KMS_KEY is not set. Give the id of the key at Yandex, or the name of the transit key in Vault."),
            Mount = Text("EARSHOT_KMS_MOUNT")?.Trim('/') ?? "transit",
            Token = Text("EARSHOT_KMS_TOKEN"),
            TokenFile = Text("EARSHOT_KMS_TOKEN_FILE"),
            Region = kind == "yandex" ? "ru" : Egress.Destination.Local,
        };
        return settings is { Token: null, TokenFile: null }
            ? throw new PlatformSettingsException("The key service needs a token. Set EARSHOT_KMS_TOKEN, or EARSHOT_KMS_TOKEN_FILE to a file that your agent renews.")
            : settings;
    }

    internal string ReadToken() => TokenFile is null
        ? Token ?? ""
        : File.Exists(TokenFile) ? File.ReadAllText(TokenFile).Trim() : throw new KeyServiceException($"The file with the token of the key service is not there: {TokenFile} (EARSHOT_KMS_TOKEN_FILE).");

    internal Destination ToDestination() => new Destination
    {
        Name = Destination, Hosts = [], Purpose = "keys", Region = Region, Data = [], Fields = ["plaintext", "ciphertext", "aadContext", "associated_data"],
        MaxRequestBytes = 64 << 10, MaxResponseBytes = 64 << 10, Patience = TimeSpan.FromSeconds(10),
    }.At(Address);

    private static Uri Base(string? text) => Uri.TryCreate(text?.TrimEnd('/') + "/", UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
        ? address
        : throw new PlatformSettingsException("EARSHOT_KMS_URL must be a whole address, for example https://vault.example.com:8200.");
}
