using Earshot.Integration.Harness;
using Earshot.Platform.Privacy.Controls;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Earshot.Integration.Privacy;

/// <summary>One product for all tests of the class; what a test breaks, it breaks in a transaction that is never committed.</summary>
public sealed class ControlTests(ProvenProduct proven) : IClassFixture<ProvenProduct>
{
    private const string Organization = "00000000-0000-7000-8000-000000000001";
    private const string Call = "00000000-0000-7000-8000-000000000002";

    private const string InsertCall =
        "insert into calls.calls (organization_id, id, source, direction, started_at, recording_ground, state, received_at, updated_at, audio_bytes, audio_key, customer_phone, priority) "
        + $"values ('{Organization}', '{Call}', 'api', 'inbound', now(), 'consent', 'done', now(), now(), ";

    private const string InsertOrganization =
        $"insert into accounts.organizations (organization_id, name, region, time_zone, created_at) values ('{Organization}', 'Other', 'ru', 'UTC', now());";

    private const string InsertUser =
        $"insert into accounts.users (organization_id, id, email, name, role, security_stamp, language, time_zone, created_at, password_hash) values ('{Organization}', '{Call}', '\\x00', '\\x00', 'agent', '1', 'en', 'UTC', now(), 'AQAAAAEAAYagAAAAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==');";

    private const string InsertAnalysis =
        "insert into calls.analyses (organization_id, call_id, id, result, analyst_version, masker_version, is_current, created_at) "
        + $"values ('{Organization}', '{Call}', '{Call}', '{{\"quote\": \"write to vera@example.com\"}}', '1', '1', true, now())";

    private const string InsertConsent =
        $"insert into privacy.consents (organization_id, id, subject_kind, purpose, is_given, text_version, text_hash, way, given_at) values ('{Organization}', '{Call}', 'newsletter', 'newsletter', true, '1', '', 'form', now());";

    private const string InsertLetter =
        $"insert into privacy.letters (organization_id, id, kind, consent_id, recipient, content, created_at) values ('{Organization}', '{Call}', 'marketing', '{Call}', '', '', now())";

    private const string InsertRequest =
        "insert into privacy.requests (organization_id, id, number, way, person, received_at, due_on, first_due_on, calendar, token_hash, kind, state, due_at, stop_due_at, destroy_due_at) "
        + $"values ('{Organization}', '{Call}', 1, 'form', 'p', now(), now(), now(), 'c', 't', ";

    private const string InsertTransfer =
        $"insert into privacy.transfers (organization_id, id, destination, country, created_at) values ('{Organization}', '{Call}', 'x', 'US', now());";

    private const string InsertExchange =
        $"insert into kernel.egress_calls (organization_id, id, destination, host, region, purpose, data, transfer_id, is_user_initiated, at, bytes_out, bytes_in, outcome) values ('{Organization}', '{Call}', 'x', 'x', 'us', 'x', '{{audio}}', '{Call}', false, now(), 1, 1, 'answered')";

    private const string InsertEvent =
        "insert into kernel.audit_events (organization_id, at, id, actor_kind, action, object_kind, purpose) ";

    [Fact]
    public async Task Nothing_is_red_on_a_fresh_installation()
    {
        var proofs = await proven.ProveAsync(AllControls.List);

        Assert.Empty(proofs.Where(proof => proof.Status == ProofStatus.Fail).Select(proof => $"{proof.Control}: {proof.Evidence}"));
    }

    [Fact]
    public async Task Only_what_waits_for_its_part_of_the_product_is_unknown()
    {
        var proofs = await proven.ProveAsync(AllControls.List);

        var awaited = AllControls.List.Where(control => control.Kind is CheckKind.Awaited).Select(control => control.Id).Concat(["backups-recent", "self-test-call", "malware-scan"]); // no backup, no self-test, no scanner yet
        Assert.Equal(awaited.Order(), proofs.Where(proof => proof.Status == ProofStatus.Unknown).Select(proof => proof.Control).Order());
    }

