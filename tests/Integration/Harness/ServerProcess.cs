using System.Diagnostics;
using Earshot.Platform;

namespace Earshot.Integration.Harness;

/// <summary>A child process of the server on the database and data folder of a test.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process process;

    private readonly string addressFile;

    private ServerProcess(Process process, string addressFile) => (this.process, this.addressFile) = (process, addressFile);

    /// <returns>Where it listens, once it does.</returns>
    public async Task<Uri> AddressAsync()
    {
        await Eventually.HoldsAsync(() => Task.FromResult(File.Exists(addressFile)), "the server listens", 60);
        return new Uri(await File.ReadAllTextAsync(addressFile));
    }

    public static ServerProcess Start(PlatformSettings settings, string? fault = null, string? engine = null, int recognitionSeconds = 60, int spoolGraceSeconds = 1, int? fileLimitKilobytes = null, int leaseSeconds = 2)
    {
        var start = new ProcessStartInfo("bash", ["-c", fileLimitKilobytes is { } limit ? $"trap '' XFSZ; ulimit -f {limit}; exec dotnet \"$0\"" : "exec dotnet \"$0\"", typeof(ServerProcess).Assembly.Location]) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0"; // its memory is a file, too
        start.Environment["EARSHOT_DATABASE"] = settings.Database;
        start.Environment["EARSHOT_DATA"] = settings.DataFolder;
        start.Environment["EARSHOT_MASTER_KEY"] = Convert.ToBase64String([.. Enumerable.Range(1, 32).Select(i => (byte)i)]);
        start.Environment["EARSHOT_REGION"] = settings.Region;
        start.Environment["EARSHOT_JOB_LEASE"] = $"{leaseSeconds}";
        start.Environment["EARSHOT_SPOOL_GRACE"] = $"{spoolGraceSeconds}";
        start.Environment["EARSHOT_RECOGNITION_TIME"] = $"{recognitionSeconds}";
        start.Environment["EARSHOT_FAULT"] = fault ?? string.Empty;
        start.Environment["SCRIPTED_ENGINE"] = engine ?? string.Empty;
        File.Delete(Path.Combine(settings.DataFolder, Program.AddressFile));
        var started = Process.Start(start) ?? throw new InvalidOperationException("The server did not start.");
        started.OutputDataReceived += (_, _) => { };
        started.ErrorDataReceived += (_, _) => { };
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        return new ServerProcess(started, Path.Combine(settings.DataFolder, Program.AddressFile));
    }

    public bool HasEnded => process.HasExited;

    /// <summary>Waits until the process killed itself.</summary>
    public async Task WaitForDeathAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync(patience.Token);
    }

    public void Kill()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }
    }

    public void Dispose()
    {
        Kill();
        process.Dispose();
    }
}
