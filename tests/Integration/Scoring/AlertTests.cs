using System.Net;
using System.Text.RegularExpressions;
using Earshot.Integration.Accounts;
using Earshot.Integration.Harness;
using Earshot.Platform.Scoring.Alerts;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Integration.Scoring;

/// <summary>Rules that people make, and what becomes of them when calls meet them.</summary>
public sealed partial class AlertTests : IAsyncLifetime
{
    private readonly SetClock clock = new(new DateTimeOffset(2026, 11, 16, 12, 0, 0, TimeSpan.Zero));
    private TestProduct product = null!; // started before each test

    public async Task InitializeAsync() => product = await TestProduct.StartAsync(also: services => services.AddSingleton<TimeProvider>(clock));

    public Task DisposeAsync() => product.DisposeAsync().AsTask();

    [Fact]
    public async Task A_flag_raised_often_enough_is_told_once_in_its_quiet_time_and_again_after_it()
    {
        using var owner = await People.OwnerAsync(product);
        Assert.Equal("/alerts", await AddAsync(owner, ("kind", "flag"), ("flag", "rude_agent"), ("times", "3"), ("hours", "6"), ("quiet", "12")));
        await CallsAsync(2, minutesAgo: 60, "'{rude_agent}'", "80", "false");
        var few = await RaisedAsync();
        await CallsAsync(1, minutesAgo: 30, "'{rude_agent}'", "80", "false");
        var enough = await RaisedAsync();
        clock.Now = clock.Now.AddHours(11);
        await CallsAsync(5, minutesAgo: 10, "'{rude_agent}'", "80", "false");
        var quiet = await RaisedAsync();
        clock.Now = clock.Now.AddHours(1);

        Assert.Equal((0, 1, 1, 2), (few, enough, quiet, await RaisedAsync()));
        Assert.Equal(2L, await product.AskAsync<long>("select count(*) from privacy.letters"));
    }

    [Theory]
    [InlineData("score", "60", "false", 1)]
    [InlineData("score", "75", "false", 0)]
    [InlineData("critical", "90", "true", 1)]
    [InlineData("critical", "20", "false", 0)]
    public async Task A_low_average_and_a_failed_critical_criterion_are_told(string kind, string score, string failed, long expected)
    {
        using var owner = await People.OwnerAsync(product);
        Assert.Equal("/alerts", await AddAsync(owner, ("kind", kind), ("below", "70"), ("times", "4"), ("hours", "24"), ("quiet", "12")));

        await CallsAsync(4, minutesAgo: 60, "'{}'", score, failed);

        Assert.Equal(expected, await RaisedAsync());
    }

    [Fact]
    public async Task An_alert_leads_to_its_calls_and_only_whoever_sees_all_calls_sees_one_about_all()
    {
        using var owner = await People.OwnerAsync(product);
        using var supervisor = await People.InvitedAsync(product, owner, "supervisor", "supervisor@first.example");
        await AddAsync(owner, ("kind", "flag"), ("flag", "escalation"), ("times", "2"), ("hours", "6"), ("quiet", "12"));
        await CallsAsync(2, minutesAgo: 60, "'{escalation}'", "80", "false");
        await CallsAsync(1, minutesAgo: 60, "'{}'", "80", "false");
        await product.TellAsync("with made as (insert into accounts.departments (organization_id, id, name, created_at) select organization_id, md5('A')::uuid, 'A', now() from accounts.users limit 1 returning organization_id, id) insert into accounts.user_departments select made.organization_id, u.id, made.id from made, accounts.users u where u.role = 'supervisor'");
        Assert.Equal(1, await RaisedAsync());
        var path = $"/alerts/{await product.AskAsync<Guid>("select id from scoring.alerts")}";

        using var page = await owner.GetAsync(path);
        using var hidden = await supervisor.GetAsync(path);

        Assert.Equal(2, CallLink().Count(await page.Content.ReadAsStringAsync()));
        Assert.Equal((HttpStatusCode.NotFound, 1L), (hidden.StatusCode, await product.AskAsync<long>("select count(*) from privacy.letters")));
    }

    [Fact]
    public async Task A_rule_out_of_bounds_is_refused()
    {
        using var owner = await People.OwnerAsync(product);

        Assert.Equal("/alerts?trouble=bad_alert_rule", await AddAsync(owner, ("kind", "flag"), ("flag", "no_such_flag"), ("times", "3"), ("hours", "6"), ("quiet", "12")));
    }

    private async Task<long> RaisedAsync()
    {
        await product.App.Services.GetRequiredService<RaiseAllAlerts>().RunAsync(default);
        return await product.AskAsync<long>("select count(*) from scoring.alerts");
    }

    private Task CallsAsync(int count, int minutesAgo, string flags, string score, string failed) => product.TellAsync(
        $"""
        insert into calls.calls (organization_id, id, source, direction, state, started_at, received_at, updated_at, recording_ground, language, priority, flags, score, failed_critical)
        select organization_id, gen_random_uuid(), 'api', 'inbound', 'done', timestamptz '{clock.Now.AddMinutes(-minutesAgo):O}', now(), now(), 'consent', 'en', 0, {flags}, {score}, {failed}
        from (select organization_id from accounts.users limit 1) as one, generate_series(1, {count})
        """);

    private static Task<string?> AddAsync(Browser browser, params (string Name, string Value)[] fields) => browser.SubmitAsync("/alerts", "/alerts/rules", fields);

    [GeneratedRegex("class=\"row-link\" href=\"/calls/[0-9a-f-]{36}\"")]
    private static partial Regex CallLink();
}
