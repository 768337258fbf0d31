using Earshot.Integration.Harness;
using Earshot.Platform.Privacy.Controls;
using Npgsql;

namespace Earshot.Integration.Privacy;

/// <summary>Each control is green on a fresh installation and turns red when the system is broken in the way that it forbids.</summary>
public sealed class ControlTests
{
    private const string Organization = "00000000-0000-7000-8000-000000000001";
    private const string Call = "00000000-0000-7000-8000-000000000002";

    private const string InsertCall =
        "insert into calls.calls (organization_id, id, source, direction, started_at, recording_ground, state, received_at, updated_at, audio_bytes, audio_key, customer_phone, priority) "
        + $"values ('{Organization}', '{Call}', 'api', 'inbound', now(), 'consent', 'done', now(), now(), ";

    [Fact]
    public async Task Nothing_is_red_on_a_fresh_installation()
    {
        await using var database = await TestDatabase.CreateAsync();

        var proofs = await new ProveControls(database.Settings, TimeProvider.System).RunAsync(default);

        Assert.DoesNotContain("fail", proofs.Select(proof => proof.Status));
    }

    [Theory]
    [InlineData("tenant-isolation", "alter table calls.receipts disable row level security")]
    [InlineData("application-role", "alter role {role} bypassrls")]
    [InlineData("audio-gone", InsertCall + "null, 'key', null, 0)")]
    [InlineData("deletion-receipts", InsertCall + "100, null, null, 0)")]
    [InlineData("masked-before-analysis", $"insert into calls.analyses (organization_id, call_id, id, result, analyst_version, masker_version, is_current, created_at) values ('{Organization}', '{Call}', '{Call}', '{{}}', '1', '1', true, now())")]
    [InlineData("no-voice-print", "alter table calls.calls add column voice_print bytea")]
    [InlineData("sealed-phones", InsertCall + "null, null, '+70000000001', 0)")]
    [InlineData("audit-append-only", "grant delete on kernel.audit_events to {role}")]
    [InlineData("region-of-organizations", $"insert into accounts.organizations (organization_id, name, region, time_zone, created_at) values ('{Organization}', 'Other', 'eu', 'UTC', now())")]
    [InlineData("egress-in-region", $"insert into kernel.egress_calls (organization_id, id, destination, host, region, purpose, data, is_user_initiated, at, bytes_out, bytes_in, outcome) values ('{Organization}', '{Call}', 'x', 'x', 'us', 'x', '{{audio}}', false, now(), 1, 1, 'answered')")]
    [InlineData("agreement-before-calls", InsertCall + "null, null, null, 0)")]
    [InlineData("recording-ground", InsertCall + "null, null, null, 0); update calls.calls set recording_ground = ''")]
    public async Task A_broken_promise_turns_its_control_red(string control, string sql)
    {
        await using var database = await TestDatabase.CreateAsync();
        await BreakAsync(database, sql);

        var proofs = await new ProveControls(database.Settings, TimeProvider.System).RunAsync(default);

        Assert.Equal("fail", proofs.Single(proof => proof.Control == control).Status);
    }

    [Fact]
    public async Task A_file_in_the_spool_that_belongs_to_nobody_is_seen()
    {
        await using var database = await TestDatabase.CreateAsync();
        Directory.CreateDirectory(database.Settings.SpoolFolder);
        await File.WriteAllBytesAsync(Path.Combine(database.Settings.SpoolFolder, "left.audio"), [1]);

        var proofs = await new ProveControls(database.Settings, TimeProvider.System).RunAsync(default);

        Assert.Equal("fail", proofs.Single(proof => proof.Control == "spool-owned").Status);
    }

    [Fact]
    public async Task A_master_key_that_others_can_read_is_seen()
    {
        await using var database = await TestDatabase.CreateAsync();
        var file = Path.Combine(database.Settings.DataFolder, "master.key");
        await File.WriteAllTextAsync(file, "key");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.OtherRead);

        var proofs = await new ProveControls(database.Settings, TimeProvider.System).RunAsync(default);

        Assert.Equal("fail", proofs.Single(proof => proof.Control == "master-key-private").Status);
    }

    private static async Task BreakAsync(TestDatabase database, string sql)
    {
        await using var owner = new NpgsqlConnection(database.Settings.Database);
        await owner.OpenAsync();
        await using var command = new NpgsqlCommand(sql.Replace("{role}", $"{owner.Database}_app", StringComparison.Ordinal), owner);
        await command.ExecuteNonQueryAsync();
    }
}
