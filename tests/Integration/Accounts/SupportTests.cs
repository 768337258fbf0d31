using System.Net;
using Earshot.Integration.Harness;
using Earshot.Platform.Accounts;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Earshot.Integration.Accounts;

public sealed class SupportTests
{
    [Fact]
    public async Task Support_looks_in_only_while_the_organization_lets_it()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);
        using var other = await People.OtherOwnerAsync(product);
        using var staff = new Browser(product);
        staff.Headers["Authorization"] = "Bearer " + await RequestAsync(product, await OrganizationAsync(product, "First"));
        var id = (await owner.ReadAsync("/api/accounts/support/"))[0].GetProperty("id").GetString();
        var call = $"/api/v1/calls/{Guid.CreateVersion7()}";

        var before = (await staff.GetAsync(call)).StatusCode;
        var foreign = (await other.PostAsync($"/api/accounts/support/{id}/approve")).StatusCode;
        var approved = (await owner.PostAsync($"/api/accounts/support/{id}/approve")).StatusCode;
        var during = (await staff.GetAsync(call)).StatusCode;
        var beyond = (await staff.GetAsync("/api/accounts/users")).StatusCode;
        var ended = (await owner.PostAsync($"/api/accounts/support/{id}/end")).StatusCode;
        var after = (await staff.GetAsync(call)).StatusCode;

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.NotFound, HttpStatusCode.NoContent), (before, foreign, approved));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Forbidden), (during, beyond));
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.Unauthorized), (ended, after));
        Assert.Equal(2L, await AskAsync(product, "select count(*) from kernel.audit_events where action = 'support.used' and actor_kind = 'support'"));
    }

    [Fact]
    public async Task Support_access_ends_by_itself()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);
        using var staff = new Browser(product);
        staff.Headers["Authorization"] = "Bearer " + await RequestAsync(product, await OrganizationAsync(product, "First"));
        var id = (await owner.ReadAsync("/api/accounts/support/"))[0].GetProperty("id").GetString();
        (await owner.PostAsync($"/api/accounts/support/{id}/approve")).Dispose();
        await AskAsync(product, "update accounts.support_grants set ends_at = now() - interval '1 second'");

        Assert.Equal(HttpStatusCode.Unauthorized, (await staff.GetAsync($"/api/v1/calls/{Guid.CreateVersion7()}")).StatusCode);
        Assert.Equal("over", (await owner.ReadAsync("/api/accounts/support/"))[0].GetProperty("state").GetString());
    }

    [Fact]
    public async Task The_owner_hands_the_organization_on()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);
        using var admin = await People.InvitedAsync(product, owner, "admin", "admin@first.example");
        var heir = (await admin.ReadAsync("/api/accounts/me/")).GetProperty("id").GetString();

        using var refused = await admin.PostAsync($"/api/accounts/organization/owner/{heir}");
        using var handed = await owner.PostAsync($"/api/accounts/organization/owner/{heir}");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.NoContent), (refused.StatusCode, handed.StatusCode));
        Assert.Equal("owner", (await admin.ReadAsync("/api/accounts/me/")).GetProperty("role").GetString());
        Assert.Equal("admin", (await owner.ReadAsync("/api/accounts/me/")).GetProperty("role").GetString());
    }

    private static async Task<string> RequestAsync(TestProduct product, Guid organization)
    {
        await using var scope = product.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(organization);
        return (await scope.ServiceProvider.GetRequiredService<RequestSupport>().RunAsync(new SupportRequest("engineer-7", "T-1204", "Scores look wrong since Monday", 4), default)).Value;
    }

    private static async Task<Guid> OrganizationAsync(TestProduct product, string name) =>
        await AskAsync(product, $"select organization_id from accounts.organizations where name = '{name}'") is Guid id ? id : throw new InvalidOperationException("It is not there.");

    private static async Task<object?> AskAsync(TestProduct product, string sql)
    {
        await using var source = NpgsqlDataSource.Create(product.Settings.Database);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
