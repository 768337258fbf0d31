using System.Globalization;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Kernel.Malware;

namespace Earshot.Platform;

/// <summary>
/// What the installation must be told, read from the environment once at start. Every refusal says how to mend it.
/// <list type="table">
/// <item><term>EARSHOT_DATABASE</term><description>Npgsql connection string of the database's owner. Required.</description></item>
/// <item><term>EARSHOT_DATA</term><description>Folder for key, spool and models. Default: <c>var</c>.</description></item>
/// <item><term>EARSHOT_MASTER_KEY</term><description>32 bytes in base64; while keys are rotated, the earlier ones after it with commas. Default: the file <c>master.key</c> in the data folder, made at first start.</description></item>
/// <item><term>EARSHOT_KMS…</term><description>A key service that the master key lies under: see <see cref="KeyServiceSettings"/>. Default: none.</description></item>
/// <item><term>EARSHOT_MAX_UPLOAD_MB</term><description>Largest file that is taken in. Default: 500.</description></item>
/// <item><term>EARSHOT_REGION</term><description><c>ru</c>, <c>eu</c> or <c>ae</c>: the region of this cell. Default: <c>ru</c>.</description></item>
/// <item><term>EARSHOT_JOB_LEASE</term><description>Seconds for which a silent worker keeps its jobs. Default: 30.</description></item>
/// <item><term>EARSHOT_SPOOL_GRACE</term><description>Seconds for which a spool file that no row owns is left alone. Default: 600.</description></item>
/// <item><term>EARSHOT_SPEECHKIT_…, EARSHOT_OPENAI_AUDIO_…</term><description>Remote recognisers: see <see cref="SpeechSettings"/>. Default: none.</description></item>
/// <item><term>EARSHOT_MODEL_…</term><description>A language model: see <see cref="ModelSettings"/>. Default: none.</description></item>
/// <item><term>EARSHOT_CLAMAV_URL</term><description>The ClamAV daemon that looks at files: see <see cref="MalwareSettings"/>. Default: none.</description></item>
/// <item><term>EARSHOT_RECOGNITION_TIME</term><description>Seconds that an attempt at recognising a call may take. Default: 3600.</description></item>
/// </list>
/// </summary>
public sealed record PlatformSettings
{
    public static readonly IReadOnlyList<string> Regions = ["ru", "eu", "ae"];

    /// <summary>For how long a silent worker keeps its jobs: EARSHOT_JOB_LEASE, seconds.</summary>
    public TimeSpan JobLease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For how long a spool file that no row owns is left alone: EARSHOT_SPOOL_GRACE, seconds.</summary>
    public TimeSpan SpoolGrace { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long an attempt at recognising a call may take: EARSHOT_RECOGNITION_TIME, seconds.</summary>
    public TimeSpan RecognitionTime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Remote recognisers.</summary>
    public SpeechSettings Speech { get; init; } = new();

    /// <summary>The malware scanner; null: none.</summary>
    public MalwareSettings? Malware { get; init; }

    /// <summary>The language model; null: none.</summary>
    public ModelSettings? Model { get; init; }

    /// <summary>Name of the point at which a test wants the process to die: EARSHOT_FAULT. Null in production.</summary>
    public string? Fault { get; init; }

    public required string Database { get; init; }

    public required MasterKey MasterKey { get; init; }

    /// <summary>The key service under which the master key lies; null: it is a file or a variable.</summary>
    public KeyServiceSettings? KeyService { get; init; }

    /// <summary>What the key service was asked before there was a database.</summary>
    public HeldLedger KeyLedger { get; init; } = new();

    public required string DataFolder { get; init; }

    public required string Region { get; init; }

    /// <summary>Largest file that is taken in.</summary>
    public long MaxUploadBytes { get; init; } = 500L * 1024 * 1024;

    /// <summary>Where the watched folders of the organizations are.</summary>
    public string InboxFolder => Path.Combine(DataFolder, "inbox");

    public string SpoolFolder => Path.Combine(DataFolder, "spool");

    /// <exception cref="PlatformSettingsException">A setting is missing or wrong; the message says how to mend it.</exception>
    public static async Task<PlatformSettings> ReadAsync(Func<string, string?> environment, CancellationToken ct)
    {
        var data = environment("EARSHOT_DATA") is { Length: > 0 } folder ? folder : "var";
        var region = environment("EARSHOT_REGION") is { Length: > 0 } given ? given : "ru";
        var service = KeyServiceSettings.Read(environment);
        var (master, ledger) = await OpenMasterKey.RunAsync(environment("EARSHOT_MASTER_KEY"), data, service, region, ct);
        return new PlatformSettings
        {
            JobLease = ReadSeconds(environment, "EARSHOT_JOB_LEASE", 30),
            RecognitionTime = ReadSeconds(environment, "EARSHOT_RECOGNITION_TIME", 3600),
            SpoolGrace = ReadSeconds(environment, "EARSHOT_SPOOL_GRACE", 600),
            Speech = SpeechSettings.Read(environment),
            Malware = MalwareSettings.Read(environment),
            Model = ModelSettings.Read(environment),
            Fault = environment("EARSHOT_FAULT") is { Length: > 0 } fault ? fault : null,
            Database = environment("EARSHOT_DATABASE") is { Length: > 0 } database
                ? database
                : throw new PlatformSettingsException("EARSHOT_DATABASE is not set. Start with ./earshot up, or give the connection string of a PostgreSQL database that you own."),
            DataFolder = data,
            Region = Regions.Contains(region) ? region : throw new PlatformSettingsException($"EARSHOT_REGION must be one of {string.Join(", ", Regions)}."),
            MaxUploadBytes = ReadMegabytes(environment("EARSHOT_MAX_UPLOAD_MB")),
            MasterKey = master,
            KeyService = service,
            KeyLedger = ledger,
        };
    }

    private static TimeSpan ReadSeconds(Func<string, string?> environment, string name, int usual) => environment(name) is not { Length: > 0 } text
        ? TimeSpan.FromSeconds(usual)
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= 3600
            ? TimeSpan.FromSeconds(seconds)
            : throw new PlatformSettingsException($"{name} must be a whole number of seconds from 1 to 3600.");

    private static long ReadMegabytes(string? text) => string.IsNullOrEmpty(text)
        ? 500L * 1024 * 1024
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var megabytes) && megabytes is > 0 and <= 100_000
            ? megabytes * 1024L * 1024
            : throw new PlatformSettingsException("EARSHOT_MAX_UPLOAD_MB must be a whole number from 1 to 100000.");
}

/// <summary>The installation can't start with these settings; the message says how to mend them.</summary>
public sealed class PlatformSettingsException(string message) : Exception(message);
