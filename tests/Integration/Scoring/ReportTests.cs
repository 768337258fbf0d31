using System.Net;
using System.Text.RegularExpressions;
using Earshot.Integration.Accounts;
using Earshot.Integration.Harness;
using Earshot.Platform.Scoring.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Integration.Scoring;

/// <summary>Reports by letter: asked for on the page, made by the clock, for whoever has the right at that moment.</summary>
public sealed partial class ReportTests : IAsyncLifetime
{
    private readonly SetClock clock = new(new DateTimeOffset(2026, 10, 20, 9, 0, 0, TimeSpan.Zero));
    private TestProduct product = null!; // started before each test

    public async Task InitializeAsync() => product = await TestProduct.StartAsync(also: services => services.AddSingleton<TimeProvider>(clock));

    public Task DisposeAsync() => product.DisposeAsync().AsTask();

    [Fact]
    public async Task Through_a_week_with_a_change_of_clocks_a_daily_report_comes_once_a_day_and_a_weekly_one_once()
    {
        using var owner = await People.OwnerAsync(product);
        await product.TellAsync("update accounts.users set time_zone = 'Europe/Berlin'");
        await SubscribeAsync(owner, "daily");
        await SubscribeAsync(owner, "weekly");
        await product.TellAsync("update scoring.report_subscriptions set told_to = case rhythm when 'daily' then date '2026-10-19' else date '2026-10-18' end");

        for (var hour = 0; hour < 7 * 24; hour++)
        {
            clock.Now = clock.Now.AddHours(1);
            await product.App.Services.GetRequiredService<MakeReports>().RunAsync(default);
        }

        Assert.Equal(7 + 1, await product.AskAsync<long>("select count(*) from privacy.letters"));
        Assert.Equal("05:00 05:00 05:00 05:00 06:00 06:00 06:00 06:00", await product.AskAsync<string>("select string_agg(to_char(created_at at time zone 'UTC', 'HH24:MI'), ' ' order by created_at) from privacy.letters"));
    }

    [Fact]
    public async Task Right_and_scope_are_those_of_the_moment_when_it_is_made()
    {
        using var owner = await People.OwnerAsync(product);
        using var supervisor = await People.InvitedAsync(product, owner, "supervisor", "supervisor@first.example");
        using var demoted = await People.InvitedAsync(product, owner, "supervisor", "demoted@first.example");
        using var gone = await People.InvitedAsync(product, owner, "supervisor", "gone@first.example");
        foreach (var browser in new[] { supervisor, demoted, gone })
        {
            await SubscribeAsync(browser, "daily");
        }

        await LoseRightsAsync();
        clock.Now = clock.Now.AddDays(1);
        await product.App.Services.GetRequiredService<MakeReports>().RunAsync(default);

        Assert.Equal(1L, await product.AskAsync<long>("select count(*) from privacy.letters"));
        var letter = await LetterAsync();
        Assert.Contains("To: supervisor@first.example", letter, StringComparison.Ordinal);
        Assert.Contains("- Calls: 10 (before: 0)", letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_of_the_letter_ends_it_in_one_click_with_nobody_signed_in()
    {
        using var owner = await People.OwnerAsync(product);
        await SubscribeAsync(owner, "daily");
        clock.Now = clock.Now.AddDays(1);
        await product.App.Services.GetRequiredService<MakeReports>().RunAsync(default);
        var token = LeaveLink().Match(await LetterAsync()).Groups[1].Value;
        using var stranger = new Browser(product);

        using var forged = await stranger.PostAsync($"/reports/stop?token={token[..^4]}AAAA");
        var kept = await product.AskAsync<long>("select count(*) from scoring.report_subscriptions");
        using var left = await stranger.PostAsync($"/reports/stop?token={token}");

        Assert.Equal((HttpStatusCode.NotFound, 1L, HttpStatusCode.OK), (forged.StatusCode, kept, left.StatusCode));
        Assert.Equal(0L, await product.AskAsync<long>("select count(*) from scoring.report_subscriptions"));
    }

    // A call of yesterday in each of two departments; one reader keeps the first alone, one keeps no right, one no account.
    private async Task LoseRightsAsync()
    {
        await product.TellAsync(
            """
            insert into accounts.departments (organization_id, id, name, created_at)
            select organization_id, md5(name)::uuid, name, now() from (select distinct organization_id from accounts.users) as one cross join (values ('A'), ('B')) as two (name)
            """);
        await product.TellAsync(
            """
            insert into scoring.call_days
            select organization_id, date '2026-10-20', md5('agent')::uuid, id, case name when 'A' then 10 else 20 end, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 from accounts.departments
            """);
        await product.TellAsync(
            """
            with two as (select organization_id, user_id, row_number() over (order by created_at) as place from scoring.report_subscriptions),
            kept as (insert into accounts.user_departments select organization_id, user_id, md5('A')::uuid from two where place = 1)
            update accounts.users u set role = case two.place when 2 then 'agent' else u.role end, state = case two.place when 3 then 'deactivated' else u.state end
            from two where u.organization_id = two.organization_id and u.id = two.user_id
            """);
    }

    private static async Task SubscribeAsync(Browser browser, string rhythm) =>
        Assert.Equal("/dashboards?days=30#letters", await browser.SubmitAsync("/dashboards", "/dashboards/letters", ("rhythm", rhythm)));

    private async Task<string> LetterAsync()
    {
        var folder = Path.Combine(product.Settings.DataFolder, "mail");
        await Eventually.HoldsAsync(async () => await product.AskAsync<long>("select count(*) from privacy.letters where state = 'sent'") > 0, "the letter is carried");
        return await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(folder)));
    }

    [GeneratedRegex("List-Unsubscribe: <[^>]*token=([^>]+)>")]
    private static partial Regex LeaveLink();
}
