using System.Diagnostics;
using Npgsql;

namespace Earshot.Integration.Harness;

/// <summary>A PostgreSQL of one test, which it may kill, stop for a while and start again. Survives its own death, not the machine's.</summary>
internal sealed class OwnPostgres : IAsyncDisposable
{
    private readonly string folder = $"/tmp/earshot-own-{Guid.NewGuid():n}"[..26];

    private OwnPostgres()
    {
    }

    public string Database => $"Host={folder};Username=postgres;Database=postgres;Include Error Detail=true;Timeout=5";

    public static async Task<OwnPostgres> StartAsync()
    {
        var own = new OwnPostgres();
        Directory.CreateDirectory(own.folder);
        await own.RunAsync("""
            if [ "$(id -u)" = 0 ]; then chown postgres:postgres "$folder"; fi
            cd "$folder" && $as "$bin/initdb" -D data -U postgres --auth=trust --no-sync -E UTF8 --locale=C.UTF-8 >log 2>&1
            """);
        await own.UpAsync();
        return own;
    }

    /// <summary>Returns once it answers, after recovery where that is needed.</summary>
    public Task UpAsync() => RunAsync("""
        cd "$folder" && $as "$bin/pg_ctl" -D data -l server.log -w -t 60 -o "-k $folder -c listen_addresses= -c fsync=off -c max_connections=200 -c shared_buffers=32MB -c log_min_messages=fatal" start >/dev/null </dev/null
        """);

    /// <summary>As the kernel does when memory runs out: at once, with all that was not written.</summary>
    public Task KillAsync() => RunAsync("""
        server=$(head -1 "$folder/data/postmaster.pid"); children=$(cat /proc/$server/task/$server/children)
        kill -9 $server $children 2>/dev/null
        for i in $(seq 200); do
          alive=; for pid in $server $children; do grep -qs '^State:[[:space:]]*[^ZX]' /proc/$pid/status && alive=1; done
          [ "$alive" ] || break; sleep 0.02
        done
        rm -f "$folder/data/postmaster.pid" "$folder"/.s.PGSQL.*; true
        """);

    /// <summary>Connections stay open and nobody answers.</summary>
    public Task PauseAsync() => SignalAsync("STOP");

    public Task ResumeAsync() => SignalAsync("CONT");

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await RunAsync("""
            cd /; $as "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1; rm -rf "$folder"; true
            """);
    }

    private Task SignalAsync(string signal) => RunAsync($"""
        server=$(head -1 "$folder/data/postmaster.pid"); kill -{signal} $server $(cat /proc/$server/task/$server/children); true
        """);

    private async Task RunAsync(string script)
    {
        var start = new ProcessStartInfo("bash", ["-c", $"{Preamble}\n{script}", "postgres", folder]) { UseShellExecute = false };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("bash did not start.");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        await process.WaitForExitAsync(patience.Token);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"The script of a test's own PostgreSQL ended with {process.ExitCode}: {script}");
        }
    }

    // PostgreSQL refuses to run as root.
    private const string Preamble = """
        folder=$1; bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1); as=
        if [ "$(id -u)" = 0 ]; then as='setpriv --reuid=postgres --regid=postgres --clear-groups'; fi
        """;
}
