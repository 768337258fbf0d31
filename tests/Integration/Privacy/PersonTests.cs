using System.Text;
using Earshot.Integration.Harness;
using Earshot.Masking;
using Earshot.Platform.Calls;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Privacy;
using Earshot.Platform.Privacy.PersonalData;
using Earshot.Platform.Privacy.Documents;
using Earshot.Platform.Privacy.Receipts;
using Earshot.Platform.Privacy.SubjectRequests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Earshot.Integration.Privacy;

/// <summary>An invented person in every table: found, exported, corrected, frozen, erased, and gone after a restore.</summary>
public sealed class PersonTests
{
    private const string Person = "Вера Соколова";
    private const string Phone = "+7 916 555 01 02";
    private const long ErasedRows = 18;
    private const string Email = "vera@example.com";
    private static readonly Guid Organization = Guid.Parse("00000000-0000-7000-8000-000000000001");
    private static readonly Guid User = Guid.Parse("00000000-0000-7000-8000-000000000002");
    private static readonly Guid Agent = Guid.Parse("00000000-0000-7000-8000-000000000003");
    private static readonly Guid Upload = Guid.Parse("00000000-0000-7000-8000-000000000004");
    private static readonly Guid Case = Guid.Parse("00000000-0000-7000-8000-000000000005");

    private static readonly string[] Everywhere =
    [
        "accounts.acceptances", "accounts.agent_names", "accounts.agents", "accounts.api_keys", "accounts.identities", "accounts.links", "accounts.passkeys", "accounts.sessions",
        "accounts.sign_in_names", "accounts.sign_ins", "accounts.users", "calls.calls", "calls.receipts", "calls.tuning_lines", "calls.uploads", "kernel.audit_events",
        "privacy.consents", "privacy.inquiries", "privacy.letters", "privacy.request_files", "privacy.requests", "scoring.calls",
    ];

    // Tables that are shown with the row that they belong to.
    private static readonly Dictionary<string, string> ShownWith = new()
    {
        ["calls.transcripts"] = "calls.calls",
        ["calls.analyses"] = "calls.calls",
        ["calls.search"] = "calls.calls",
        ["kernel.audit_people"] = "kernel.audit_events",
        ["scoring.words"] = "scoring.calls",
    };

    [Fact]
    public void Every_table_of_the_data_map_with_a_person_in_it_is_planted() =>
        Assert.Empty(Holdings.People(DataMap.Current.Columns).Where(table => !Holdings.Exempt.ContainsKey(table)).Select(table => ShownWith.GetValueOrDefault(table, table)).Except(Everywhere));