    [Theory]
    [InlineData("tenant-isolation", "alter table calls.receipts disable row level security")]
    [InlineData("tenant-policy", "alter policy tenant on calls.receipts using (true)")]
    [InlineData("application-role", "alter role {role} bypassrls")]
    [InlineData("purposes-apart", "grant create on schema calls to {role}")]
    [InlineData("random-ids", "alter table calls.receipts add column phone text; alter table calls.receipts drop constraint receipts_pkey; alter table calls.receipts add primary key (organization_id, phone)")]
    [InlineData("sealed-phones", InsertCall + "null, null, '+70000000001', 0)")]
    [InlineData("sealed-columns", InsertOrganization + InsertUser)]
    [InlineData("password-hashes", InsertOrganization + InsertUser)]
    [InlineData("wrapped-keys", $"insert into kernel.data_keys values ('{Organization}', '{Call}', 'data', 'plain', 'id', true, now(), null)")]
    [InlineData("backups-have-a-life", "insert into kernel.backups (id, kind, file, started_at) values (gen_random_uuid(), 'backup', 'x', now() - interval '2 years')")]
    [InlineData("outside-sign-in", "alter table accounts.identities add column birth_date date")]
    [InlineData("second-factor-held", InsertOrganization + InsertUser + $"update accounts.organizations set requires_second_factor = true where organization_id = '{Organization}'; insert into accounts.sessions (organization_id, id, user_id, method, second_factor, device, created_at, seen_at) values ('{Organization}', '{Call}', '{Call}', 'password', false, 'x', now() - interval '2 days', now())")]
    [InlineData("audio-gone", InsertCall + "null, 'key', null, 0)")]
    [InlineData("deletion-receipts", InsertCall + "100, null, null, 0)")]
    [InlineData("audio-at-once", $"insert into calls.receipts (organization_id, id, call_id, kind, reason, recognised_at, deleted_at, created_at) values ('{Organization}', '{Call}', '{Call}', 'audio', 'transcribed', now() - interval '1 hour', now(), now())")]
    [InlineData("audio-outside-database", "select lo_create(0)")]
    [InlineData("no-voice-print", "alter table calls.calls add column voice_print bytea")]
    [InlineData("audio-optional", "alter table calls.calls alter column audio_channels set not null")]
    [InlineData("masked-before-analysis", InsertAnalysis)]
    [InlineData("no-identifiers-in-analysis", InsertAnalysis)]
    [InlineData("no-mapping-table", "create table calls.mask_map (placeholder text, plain text)")]
    [InlineData("audit-append-only", "grant delete on kernel.audit_events to {role}")]
    [InlineData("audit-address-device", InsertEvent + $"values ('{Organization}', now(), '{Call}', 'person', 'call.opened', 'call', 'administration')")]
    [InlineData("closed-purposes", InsertEvent + $"values ('{Organization}', now(), '{Call}', 'system', 'call.opened', 'call', 'curiosity')")]
    [InlineData("no-support-access", InsertEvent + $"values ('{Organization}', now(), '{Call}', 'support', 'call.opened', 'call', 'support')")]
    [InlineData("audit-seven-years", "create table kernel.audit_old partition of kernel.audit_events for values from ('2018-01-01') to ('2019-01-01'); " + InsertEvent + $"values ('{Organization}', '2018-05-05', '{Call}', 'system', 'call.opened', 'call', 'security')")]
    [InlineData("sign-ins-logged", InsertOrganization + InsertUser + $"insert into accounts.sessions (organization_id, id, user_id, method, second_factor, device, created_at, seen_at) values ('{Organization}', '{Call}', '{Call}', 'password', false, 'x', now(), now())")]
    [InlineData("columns-labelled", "alter table accounts.users add column shoe_size int")]
    [InlineData("end-of-every-table", "create table accounts.endless (id int)")]
    [InlineData("no-special-categories", "alter table accounts.users add column religion text")]
    [InlineData("no-card-fields", "alter table accounts.users add column card_number text")]
    [InlineData("call-facts", InsertCall + "null, null, null, 0); update calls.calls set direction = 'sideways'")]
    [InlineData("upload-history", $"insert into calls.uploads (organization_id, id, source, state, size, created_at, updated_at) values ('{Organization}', '{Call}', 'somewhere', 'accepted', 1, now(), now())")]
    [InlineData("addresses-sixty-days", "insert into accounts.throttle values ('old', 1, now() - interval '90 days', now() - interval '61 days', now())")]
    [InlineData("raw-text-by-grant", "alter table accounts.users alter column may_see_raw set default true")]
    [InlineData("owners-are-few", InsertOrganization + InsertUser)]
    [InlineData("region-of-organizations", $"insert into accounts.organizations (organization_id, name, region, time_zone, created_at) values ('{Organization}', 'Other', 'eu', 'UTC', now())")]
    [InlineData("region-fixed", "alter table accounts.organizations disable trigger region_is_fixed")]
    [InlineData("egress-in-region", $"insert into kernel.egress_calls (organization_id, id, destination, host, region, purpose, data, is_user_initiated, at, bytes_out, bytes_in, outcome) values ('{Organization}', '{Call}', 'x', 'x', 'us', 'x', '{{audio}}', false, now(), 1, 1, 'answered')")]
    [InlineData("agreement-before-calls", InsertCall + "null, null, null, 0)")]
    [InlineData("technical-only", InsertCall + "null, null, null, 0); " + InsertAnalysis + $"; insert into calls.analysis_settings (organization_id, technical_since) values ('{Organization}', now() - interval '1 day')")]
    [InlineData("recording-ground", InsertCall + "null, null, null, 0); update calls.calls set recording_ground = ''")]
    [InlineData("consent-of-every-account", InsertOrganization + InsertUser)]
    [InlineData("operator-named", "update privacy.operator set responsible = ''")]
    [InlineData("versions-dated", "grant update on privacy.document_versions to {role}")]
    [InlineData("change-delay", "insert into privacy.document_versions select gen_random_uuid(), document, profile, 2, body, hash, clauses_hash, now(), now() + interval '3 days' from privacy.document_versions where number = 1")]
    [InlineData("change-notices", InsertOrganization + InsertUser + "update accounts.users set created_at = now() - interval '2 days'; insert into privacy.document_versions select gen_random_uuid(), document, profile, 2, body, hash, clauses_hash, now() - interval '1 day', now() + interval '30 days' from privacy.document_versions where number = 1")]
    [InlineData("first-use", InsertOrganization + InsertUser + "update accounts.users set last_seen_at = now() + interval '2 hours'")]
    [InlineData("promises-bound", "update privacy.document_versions set body = jsonb_set(body, '{Blocks,3,Controls}', '[]')")]
    [InlineData("marketing-by-consent", InsertConsent + InsertLetter)]
    [InlineData("withdrawal-stops", InsertConsent + "update privacy.consents set withdrawn_at = now(), subject = '\\x01'")]
    [InlineData("unconfirmed-forgotten", InsertConsent + "update privacy.consents set given_at = now() - interval '40 days', subject = '\\x01'")]
    [InlineData("figures-without-people", "alter table privacy.page_visits add column address text")]
    [InlineData("inquiries-one-year", "insert into privacy.inquiries (organization_id, id, name, email, page, consent_id, created_at) values (gen_random_uuid(), gen_random_uuid(), '', '', '/', gen_random_uuid(), now() - interval '13 months')")]
    [InlineData("puzzles-forgotten", "insert into privacy.spent_puzzles values ('x', now() - interval '3 days')")]
    [InlineData("transfers-recorded", InsertTransfer + InsertExchange)]
    [InlineData("allowed-countries", InsertTransfer + InsertExchange)]
    [InlineData("russian-speech", InsertTransfer + InsertExchange)]
    [InlineData("recipients-listed", InsertTransfer + InsertExchange)]
    [InlineData("breach-clocks", "insert into privacy.breaches (id, is_drill, title, happened_from, happened_to, discovered_at) values (gen_random_uuid(), false, 'x', now() - interval '3 days', now() - interval '3 days', now() - interval '2 days')")]
    [InlineData("acceptances-final", "grant update on accounts.acceptances to {role}")]
    [InlineData("nothing-overdue", InsertOrganization + $"insert into calls.idempotency_keys values ('{Organization}', 'k', 'd', '{Call}', now() - interval '32 days')")]
    [InlineData("requests-in-time", InsertRequest + "'access', 'received', now() - interval '1 minute', null, null)")]
    [InlineData("identity-before-data", InsertRequest + "'access', 'answered', now(), null, null)")]
    [InlineData("withdrawal-ends-processing", InsertRequest + "'withdrawal', 'in_work', now(), now() - interval '1 minute', null)")]
    [InlineData("withdrawal-destroys", InsertRequest + "'withdrawal', 'in_work', now(), null, now() - interval '1 minute')")]
    [InlineData("requests-by-role", InsertRequest + "'access', 'received', now() + interval '1 day', null, null); update privacy.requests set about = 'account'")]
    [InlineData("papers-go", InsertRequest + "'access', 'answered', now(), null, null);" + $"update privacy.requests set closed_at = now(); insert into privacy.request_files (organization_id, id, request_id, content, bytes, signature_state, added_at) values ('{Organization}', '{Call}', '{Call}', 'x', 1, 'none', now())")]
    [InlineData("organizations-end-in-time", InsertOrganization + "update accounts.organizations set state = 'closing', closing_at = now() - interval '2 days'")]
    [InlineData("contracts-three-years", $"insert into privacy.contract_records values ('{Organization}', '{Call}', 'x', now() - interval '1200 days')")]
    [InlineData("erasures-signed", $"insert into privacy.receipts values ('{Organization}', '{Call}', 'person', 'x', '{{}}', 'none', 'none', now())")]
    [InlineData("restricted-not-shown", "drop policy restricted on calls.transcripts")]
    [InlineData("assurances-current", "update privacy.assurances set next_due = current_date - 1 where kind = 'penetration_test'")]
    [InlineData("erased-stays-erased", InsertCall + $"null, null, null, 0); insert into privacy.tombstones values ('{Organization}', 'calls.calls', '{Call}', 'calls', now())")]
    public async Task A_broken_promise_turns_its_control_red(string control, string sql)
    {
        var (before, after) = await proven.BreakAsync(control, sql);

        Assert.Equal((ProofStatus.Pass, ProofStatus.Fail), (before.Status, after.Status));
    }

