using System.Text;
using Earshot.Integration.Harness;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Privacy;
using Earshot.Platform.Privacy.Receipts;
using Earshot.Platform.Privacy.Retention;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Earshot.Integration.Privacy;

/// <summary>Each timer that has data, driven by a clock that the test sets: the day before nothing goes, on the day it goes.</summary>
public sealed class RetentionTests
{
    private const string Organization = "00000000-0000-7000-8000-000000000001";
    private const string Row = "00000000-0000-7000-8000-000000000002";
    private const string Starts = "2025-12-25 09:00+00";
    private static readonly DateTimeOffset Started = new(2025, 12, 25, 9, 0, 0, TimeSpan.Zero);

    private const string Tenant = $"insert into accounts.organizations (organization_id, name, region, time_zone, created_at) values ('{Organization}', 'Example', 'ru', 'UTC', '{Starts}');";

    private const string Call = Tenant
        + $"insert into calls.calls (organization_id, id, source, direction, started_at, recording_ground, state, received_at, updated_at, priority, score) values ('{Organization}', '{Row}', 'api', 'inbound', '{Starts}', 'consent', 'done', '{Starts}', '{Starts}', 0, 50);"
        + $"insert into calls.transcripts (organization_id, call_id, masked, raw, created_at) values ('{Organization}', '{Row}', 'text', 'text', '{Starts}');"
        + $"insert into calls.analyses (organization_id, call_id, id, result, analyst_version, masker_version, is_current, created_at) values ('{Organization}', '{Row}', '{Row}', '{{}}', '1', '1', true, '{Starts}');"
        + $"insert into calls.search (organization_id, call_id, started_at, words) values ('{Organization}', '{Row}', '{Starts}', 'word');";

    private const string User = Tenant
        + $"insert into accounts.users (organization_id, id, email, name, role, security_stamp, language, time_zone, created_at, last_seen_at) values ('{Organization}', '{Row}', 'mail', 'name', 'agent', 's', 'en', 'UTC', '{Starts}', '{Starts}');";

    private const string SignIn = User
        + $"insert into accounts.sign_ins (organization_id, id, user_id, at, method, outcome, device, address) values ('{Organization}', '{Row}', '{Row}', '{Starts}', 'password', 'signed_in', 'Firefox', 'address');";

    [Trait("Timer", "audio")]
    [Trait("Timer", "content")]
    [Trait("Timer", "account")]
    [Trait("Timer", "inactive-user")]
    [Trait("Timer", "anti-abuse")]
    [Trait("Timer", "inquiry")]
    [Theory]
    [InlineData("audio, at once", Call + "update calls.calls set audio_key = 'key'", "select count(*) from calls.calls where audio_key is not null", 0)]
    [InlineData("transcripts", Call, "select count(*) from calls.transcripts", 365)]
    [InlineData("analyses", Call, "select count(*) from calls.analyses", 365)]
    [InlineData("search words", Call, "select count(*) from calls.search", 365)]
    [InlineData("scores", Call, "select count(*) from calls.calls where score is not null", 365)]
    [InlineData("transcripts, own period", Call + "update accounts.organizations set retention_months = 1", "select count(*) from calls.transcripts", 31)]
    [InlineData("unmasked text, own period", Call + $"insert into privacy.retention_settings values ('{Organization}', 'calls.raw', 7, null, now())", "select count(*) from calls.transcripts where raw is not null", 7)]
    [InlineData("unmasked text, not kept", Call + "update accounts.organizations set keeps_raw_transcript = false", "select count(*) from calls.transcripts where raw is not null", 0)]
    [InlineData("uploads", Tenant + $"insert into calls.uploads (organization_id, id, source, state, size, created_at, updated_at) values ('{Organization}', '{Row}', 'ui', 'accepted', 1, '{Starts}', '{Starts}')", "select count(*) from calls.uploads", 365)]
    [InlineData("repeated requests", Tenant + $"insert into calls.idempotency_keys values ('{Organization}', 'key', 'd', '{Row}', '{Starts}')", "select count(*) from calls.idempotency_keys", 30)]
    [InlineData("closed account", User + $"update accounts.users set state = 'deactivated', deactivated_at = '{Starts}'", "select count(*) from accounts.users", 30)]
    [InlineData("inactive account", User, "select count(*) from accounts.users", 1826)]
    [InlineData("addresses of sign-ins", SignIn, "select count(*) from accounts.sign_ins where address is not null", 60)]
    [InlineData("history of sign-ins", SignIn, "select count(*) from accounts.sign_ins", 365)]
    [InlineData("counters against guessing", Tenant + $"insert into accounts.throttle values ('key', 1, '{Starts}', '{Starts}', '{Starts}')", "select count(*) from accounts.throttle", 60)]
    [InlineData("inquiries over New Year", "insert into privacy.inquiries (organization_id, id, name, email, page, consent_id, created_at) values ('00000000-0000-0000-0000-000000000000', gen_random_uuid(), '', '', '/', gen_random_uuid(), '2025-12-25 09:00+00')", "select count(*) from privacy.inquiries", 365)]
    [InlineData("letters", "insert into privacy.letters (organization_id, id, kind, recipient, content, created_at) values ('00000000-0000-0000-0000-000000000000', gen_random_uuid(), 'service', '', '', '2025-12-25 09:00+00')", "select count(*) from privacy.letters", 30)]
    [InlineData("unconfirmed addresses", "insert into privacy.consents (organization_id, id, subject_kind, subject, purpose, is_given, text_version, text_hash, way, given_at) values ('00000000-0000-0000-0000-000000000000', gen_random_uuid(), 'newsletter', 'x', 'newsletter', true, '1', '', 'form', '2025-12-25 09:00+00')", "select count(*) from privacy.consents where subject is not null", 30)]
    [InlineData("invitations", Tenant + $"insert into accounts.links (organization_id, id, purpose, token_hash, role, created_at, expires_at) values ('{Organization}', '{Row}', 'invitation', 't', 'agent', '{Starts}', '{Starts}')", "select count(*) from accounts.links", 30)]
    public async Task Data_goes_on_its_day_and_not_before(string what, string plant, string left, int days)
    {
        var clock = new SetClock(Started.AddDays(days).AddMinutes(-1));
        await using var product = await PlantedAsync(plant, clock);
        await SweepAsync(product);
        var before = await product.AskAsync<long>(left);
        clock.Now = Started.AddDays(days);

        await SweepAsync(product);

        Assert.Equal((1L, 0L), (days == 0 ? 1L : before, await product.AskAsync<long>(left)));
        Assert.NotEmpty(what);
    }