    [Fact]
    public async Task Person_is_found_in_every_table_by_name_and_mail_and_phone()
    {
        await using var product = await PlantedAsync();

        var records = await FindAsync(product, Keys(true));

        Assert.Equal(Everywhere, records.Select(record => record.Table).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(2, records.Count(record => record.Table == "calls.calls")); // one by its phone, one because somebody spoke of the person
    }

    [Fact]
    public async Task Phone_alone_finds_the_call_without_opening_a_text()
    {
        await using var product = await PlantedAsync();

        Assert.Equal("phone", Assert.Single(await FindAsync(product, PersonKeys.From("8 (916) 555-01-02", null, null, null, false)!), record => record.Table == "calls.calls").FoundBy);
    }

    [Fact]
    public async Task Nobody_else_is_found()
    {
        await using var product = await PlantedAsync();

        Assert.Empty(await FindAsync(product, PersonKeys.From("+7 999 000 00 00", "boris@example.com", "none", "Борис Примеров", true)!));
    }

    [Fact]
    public async Task Export_holds_what_was_said_and_stored()
    {
        await using var product = await PlantedAsync();
        var records = await FindAsync(product, Keys(true));

        var html = Encoding.UTF8.GetString(ExportPerson.Write(records, "html", "x"));

        Assert.All(new[] { Person, Email, "Соколову спросите", "203.0.113.7" }, value => Assert.Contains(value, html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Correction_reaches_every_table_that_has_the_field()
    {
        await using var product = await PlantedAsync();
        var records = await FindAsync(product, Keys(false));

        await UseAsync<CorrectPerson>(product, correct => correct.RunAsync(records, new Correction("name", "Вера Орлова"), Case, default));

        var corrected = await FindAsync(product, PersonKeys.From(null, null, null, "Орлова", true)!);
        Assert.Equal(["accounts.agents", "accounts.identities", "accounts.users", "calls.calls", "privacy.inquiries"], corrected.Where(record => record.FoundBy == "name").Select(record => record.Table).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Frozen_call_is_kept_and_not_shown()
    {
        await using var product = await PlantedAsync();
        var records = await FindAsync(product, Keys(false));

        await UseAsync<RestrictPerson>(product, restrict => restrict.RunAsync(records, "accuracy", Case, default));
        var seen = await CountCallsAsync(product);
        await UseAsync<RestrictPerson>(product, restrict => restrict.LiftAsync(Case, default));

        Assert.Equal((1, 2, 2L), (seen, await CountCallsAsync(product), await product.AskAsync<long>("select count(*) from calls.calls")));
    }

    [Fact]
    public async Task Nothing_that_is_frozen_is_seen_in_any_table_until_the_last_request_is_lifted()
    {
        await using var product = await PlantedAsync();
        var (other, records) = (Guid.NewGuid(), await FindAsync(product, Keys(true)));

        await UseAsync<RestrictPerson>(product, restrict => restrict.RunAsync(records, "accuracy", Case, default));
        await UseAsync<RestrictPerson>(product, restrict => restrict.RunAsync(records, "claims", other, default));
        await UseAsync<RestrictPerson>(product, restrict => restrict.LiftAsync(Case, default));
        var frozen = await SeenAsync(product);
        await UseAsync<RestrictPerson>(product, restrict => restrict.LiftAsync(other, default));

        Assert.Equal((0, true), (frozen.Values.Sum(), (await SeenAsync(product)).Values.All(rows => rows > 0)));
    }

    [Fact]
    public async Task Nothing_of_the_person_is_in_the_log_of_the_product()
    {
        var log = new KeptLog();
        await using var product = await PlantedAsync(services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Information).AddProvider(log)));
        var records = await FindAsync(product, Keys(true));
        await UseAsync<CorrectPerson>(product, correct => correct.RunAsync(records, new Correction("name", "Вера Орлова"), Case, default));
        await EraseAsync(product);

        Assert.DoesNotContain(log.Lines, line => new[] { "Соколов", "Орлов", "916", Email, "203.0.113.7" }.Any(value => line.Text.Contains(value, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Erased_person_is_found_nowhere_and_the_receipt_says_what_stayed()
    {
        await using var product = await PlantedAsync();

        var erasure = await EraseAsync(product);

        Assert.Equal(["accounts.acceptances", "calls.receipts", "kernel.audit_events", "privacy.consents", "privacy.request_files", "privacy.requests"], await RemainsAsync(product)); // of the file and the consent nothing but that there was one
        var verdict = SignedReceipt.Verify(Encoding.UTF8.GetBytes(await ReadAsync(product, erasure.Receipt)), null);
        Assert.True(verdict.IsGenuine);
        Assert.Equal(["audit", "contract", "receipts", "requests"], verdict.Body?["kept"]?.AsArray().Select(kept => (string?)kept?["hold"]));
        Assert.Equal(0L, await product.AskAsync<long>("select count(*) from kernel.audit_people"));
    }

    [Fact]
    public async Task Audit_chain_is_whole_after_an_erasure()
    {
        await using var product = await PlantedAsync();
        await EraseAsync(product);
        while (await product.Get<LinkAudit>().RunAsync(default) > 0)
        {
        }

        Assert.Null((await product.Get<VerifyAudit>().RunAsync(Organization, default)).Problem);
    }

    [Fact]
    public async Task Erased_person_does_not_come_back_with_a_backup()
    {
        await using var product = await PlantedAsync();
        var tables = Everywhere.Append("calls.transcripts").Append("scoring.reviews").Except(["kernel.audit_events"]).ToArray();
        await product.AskAsync<object>(string.Concat(tables.Select((table, i) => $"create table public.then_{i} as select * from {table};")));
        await EraseAsync(product);
        await product.AskAsync<object>("set session_replication_role = replica; delete from privacy.tombstones;" + string.Concat(tables.Select((table, i) => $"delete from {table}; insert into {table} select * from public.then_{i};")));

        await product.Get<ReplayTombstones>().RunAsync(default);

        Assert.Equal(["accounts.acceptances", "calls.receipts", "kernel.audit_events", "privacy.consents", "privacy.request_files", "privacy.requests"], await RemainsAsync(product));
        Assert.Equal(0L, await product.AskAsync<long>("select (select count(*) from accounts.users) + (select count(*) from calls.calls) + (select count(*) from calls.transcripts) + (select count(*) from scoring.calls)"));
        Assert.Equal(ErasedRows, await product.AskAsync<long>("select count(*) from privacy.tombstones")); // they are known again
    }

    private static PersonKeys Keys(bool readsTexts) => PersonKeys.From(Phone, Email, null, Person, readsTexts) ?? throw new InvalidOperationException("No keys.");

    private static async Task<IReadOnlyList<HeldRecord>> FindAsync(TestDatabase product, PersonKeys who) =>
        await UseAsync<FindPerson, IReadOnlyList<HeldRecord>>(product, find => find.RunAsync(who, Case, default));

    private static async Task<PersonErasure> EraseAsync(TestDatabase product)
    {
        var records = await FindAsync(product, Keys(true));
        return await UseAsync<ErasePerson, PersonErasure>(product, erase => erase.RunAsync(records, Case, default));
    }

    // By the ids that were known before, so that an emptied row would be seen as well.
    private static async Task<List<string>> RemainsAsync(TestDatabase product)
    {
        var byKeys = await FindAsync(product, Keys(true));
        var byUser = (await FindAsync(product, new PersonKeys(null, null, "x", null, false, [User]))).Where(record => record.Fields.All(field => field.Value != "–")); // emptied rows
        var receipts = await product.AskAsync<long>("select count(*) from calls.receipts");
        return [.. byKeys.Concat(byUser).Select(record => record.Table).Append(receipts > 0 ? "calls.receipts" : "").Distinct().Order(StringComparer.Ordinal)];
    }

    private static async Task<string> ReadAsync(TestDatabase product, Guid receipt) =>
        (await UseAsync<ListErasureReceipts, Platform.Kernel.Result<string>>(product, list => list.ReadAsync(receipt, default))).Value;

    private static async Task<int> CountCallsAsync(TestDatabase product)
    {
        await using var scope = product.Of(Organization);
        return scope.ServiceProvider.GetRequiredService<PlatformDb>().Set<Call>().Count();
    }

    private static async Task<TResult> UseAsync<T, TResult>(TestDatabase product, Func<T, Task<TResult>> use)
        where T : notnull
    {
        await using var scope = product.Of(Organization);
        return await use(scope.ServiceProvider.GetRequiredService<T>());
    }

    private static Task<int> UseAsync<T>(TestDatabase product, Func<T, Task<int>> use)
        where T : notnull => UseAsync<T, int>(product, use);

    // As the product itself sees them: through the role of the product, with nothing shown.
    private static async Task<Dictionary<string, int>> SeenAsync(TestDatabase product)
    {
        await using var scope = product.Of(Organization);
        var database = scope.ServiceProvider.GetRequiredService<PlatformDb>().Database;
        var seen = new Dictionary<string, int>();
        foreach (var table in RestrictedTables.Hidden.Except(["calls.analyses", "calls.search", "scoring.scores", "scoring.appeals", "scoring.model_uses"])) // not planted
        {
            await using var command = database.GetDbConnection().CreateCommand();
            await database.OpenConnectionAsync();
            command.CommandText = $"select count(*)::int from {table}";
            seen[table] = (int)(await command.ExecuteScalarAsync() ?? 0);
        }

        return seen;
    }

    private static async Task<TestDatabase> PlantedAsync(Action<IServiceCollection>? also = null)
    {
        var product = await TestDatabase.CreateAsync(services =>
        {
            services.AddScoped<IPersonalDataHolder, Platform.Scoring.PersonalData.ScoringHolder>();
            also?.Invoke(services);
        });
        await product.AskAsync<object>($"insert into accounts.organizations (organization_id, name, region, time_zone, created_at) values ('{Organization}', 'Example', 'ru', 'UTC', now())");
        await PlantAccountAsync(product);
        var call = await PlantCallAsync(product, Invented.Details with { CustomerPhone = Phone, CustomerName = Person }, "Здравствуйте");
        await PlantCallAsync(product, Invented.Details, "Соколову спросите, Веру, она знает");
        await PlantSealedAsync(product, "calls.uploads", "file_name", "calls.uploads.file_name", Upload, $"{Person}.wav", $"organization_id, id, call_id, source, state, size, created_at, updated_at) values ('{Organization}', '{Upload}', '{call}', 'ui', 'accepted', 1, now(), now()");
        await PlantSealedAsync(product, "calls.tuning_lines", "words", "calls.tuning_lines.words", Upload, Person, $"organization_id, id, list, words, since_version) values ('{Organization}', '{Upload}', 'deny', '', 1");
        await product.AskAsync<object>($"insert into calls.receipts (organization_id, id, call_id, kind, reason, deleted_at, created_at) values ('{Organization}', '{Upload}', '{call}', 'audio', 'transcribed', now(), now())");
        await PlantScoringAsync(product, call);
        await PlantPrivacyAsync(product);
        await ActAsync(product);
        return product;
    }

    private static async Task PlantAccountAsync(TestDatabase product)
    {
        await PlantSealedAsync(product, "accounts.users", "email", "users.email", User, Email, $"organization_id, id, email, name, role, security_stamp, language, time_zone, created_at) values ('{Organization}', '{User}', '', '', 'agent', 's', 'ru', 'UTC', now()");
        await SealAsync(product, "accounts.users", "name", "users.name", "id", User, Person);
        await SealAsync(product, "accounts.users", "phone", "users.phone", "id", User, Phone);
        await PlantSealedAsync(product, "accounts.sessions", "address", "sessions.address", User, "203.0.113.7", $"organization_id, id, user_id, method, second_factor, device, created_at, seen_at) values ('{Organization}', '{User}', '{User}', 'password', false, 'Firefox', now(), now()");
        await PlantSealedAsync(product, "accounts.sign_ins", "address", "sign_ins.address", User, "203.0.113.7", $"organization_id, id, user_id, at, method, outcome, device) values ('{Organization}', '{User}', '{User}', now(), 'password', 'signed_in', 'Firefox'");
        await PlantSealedAsync(product, "accounts.links", "email", "links.email", User, Email, $"organization_id, id, purpose, token_hash, role, created_at, expires_at) values ('{Organization}', '{User}', 'invitation', 't', 'agent', now(), now()");
        await PlantSealedAsync(product, "accounts.agents", "name", "agents.name", Agent, Person, $"organization_id, id, name, created_at) values ('{Organization}', '{Agent}', '', now()");
        await product.AskAsync<object>(
            $"""
            insert into accounts.sign_in_names values ('index', '{Organization}', '{User}');
            insert into accounts.passkeys (organization_id, credential_id, user_id, details, created_at) values ('{Organization}', 'c', '{User}', 'd', now());
            insert into accounts.acceptances values ('{Organization}', '{User}', '{User}', 'terms', '1', 'h', 'registration', now());
            insert into accounts.api_keys (organization_id, id, name, prefix, secret_hash, scopes, created_by, created_at) values ('{Organization}', '{User}', 'Key of Vera', 'e', 'h', '{"{}"}', '{User}', now());
            insert into accounts.agent_names values ('{Organization}', 'name', 'index', '', '{Agent}');
            """);
        await SealAsync(product, "accounts.agent_names", "value", "agent_names.value", "agent_id", Agent, Person);
    }

    private static Task<object?> PlantScoringAsync(TestDatabase product, Guid call) => product.AskAsync<object>(
        $"""
        insert into scoring.calls (organization_id, call_id, started_at, language, words, facts, masker_version, analyst_version) values ('{Organization}', '{call}', now(), 'ru', '', '', '1', '1');
        insert into scoring.reviews (organization_id, id, version_no, call_id, reviewer_id, answers, failed, reason, is_override, created_at) values ('{Organization}', '{call}', 1, '{call}', '{User}', 'y', false, 'polite', false, now());
        """);

    private static async Task PlantPrivacyAsync(TestDatabase product)
    {
        await PlantSealedAsync(product, "privacy.letters", "recipient", "letters.recipient", User, Email, $"organization_id, id, kind, recipient, content, created_at) values ('{Organization}', '{User}', 'service', '', '', now()");
        await SealAsync(product, "privacy.letters", "content", "letters.content", "id", User, "A letter");
        await PlantSealedAsync(product, "privacy.consents", "subject", "consents.subject", User, Email, $"organization_id, id, subject_kind, purpose, is_given, text_version, text_hash, way, given_at) values ('{Organization}', '{User}', 'newsletter', 'newsletter', true, '1', '', 'form', now()");
        await PlantSealedAsync(product, "privacy.inquiries", "email", "inquiries.email", User, Email, $"organization_id, id, name, email, page, consent_id, created_at) values ('{Organization}', '{User}', '', '', '/', '{User}', now()");
        await SealAsync(product, "privacy.inquiries", "name", "inquiries.name", "id", User, Person);
        await PlantSealedAsync(product, "accounts.identities", "username", "identities.username", User, Person, $"subject_index, organization_id, user_id, provider, id, subject, linked_at) values ('i', '{Organization}', '{User}', 'example', '{User}', '', now()");
        await SealAsync(product, "accounts.identities", "subject", "identities.subject", "id", User, "subject 17");
        await UseAsync<KeepRequestFiles, Platform.Kernel.Result<SignatureVerdict>>(product, async files =>
        {
            var asked = await UseAsync<ReceiveRequest, Platform.Kernel.Result<ReceivedRequest>>(product, receive => receive.RunAsync(new NewRequest("access", "desk", new RequestPerson(Person, Phone, Email, null), null, null), default));
            return await files.AddAsync(asked.Value.Id, $"{Person}.pdf", [1, 2, 3], null, default);
        });
    }

    private static async Task<Guid> PlantCallAsync(TestDatabase product, NewCall details, string says)
    {
        await using var scope = product.Of(Organization);
        var call = await scope.ServiceProvider.GetRequiredService<ReceiveCall>().WithTranscriptAsync(details, new Conversation("ru", [new Turn("customer", says)]), "json", default);
        await scope.ServiceProvider.GetRequiredService<PlatformDb>().SaveChangesAsync();
        await product.AskAsync<object>("update calls.calls set state = 'done'");
        return call.Id;
    }

    // The person signs in: address and device stand in the audit log.
    private static async Task ActAsync(TestDatabase product)
    {
        await using var scope = product.Of(Organization);
        scope.ServiceProvider.GetRequiredService<AuditActor>().Set(AuditActor.Person, User, "203.0.113.7", "Firefox");
        await scope.ServiceProvider.GetRequiredService<AuditLog>().RecordAsync("session.opened", "session", User, "security", null, null, default);
        await scope.ServiceProvider.GetRequiredService<PlatformDb>().SaveChangesAsync();
    }

    private static async Task PlantSealedAsync(TestDatabase product, string table, string column, string purpose, Guid id, string value, string insert)
    {
        await product.AskAsync<object>($"insert into {table} ({insert})");
        await SealAsync(product, table, column, purpose, "id", id, value);
    }

    private static async Task SealAsync(TestDatabase product, string table, string column, string purpose, string idColumn, Guid id, string value)
    {
        var bytes = await product.Get<TenantCipher>().SealAsync(Organization, purpose, id, value, default);
        await product.AskAsync<object>($"update {table} set {column} = '\\x{Convert.ToHexString(bytes)}' where {idColumn} = '{id}'");
    }
}
