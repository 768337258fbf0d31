using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Earshot.Integration.Harness;
using Earshot.Platform.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Earshot.Integration.Accounts;

public sealed class ApiKeyTests
{
    [Fact]
    public async Task A_key_opens_what_its_scope_names_and_nothing_else()
    {
        await using var product = await TestProduct.StartAsync(app => app.MapGet("/test/write", () => "ok").RequireAuthorization(Policies.ApiWriteCalls));
        using var owner = await People.OwnerAsync(product);
        using var writer = await ProgramAsync(product, owner, "calls:write");
        using var reader = await ProgramAsync(product, owner, "calls:read");

        Assert.Equal(HttpStatusCode.OK, (await writer.GetAsync("/test/write")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync("/test/write")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await writer.GetAsync("/api/accounts/users")).StatusCode);
    }

    [Fact]
    public async Task A_key_is_told_once_and_stored_as_a_digest()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);
        using var created = await owner.PostAsync("/api/accounts/keys/", new { name = "PBX", scopes = new[] { "calls:write" } });
        var key = (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString() ?? "";

        var list = (await owner.ReadAsync("/api/accounts/keys/")).GetRawText();

        Assert.StartsWith("esk_", key, StringComparison.Ordinal);
        Assert.Contains(key[..10], list, StringComparison.Ordinal);
        Assert.DoesNotContain(key[..12], list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revoked_key_opens_nothing()
    {
        await using var product = await TestProduct.StartAsync(app => app.MapGet("/test/write", () => "ok").RequireAuthorization(Policies.ApiWriteCalls));
        using var owner = await People.OwnerAsync(product);
        using var program = await ProgramAsync(product, owner, "calls:write");
        var id = (await owner.ReadAsync("/api/accounts/keys/"))[0].GetProperty("id").GetString();

        using var revoked = await owner.DeleteAsync($"/api/accounts/keys/{id}");

        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/test/write")).StatusCode);
    }

    [Theory]
    [InlineData("Bearer esk_")]
    [InlineData("Bearer esk_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("Bearer something else")]
    public async Task A_wrong_key_is_401_and_no_error(string authorization)
    {
        await using var product = await TestProduct.StartAsync();
        using var browser = new Browser(product);
        browser.Headers["Authorization"] = authorization;

        using var answer = await browser.GetAsync("/api/accounts/users");

        Assert.True(answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.BadRequest, answer.StatusCode.ToString());
    }

    private static async Task<Browser> ProgramAsync(TestProduct product, Browser owner, string scope)
    {
        using var created = await owner.PostAsync("/api/accounts/keys/", new { name = "PBX", scopes = new[] { scope } });
        var key = (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString();
        var program = new Browser(product);
        program.Headers["Authorization"] = $"Bearer {key}";
        return program;
    }
}
