using System.Diagnostics;
using Earshot.Platform;

namespace Earshot.Integration.Harness;

/// <summary>A child process of the server on the database and data folder of a test.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process process;

    private ServerProcess(Process process) => this.process = process;

    public static ServerProcess Start(PlatformSettings settings, string? fault = null, string? engine = null, int recognitionSeconds = 60, int spoolGraceSeconds = 1)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ServerProcess).Assembly.Location]) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["EARSHOT_DATABASE"] = settings.Database;
        start.Environment["EARSHOT_DATA"] = settings.DataFolder;
        start.Environment["EARSHOT_MASTER_KEY"] = Convert.ToBase64String([.. Enumerable.Range(1, 32).Select(i => (byte)i)]);
        start.Environment["EARSHOT_REGION"] = settings.Region;
        start.Environment["EARSHOT_JOB_LEASE"] = "2";
        start.Environment["EARSHOT_SPOOL_GRACE"] = $"{spoolGraceSeconds}";
        start.Environment["EARSHOT_RECOGNITION_TIME"] = $"{recognitionSeconds}";
        start.Environment["EARSHOT_FAULT"] = fault ?? string.Empty;
        start.Environment["SCRIPTED_ENGINE"] = engine ?? string.Empty;
        var started = Process.Start(start) ?? throw new InvalidOperationException("The server did not start.");
        started.OutputDataReceived += (_, _) => { };
        started.ErrorDataReceived += (_, _) => { };
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        return new ServerProcess(started);
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
