using System.Diagnostics;
using Npgsql;

namespace Earshot.Integration.Harness;

/// <summary>
/// A private PostgreSQL of one test run: own folder, unix socket only, no durability. Test classes run in parallel on it, each with
/// databases of its own (<see cref="NewDatabaseAsync"/>). A watchdog ends the server and removes the folder when the test
/// process ends, however it ends.
/// </summary>
public sealed class PostgresCluster
{
    private static readonly Lazy<Task<PostgresCluster>> Shared = new(StartAsync);

    private readonly string folder = $"/tmp/earshot-test-{Guid.NewGuid():n}"[..28];
    private int databases;

    // Held for good: its finalizer would close standard input, and with it the server.
    private Process? keeper;

    private PostgresCluster()
    {
    }

    public static Task<PostgresCluster> GetAsync() => Shared.Value;

    public string AdminConnection => $"Host={folder};Username=postgres;Database=postgres;Pooling=false";

    /// <returns>Connection string of the owner of a fresh, empty database.</returns>
    public async Task<string> NewDatabaseAsync()
    {
        var name = $"t{Interlocked.Increment(ref databases)}_{Guid.NewGuid():n}"[..16];
        await RunAsync($"create role {name} login superuser");
        await RunAsync($"create database {name} owner {name}");
        return $"Host={folder};Username={name};Database={name};Include Error Detail=true";
    }

    private async Task RunAsync(string sql)
    {
        await using var admin = new NpgsqlConnection(AdminConnection);
        await admin.OpenAsync();
        await using var command = new NpgsqlCommand(sql, admin);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<PostgresCluster> StartAsync()
    {
        var cluster = new PostgresCluster();
        Directory.CreateDirectory(cluster.folder);
        var start = new ProcessStartInfo("bash", ["-c", Script, "postgres", cluster.folder]) { RedirectStandardInput = true, UseShellExecute = false };
        cluster.keeper = Process.Start(start) ?? throw new InvalidOperationException("bash did not start.");
        await cluster.WaitAsync();
        return cluster;
    }

    // Standard input stays open as long as the test process lives. PostgreSQL refuses to run as root.
    private const string Script = """
        folder=$1; bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1); as=
        if [ "$(id -u)" = 0 ]; then chown postgres:postgres "$folder"; as='setpriv --reuid=postgres --regid=postgres --clear-groups'; fi
        cd "$folder" || exit 1
        $as "$bin/initdb" -D data -U postgres --auth=trust --no-sync -E UTF8 --locale=C.UTF-8 >log 2>&1 || { cat log >&2; exit 1; }
        $as "$bin/postgres" -D data -k "$folder" -c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
          -c max_connections=1000 -c shared_buffers=128MB -c log_min_messages=fatal >>log 2>&1 </dev/null &
        server=$!
        cat >/dev/null
        if [ -n "${EARSHOT_TEST_EGRESS:-}" ]; then # what the guard wrote down in all databases of the run
          ask() { "$bin/psql" -h "$folder" -U postgres -d "$1" -AtF ' ' -c "$2" 2>/dev/null; }
          for name in $(ask postgres "select datname from pg_database where datname ~ '^t[0-9]+_'"); do
            ask "$name" "select destination, region, outcome from kernel.egress_calls"
          done | sed 's/[0-9a-f]\{8\}-[0-9a-f-]\{27\}/…/' | sort | uniq -c >"$EARSHOT_TEST_EGRESS"; touch "$EARSHOT_TEST_EGRESS.done"
        fi
        kill -INT $server; wait $server; cd /; rm -rf "$folder"
        """;

    private async Task WaitAsync()
    {
        for (var attempt = 0; attempt < 600; attempt++)
        {
            try
            {
                await RunAsync("select 1");
                return;
            }
            catch (NpgsqlException)
            {
                await Task.Delay(50);
            }
        }

        throw new InvalidOperationException("PostgreSQL did not start. Install it with: apt-get install postgresql");
    }
}
