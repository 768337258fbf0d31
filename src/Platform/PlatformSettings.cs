using Earshot.Platform.Kernel.Encryption;

namespace Earshot.Platform;

/// <summary>
/// What the installation must be told, read from the environment once at start. Every refusal says how to mend it.
/// <list type="table">
/// <item><term>EARSHOT_DATABASE</term><description>Npgsql connection string of the database's owner. Required.</description></item>
/// <item><term>EARSHOT_DATA</term><description>Folder for key, spool and models. Default: <c>var</c>.</description></item>
/// <item><term>EARSHOT_MASTER_KEY</term><description>32 bytes in base64. Default: the file <c>master.key</c> in the data folder, made at first start.</description></item>
/// <item><term>EARSHOT_REGION</term><description><c>ru</c>, <c>eu</c> or <c>ae</c>: the region of this cell. Default: <c>ru</c>.</description></item>
/// </list>
/// </summary>
public sealed record PlatformSettings
{
    public static readonly IReadOnlyList<string> Regions = ["ru", "eu", "ae"];

    public required string Database { get; init; }

    public required MasterKey MasterKey { get; init; }

    public required string DataFolder { get; init; }

    public required string Region { get; init; }

    public string SpoolFolder => Path.Combine(DataFolder, "spool");

    /// <exception cref="PlatformSettingsException">A setting is missing or wrong; the message says how to mend it.</exception>
    public static PlatformSettings Read(Func<string, string?> environment)
    {
        var data = environment("EARSHOT_DATA") is { Length: > 0 } folder ? folder : "var";
        var region = environment("EARSHOT_REGION") is { Length: > 0 } given ? given : "ru";
        return new PlatformSettings
        {
            Database = environment("EARSHOT_DATABASE") is { Length: > 0 } database
                ? database
                : throw new PlatformSettingsException("EARSHOT_DATABASE is not set. Start with ./earshot up, or give the connection string of a PostgreSQL database that you own."),
            DataFolder = data,
            Region = Regions.Contains(region) ? region : throw new PlatformSettingsException($"EARSHOT_REGION must be one of {string.Join(", ", Regions)}."),
            MasterKey = ReadKey(environment("EARSHOT_MASTER_KEY"), Path.Combine(data, "master.key")),
        };
    }

    private static MasterKey ReadKey(string? text, string file)
    {
        try
        {
            return string.IsNullOrWhiteSpace(text) ? MasterKey.FromFile(file) : MasterKey.FromBase64(text);
        }
        catch (Exception bad) when (bad is FormatException or ArgumentException)
        {
            throw new PlatformSettingsException("The master key must be 32 bytes in base64. Make one with: openssl rand -base64 32");
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            throw new PlatformSettingsException($"The master key could not be read. {bad.Message}");
        }
    }
}

/// <summary>The installation can't start with these settings; the message says how to mend them.</summary>
public sealed class PlatformSettingsException(string message) : Exception(message);