    [Theory]
    [InlineData("backups-recent", "insert into kernel.backups (id, kind, file, started_at, finished_at) values (gen_random_uuid(), 'backup', 'f', now() - interval '{age}', now() - interval '{age}')")]
    [InlineData("self-test-call", "insert into calls.self_tests values (gen_random_uuid(), gen_random_uuid(), 'f', gen_random_uuid(), now() - interval '{age}', now() - interval '{age}', true, 'traced')")]
    public async Task What_was_never_done_is_unknown_and_what_is_long_ago_is_red(string control, string sql)
    {
        var (before, fresh) = await proven.BreakAsync(control, sql.Replace("{age}", "1 hour", StringComparison.Ordinal));
        var (_, old) = await proven.BreakAsync(control, sql.Replace("{age}", "20 days", StringComparison.Ordinal));

        Assert.Equal((ProofStatus.Unknown, ProofStatus.Pass, ProofStatus.Fail), (before.Status, fresh.Status, old.Status));
    }

    [Trait("Canary", "audit-chain")]
    [Fact]
    public async Task A_changed_event_breaks_the_chain()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using (var scope = database.Of(Guid.Parse(Organization)))
        {
            await scope.ServiceProvider.GetRequiredService<Platform.Kernel.Audit.AuditLog>().RecordAsync("call.opened", "call", null, "quality_control", null, null, default);
            await scope.ServiceProvider.GetRequiredService<Platform.Kernel.Database.PlatformDb>().SaveChangesAsync();
        }

