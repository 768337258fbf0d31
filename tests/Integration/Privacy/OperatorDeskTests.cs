using System.Net;
using System.Text.RegularExpressions;
using Earshot.Integration.Accounts;
using Earshot.Integration.Harness;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Kernel.Tenancy;
using Earshot.Platform.Privacy;
using Earshot.Platform.Privacy.PersonalData;
using Earshot.Platform.Privacy.SubjectRequests;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Earshot.Integration.Privacy;

/// <summary>Requests by role on one product: the operator's people run the first organization, a customer the second.</summary>
public sealed partial class OperatorDeskTests(OperatorDeskTests.TwoOrganizations two) : IClassFixture<OperatorDeskTests.TwoOrganizations>
{
    private const string Customer = "owner@second.example";

    [Fact]
    public async Task Request_about_an_account_lies_at_the_operators_desk_and_at_no_organizations()
    {
        var id = await SubmitAsync(two.Other, "/request?about=account", "account@sample.example"); // signed in, and asks as anybody

        Assert.Equal(("00000000-0000-0000-0000-000000000000", "account", "received", true), await WhereAsync(id));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(two.Operator, $"/operator/requests/{id}"));
        Assert.Contains(id.ToString(), await (await two.Operator.GetAsync("/operator/requests")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(two.Operator, $"/data/requests/{id}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(two.Other, $"/data/requests/{id}"));
    }

    [Fact]
    public async Task Request_about_a_call_lies_at_that_organizations_desk_and_not_at_the_operators()
    {
        var second = await two.AskAsync<Guid>("select organization_id from accounts.organizations where name = 'Second'");
        using var stranger = new Browser(two.Product);

        var id = await SubmitAsync(stranger, $"/request/{second}", "call@sample.example", ("Form.About", "account"));

        Assert.Equal((second.ToString(), "conversation", "needs_information", true), await WhereAsync(id));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(two.Other, $"/data/requests/{id}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(two.Operator, $"/operator/requests/{id}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(two.Operator, $"/data/requests/{id}"));
    }

    [Fact]
    public async Task Officer_of_an_ordinary_organization_can_not_open_the_operators_desk()
    {
        var id = (await ReceiveAsync(RouteRequest.OperatorsDesk, "newsletter", "reader@sample.example")).Value.Id;
        var page = $"/operator/requests/{id}";

        foreach (var path in new[] { "/operator/requests", "/operator/requests/new", page, $"{page}/export/json", $"/operator/requests/files/{id}", $"/operator/receipts/{id}" })
        {
            Assert.Equal((path, HttpStatusCode.NotFound), (path, await StatusAsync(two.Other, path)));
        }

        using var forged = await PostAsync(two.Other, "/data/requests/new", page, ("_handler", "verify"), ("Form.Verification", "account"));
        Assert.NotEqual(HttpStatusCode.OK, forged.StatusCode);
        Assert.Equal(1L, await two.AskAsync<long>($"select count(*) from privacy.requests where id = '{id}' and verified_at is null"));
    }

    [Fact]
    public async Task Each_desk_is_worked_at_by_its_own_people_who_are_named()
    {
        var second = await two.AskAsync<Guid>("select organization_id from accounts.organizations where name = 'Second'");
        foreach (var (browser, desk, about, page) in new[] { (two.Operator, RouteRequest.OperatorsDesk, "account", "/operator/requests"), (two.Other, second, "conversation", "/data/requests") })
        {
            var id = (await ReceiveAsync(desk, about, "worked@sample.example")).Value.Id;
            using var verified = await PostAsync(browser, $"{page}/{id}", $"{page}/{id}", ("_handler", "verify"), ("Form.Verification", "account"));
            using var found = await PostAsync(browser, $"{page}/{id}", $"{page}/{id}", ("_handler", "find"));

            Assert.EndsWith($"{page}/{id}?saved=true", verified.Headers.Location?.ToString(), StringComparison.Ordinal);
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (found.StatusCode, await StatusAsync(browser, $"{page}/{id}/export/json")));
            Assert.Equal(1L, await two.AskAsync<long>($"select count(*) from privacy.requests r join accounts.users u on u.id = r.verified_by where r.id = '{id}' and r.state = 'in_work'"));
        }
    }

    [Theory]
    [InlineData("/request", HttpStatusCode.OK, "about=conversation")]
    [InlineData("/request?about=conversation", HttpStatusCode.OK, "ask the company for its link")]
    [InlineData("/request?about=weather", HttpStatusCode.OK, "about=conversation")]
    [InlineData("/request/00000000-0000-0000-0000-000000000000", HttpStatusCode.NotFound, "")]
    public async Task What_could_not_be_routed_gets_no_form(string path, HttpStatusCode status, string says)
    {
        using var stranger = new Browser(two.Product);

        using var answer = await stranger.GetAsync(path);
        var body = await answer.Content.ReadAsStringAsync();

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(says, body, StringComparison.Ordinal);
        Assert.DoesNotContain("Form.Kind", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Second", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_at_a_wrong_desk_is_refused()
    {
        var second = await two.AskAsync<Guid>("select organization_id from accounts.organizations where name = 'Second'");

        Assert.Equal("request_topic", (await ReceiveAsync(second, "account", Customer)).Failure?.Code);
        Assert.Equal("request_topic", (await ReceiveAsync(RouteRequest.OperatorsDesk, "conversation", Customer)).Failure?.Code);
        Assert.Equal("request_topic", (await ReceiveAsync(RouteRequest.OperatorsDesk, new string('x', 100_000), Customer)).Failure?.Code);
    }

    [Fact]
    public async Task Operator_finds_accounts_of_all_organizations_and_erases_nothing_while_one_stands()
    {
        await PlantInquiryAsync(Customer);
        var id = (await ReceiveAsync(RouteRequest.OperatorsDesk, "account", Customer)).Value.Id;
        await UseAsync<HandleRequest, Result<Done>>(RouteRequest.OperatorsDesk, handle => handle.VerifyAsync(id, "account", default));

        var found = await UseAsync<ActOnRequest, Result<List<HeldRecord>>>(RouteRequest.OperatorsDesk, act => act.FindAsync(id, false, default));
        var acted = await UseAsync<ActOnRequest, Result<Done>>(RouteRequest.OperatorsDesk, act => act.RunAsync(id, default));

        Assert.Equal(["accounts.users", "privacy.inquiries"], found.Value.Where(record => record.Fields.Contains(new HeldField("email", Customer))).Select(record => record.Table).Order(StringComparer.Ordinal));
        Assert.Equal("request_account_remains", acted.Failure?.Code);
        Assert.Equal(1L, await two.AskAsync<long>($"select count(*) from privacy.requests where id = '{id}' and destroyed_at is null and acted_at is null"));
    }

    [Fact]
    public async Task Operator_erases_an_inquiry_of_somebody_without_an_account()
    {
        await PlantInquiryAsync("visitor@sample.example");
        var id = (await ReceiveAsync(RouteRequest.OperatorsDesk, "inquiry", "visitor@sample.example")).Value.Id;
        await UseAsync<HandleRequest, Result<Done>>(RouteRequest.OperatorsDesk, handle => handle.VerifyAsync(id, "known_number", default));

        var acted = await UseAsync<ActOnRequest, Result<Done>>(RouteRequest.OperatorsDesk, act => act.RunAsync(id, default));
        var left = await UseAsync<ActOnRequest, Result<List<HeldRecord>>>(RouteRequest.OperatorsDesk, act => act.FindAsync(id, false, default));

        Assert.True(acted.IsOk, acted.Failure?.Code);
        Assert.DoesNotContain("privacy.inquiries", left.Value.Select(record => record.Table));
    }

    [Fact]
    public async Task Clocks_of_the_operators_desk_run()
    {
        var id = (await ReceiveAsync(RouteRequest.OperatorsDesk, "newsletter", "late@sample.example")).Value.Id;
        await two.AskAsync<object>($"update privacy.requests set due_at = now() + interval '1 day' where id = '{id}'");

        await two.Product.App.Services.GetRequiredService<WatchRequests>().RunAsync(default);

        Assert.Equal(1L, await two.AskAsync<long>($"select count(*) from kernel.audit_events where action = 'request.due_soon' and object_id = '{id}' and organization_id = '{Guid.Empty}'"));
    }

    private static async Task<HttpStatusCode> StatusAsync(Browser browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        return answer.StatusCode;
    }

    // The whole way of a person: the form, and the private link that it gives.
    private async Task<Guid> SubmitAsync(Browser browser, string form, string email, params (string Name, string Value)[] more)
    {
        using var sent = await PostAsync(browser, form, form, [("_handler", "request"), ("Form.Kind", "access"), ("Form.Email", email), .. more]);
        var link = PrivateLink().Match(await sent.Content.ReadAsStringAsync()).Value;
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, link));
        return await two.AskAsync<Guid>("select id from privacy.requests where way = 'form' order by received_at desc limit 1");
    }

    private static async Task<HttpResponseMessage> PostAsync(Browser browser, string page, string action, params (string Name, string Value)[] fields)
    {
        using var shown = await browser.GetAsync(page);
        var token = FormToken().Match(await shown.Content.ReadAsStringAsync()).Groups["token"].Value;
        using var form = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        return await browser.PostAsync(action, form);
    }

    private async Task<(string Desk, string About, string State, bool IsDue)> WhereAsync(Guid id)
    {
        var row = await two.AskAsync<string>($"select concat_ws('|', organization_id, about, state, due_at > now() and due_on > current_date) from privacy.requests where id = '{id}'");
        return row?.Split('|') is [var desk, var about, var state, var isDue] ? (desk, about, state, isDue == "t") : default;
    }

    private Task<Result<ReceivedRequest>> ReceiveAsync(Guid desk, string about, string email) => UseAsync<ReceiveRequest, Result<ReceivedRequest>>(
        desk, receive => receive.RunAsync(new NewRequest("erasure", "desk", new RequestPerson(null, null, email, null), null, null, about), default));

    private async Task PlantInquiryAsync(string email)
    {
        var id = Guid.CreateVersion7();
        var cipher = two.Product.App.Services.GetRequiredService<TenantCipher>();
        var (name, address) = (await cipher.SealAsync(Guid.Empty, "inquiries.name", id, "Vera Example", default), await cipher.SealAsync(Guid.Empty, "inquiries.email", id, email, default));
        await two.AskAsync<object>($"insert into privacy.inquiries (organization_id, id, name, email, page, consent_id, created_at) values ('{Guid.Empty}', '{id}', '\\x{Convert.ToHexString(name)}', '\\x{Convert.ToHexString(address)}', '/', '{id}', now())");
    }

    private async Task<TResult> UseAsync<TSlice, TResult>(Guid desk, Func<TSlice, Task<TResult>> use)
        where TSlice : notnull
    {
        await using var scope = two.Product.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(desk);
        return await use(scope.ServiceProvider.GetRequiredService<TSlice>());
    }

    [GeneratedRegex("""/request/status/[\w.-]+""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PrivateLink();

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="(?<token>[^"]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FormToken();

    /// <summary>The operator's owner and a customer's, signed in.</summary>
    public sealed class TwoOrganizations : IAsyncLifetime
    {
        internal TestProduct Product { get; private set; } = null!; // set before the first test

        internal Browser Operator { get; private set; } = null!; // set before the first test

        internal Browser Other { get; private set; } = null!; // set before the first test

        public async Task InitializeAsync()
        {
            Product = await TestProduct.StartAsync();
            Operator = await People.OwnerAsync(Product);
            Other = await People.OtherOwnerAsync(Product, Customer);
        }

        public async Task DisposeAsync()
        {
            Operator.Dispose();
            Other.Dispose();
            await Product.DisposeAsync();
        }

        internal async Task<T?> AskAsync<T>(string sql)
        {
            await using var owner = new NpgsqlConnection(Product.Settings.Database);
            await owner.OpenAsync();
            await using var command = new NpgsqlCommand(sql, owner);
            return await command.ExecuteScalarAsync() is T value ? value : default;
        }
    }
}