    [Trait("Timer", "audit")]
    [Fact]
    public async Task Audit_log_ends_after_seven_years_and_what_is_left_verifies()
    {
        var clock = new SetClock(new DateTimeOffset(2032, 12, 25, 8, 59, 0, TimeSpan.Zero));
        await using var product = await PlantedAsync(Tenant + Event(1, "2025-12-25 09:00+00") + Event(2, "2026-01-25 09:00+00") + "select kernel.link_audit(100)", clock);
        await SweepAsync(product);
        var before = await product.AskAsync<long>("select count(*) from kernel.audit_events");
        clock.Now = clock.Now.AddMinutes(1);

        await SweepAsync(product);

        Assert.Equal((2L, 1L), (before, await product.AskAsync<long>("select count(*) from kernel.audit_events")));
        await using var owner = NpgsqlDataSource.Create(product.Settings.Database);
        Assert.Null((await new VerifyAudit(owner, product.Settings.MasterKey).RunAsync(Guid.Parse(Organization), default)).Problem);
    }

    [Fact]
    public async Task Erasure_leaves_a_receipt_that_verifies()
    {
        await using var product = await PlantedAsync(Call, new SetClock(Started.AddYears(1)));

        await SweepAsync(product);

        var file = await ReadReceiptAsync(product);
        var verdict = SignedReceipt.Verify(Encoding.UTF8.GetBytes(file), null);
        Assert.Equal((null, "calls.content", "P12M", 4L), (verdict.Problem, (string?)verdict.Body?["subject"], (string?)verdict.Body?["limit"], (long?)verdict.Body?["rows"]));
    }

    [Fact]
    public async Task Many_rows_go_in_batches_each_with_its_receipt()
    {
        const string many = Tenant + $"insert into calls.idempotency_keys select '{Organization}', n::text, 'd', '{Row}', '{Starts}' from generate_series(1, 2500) n";
        await using var product = await PlantedAsync(many, new SetClock(Started.AddDays(30)));

        await SweepAsync(product);

        Assert.Equal("1000 1000 500", await product.AskAsync<string>("select string_agg(body::json ->> 'rows', ' ' order by (body::json ->> 'rows')::int desc) from privacy.receipts"));
    }

    [Theory]
    [InlineData("calls.content", 24, null)]
    [InlineData("calls.content", 121, "retention_out_of_bounds")]
    [InlineData("calls.uploads", 0, "retention_out_of_bounds")]
    [InlineData("accounts.sign_in_addresses", 90, "retention_not_changeable")]
    [InlineData("nothing", 1, "retention_not_changeable")]
    public async Task Organization_sets_its_own_period_inside_the_bounds(string set, int amount, string? failure)
    {
        await using var product = await PlantedAsync(Tenant, new SetClock(Started));
        await using var scope = product.Of(Guid.Parse(Organization));

        var answer = await scope.ServiceProvider.GetRequiredService<SetPeriod>().RunAsync(set, amount, default);

        Assert.Equal(failure, answer.Failure?.Code);
        var line = (await scope.ServiceProvider.GetRequiredService<ListRetention>().RunAsync(default)).SingleOrDefault(row => row.Set.Id == set);
        Assert.Equal(failure is null, line?.Period?.Amount == amount);
    }

    private static string Event(int number, string at) =>
        $"insert into kernel.audit_events (organization_id, at, id, actor_kind, action, object_kind, purpose) values ('{Organization}', '{at}', '00000000-0000-7000-8000-00000000000{number}', 'system', 'call.opened', 'call', 'test');";

    private static async Task<TestDatabase> PlantedAsync(string sql, SetClock clock)
    {
        var product = await TestDatabase.CreateAsync(services => services.AddSingleton<TimeProvider>(clock));
        await product.AskAsync<object>("create table kernel.audit_events_later partition of kernel.audit_events for values from ('2029-01-01') to ('2040-01-01')");
        await product.AskAsync<object>(sql);
        return product;
    }

    private static Task SweepAsync(TestDatabase product) => product.Get<SweepOverdue>().RunAsync(default);

    private static async Task<string> ReadReceiptAsync(TestDatabase product)
    {
        await using var scope = product.Of(Guid.Parse(Organization));
        var list = scope.ServiceProvider.GetRequiredService<ListErasureReceipts>();
        return (await list.ReadAsync((await list.RunAsync(default)).Single(line => line.Subject == "calls.content").Id, default)).Value;
    }
}
