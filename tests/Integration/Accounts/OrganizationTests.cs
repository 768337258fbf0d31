using System.Net;
using Earshot.Integration.Harness;
using Earshot.Platform.Accounts;
using Earshot.Platform.Accounts.Agreements;
using Earshot.Platform.Accounts.Organizations;
using Earshot.Platform.Accounts.People;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Earshot.Integration.Accounts;

public sealed class OrganizationTests
{
    [Fact]
    public async Task Calls_can_not_come_in_before_the_agreement_is_accepted_and_a_ground_is_given()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);

        Assert.Equal("dpa_required", await GateAsync(product, "consent"));
        using var accepted = await owner.PostAsync("/api/accounts/agreement", new { version = Agreement.DataProcessing.Version });
        Assert.Equal(HttpStatusCode.NoContent, accepted.StatusCode);
        Assert.Equal("recording_ground_required", await GateAsync(product, null));
        Assert.Equal("bad_recording_ground", await GateAsync(product, "because"));
        Assert.Null(await GateAsync(product, "consent"));
    }

    [Fact]
    public async Task The_default_ground_of_the_organization_serves_calls_that_name_none()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);
        (await owner.PostAsync("/api/accounts/agreement", new { version = Agreement.DataProcessing.Version })).Dispose();

        using var saved = await owner.PutAsync("/api/accounts/organization", Settings(ground: "contract"));

        Assert.Equal(HttpStatusCode.NoContent, saved.StatusCode);
        Assert.Null(await GateAsync(product, null));
    }

    [Theory]
    [InlineData(0, "contract", "ru", "bad_retention")]
    [InlineData(121, "contract", "ru", "bad_retention")]
    [InlineData(12, "because", "ru", "bad_recording_ground")]
    [InlineData(12, "contract", "russian", "bad_call_language")]
    public async Task Bad_settings_are_refused_by_name(int months, string ground, string language, string code)
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);

        using var answer = await owner.PutAsync("/api/accounts/organization", Settings(months, ground, language));

        Assert.Equal(code, await People.CodeAsync(answer));
    }

    [Fact]
    public async Task Transcripts_are_kept_twelve_months_unless_told_otherwise()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);

        Assert.Equal(12, (await owner.ReadAsync("/api/accounts/organization")).GetProperty("retentionMonths").GetInt32());
    }

    [Fact]
    public async Task The_region_can_not_be_changed_even_by_the_database()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);
        await using var connection = new NpgsqlConnection(product.App.Services.GetRequiredService<DatabaseSettings>().OwnerConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("update accounts.organizations set region = 'eu'", connection);

        await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
    }

    [Fact]
    public async Task Registration_is_closed_unless_the_installation_opens_it()
    {
        await using var product = await TestProduct.StartAsync();
        using var browser = new Browser(product);

        using var answer = await browser.PostAsync("/api/accounts/register", new { organization = "Third", region = "ru", person = People.Person("owner@third.example") });

        Assert.Equal("registration_closed", await People.CodeAsync(answer));
    }

    [Fact]
    public async Task An_organization_of_another_region_is_sent_to_its_own_cell()
    {
        await using var product = await TestProduct.StartAsync();
        await using var scope = product.App.Services.CreateAsyncScope();
        var register = ActivatorUtilities.CreateInstance<RegisterOrganization>(scope.ServiceProvider, new AccountOptions { OpenRegistration = true });
        var person = new NewPerson("Boris Sample", "owner@third.example", null, People.Password, "en", "Europe/Berlin", Accepts: true);

        var answer = await register.RunAsync(new RegisterOrganizationRequest("Third", "eu", person), default);

        Assert.Equal("other_region", answer.Failure?.Code);
    }

    [Fact]
    public async Task One_e_mail_is_one_person_over_all_organizations()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product, "vera@first.example");
        using var other = await People.OtherOwnerAsync(product);
        using var guest = new Browser(product);

        using var joined = await guest.PostAsync("/api/accounts/join", new { token = await People.InviteAsync(other, "agent"), person = People.Person("VERA@first.example") });

        Assert.Equal("email_taken", await People.CodeAsync(joined));
    }

    [Fact]
    public async Task Personal_data_of_people_is_nowhere_in_clear()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product, "planted-marker@first.example");
        (await owner.PostAsync("/api/accounts/agents", new { name = "Planted Marker", externalId = "planted-marker-7", extension = "4417" })).Dispose();
        (await owner.PostAsync("/api/accounts/invitations", new { role = "agent", email = "planted-marker-guest@first.example" })).Dispose();

        Assert.Empty(await TextsAsync(product, "planted.?marker"));
    }

    private static object Settings(int months = 12, string ground = "contract", string language = "ru") => new
    {
        name = "First", timeZone = "Europe/Moscow", languages = new[] { language }, retentionMonths = months, keepsRawTranscript = false,
        recordingGround = ground, unmaskedTypes = Array.Empty<string>(), requiresSecondFactor = false,
    };

    private static async Task<string?> GateAsync(TestProduct product, string? ground)
    {
        await using var scope = product.App.Services.CreateAsyncScope();
        var organizations = await scope.ServiceProvider.GetRequiredService<OrganizationDirectory>().ListAsync(default);
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(organizations[0].Id);
        return (await scope.ServiceProvider.GetRequiredService<CallIntakeGate>().CheckAsync(ground, default)).Failure?.Code;
    }

    // Every row of every table of every schema as text; bytes appear as escapes, so plain bytes are found too.
    private static async Task<List<string>> TextsAsync(TestProduct product, string pattern)
    {
        await using var connection = new NpgsqlConnection(product.App.Services.GetRequiredService<DatabaseSettings>().OwnerConnection);
        await connection.OpenAsync();
        var tables = new List<string>();
        await using (var list = new NpgsqlCommand("select format('%I.%I', schemaname, tablename) from pg_tables where schemaname not in ('pg_catalog', 'information_schema')", connection))
        await using (var reader = await list.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                tables.Add(reader.GetString(0));
            }
        }

        Assert.Contains("accounts.users", tables);
        var found = new List<string>();
        await using var escape = new NpgsqlCommand("set bytea_output = 'escape'", connection);
        await escape.ExecuteNonQueryAsync();
        foreach (var table in tables)
        {
            await using var search = new NpgsqlCommand($"select count(*) from {table} t where t::text ~* @pattern", connection);
            search.Parameters.AddWithValue("pattern", pattern);
            if (await search.ExecuteScalarAsync() is > 0L)
            {
                found.Add(table);
            }
        }

        return found;
    }
}