        await database.Get<Platform.Kernel.Audit.LinkAudit>().RunAsync(default);
        await database.AskAsync<object>("update kernel.audit_events set action = 'call.closed' returning 1");
        await using var owner = new NpgsqlConnection(database.Settings.Database);
        await owner.OpenAsync();
        var proofs = await new ProveControls(database.Settings, database.Services, TimeProvider.System).RunAsync(owner, [.. AllControls.List.Where(control => control.Id == "audit-chain")], default);

        Assert.Equal(ProofStatus.Fail, proofs.Single().Status);
    }

    [Trait("Canary", "spool-owned")]
    [Fact]
    public async Task A_file_in_the_spool_that_belongs_to_nobody_is_seen()
    {
        var file = Path.Combine(Directory.CreateDirectory(proven.Product.Settings.SpoolFolder).FullName, "left.audio");
        await File.WriteAllBytesAsync(file, [1]);
        File.SetLastWriteTimeUtc(file, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        var proof = await proven.ProveAsync("spool-owned");
        File.Delete(file);

        Assert.Equal(ProofStatus.Fail, proof.Status);
    }

    [Fact]
    public async Task A_control_that_turns_red_is_told_to_the_operator_by_letter()
    {
        var file = Path.Combine(Directory.CreateDirectory(proven.Product.Settings.SpoolFolder).FullName, "alarm.audio");
        var task = proven.Product.App.Services.GetRequiredService<ProveTask>();
        await task.ProveAsync(default);
        await File.WriteAllBytesAsync(file, [1]);
        File.SetLastWriteTimeUtc(file, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        var red = await task.ProveAsync(default);
        File.Delete(file);
        var folder = proven.Product.App.Services.GetRequiredService<Platform.Privacy.Letters.KeepMail>().Folder;

        Assert.Equal(["spool-owned"], red.Select(control => control.Control));
        await Eventually.HoldsAsync(async () => Directory.Exists(folder) && (await Task.WhenAll(Directory.GetFiles(folder, "*.eml").Select(mail => File.ReadAllTextAsync(mail)))).Any(text => text.Contains("/trust#spool-owned", StringComparison.Ordinal)), "the letter is there");
    }

    [Fact]
    public async Task A_control_that_turns_red_is_remembered_and_told_once()
    {
        var keep = new KeepProofs(proven.Product.Settings, TimeProvider.System);
        var at = TimeProvider.System.GetUtcNow();
        Proof Stands(string status, int minute) => new("told-once", ["A01"], "x", status, at.AddMinutes(minute), "evidence");

        var green = await keep.RunAsync([Stands(ProofStatus.Pass, 0)], "command", at, default);
        var red = await keep.RunAsync([Stands(ProofStatus.Fail, 1)], "command", at, default);
        var stillRed = await keep.RunAsync([Stands(ProofStatus.Fail, 2)], "command", at, default);

        Assert.Equal((0, 1, 0), (green.Count, red.Count, stillRed.Count));
    }
}

/// <summary>The real server, and its controls over a connection whose changes nobody else sees.</summary>
public sealed class ProvenProduct : IAsyncLifetime
{
    internal TestProduct Product { get; private set; } = null!; // set before the first test

    public async Task InitializeAsync()
    {
        Product = await TestProduct.StartAsync();
        await using var scope = Product.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Platform.Kernel.Tenancy.TenantContext>().Set(Guid.Empty);
        await scope.ServiceProvider.GetRequiredService<Platform.Privacy.Documents.LoadDemoOperator>().RunAsync(default);
    }

    public async Task DisposeAsync() => await Product.DisposeAsync();

    internal Task<IReadOnlyList<Proof>> ProveAsync(IReadOnlyList<Control> controls) => Product.App.Services.GetRequiredService<ProveControls>() is var prove && controls.Count == AllControls.List.Count
        ? prove.RunAsync(default)
        : OnConnectionAsync(owner => prove.RunAsync(owner, controls, default));

    internal async Task<Proof> ProveAsync(string control) => (await ProveAsync(Named(control))).Single();

    internal Task<(Proof Before, Proof After)> BreakAsync(string control, string sql) => OnConnectionAsync(async owner =>
    {
        var prove = Product.App.Services.GetRequiredService<ProveControls>();
        await using var transaction = await owner.BeginTransactionAsync();
        var before = await prove.RunAsync(owner, Named(control), default);
        await using var command = new NpgsqlCommand(sql.Replace("{role}", $"{owner.Database}_app", StringComparison.Ordinal), owner);
        await command.ExecuteNonQueryAsync();
        var after = await prove.RunAsync(owner, Named(control), default);
        return (before.Single(), after.Single());
    });

    private static Control[] Named(string control) => [AllControls.List.Single(one => one.Id == control)];

    private async Task<T> OnConnectionAsync<T>(Func<NpgsqlConnection, Task<T>> use)
    {
        await using var owner = new NpgsqlConnection(Product.Settings.Database);
        await owner.OpenAsync();
        return await use(owner);
    }
}
