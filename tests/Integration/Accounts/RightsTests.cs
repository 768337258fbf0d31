using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Earshot.Integration.Harness;

namespace Earshot.Integration.Accounts;

public sealed class RightsTests
{
    [Theory]
    [InlineData("admin", HttpStatusCode.OK)]
    [InlineData("supervisor", HttpStatusCode.Forbidden)]
    [InlineData("agent", HttpStatusCode.Forbidden)]
    [InlineData("privacy_officer", HttpStatusCode.Forbidden)]
    [InlineData("integrator", HttpStatusCode.Forbidden)]
    [InlineData("auditor", HttpStatusCode.Forbidden)]
    public async Task Only_owners_and_admins_invite(string role, HttpStatusCode expected)
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);
        using var person = await People.InvitedAsync(product, owner, role, "guest@first.example");

        using var answer = await person.PostAsync("/api/accounts/invitations", new { role = "agent" });

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task A_change_of_role_holds_from_the_next_request_on()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);
        using var admin = await People.InvitedAsync(product, owner, "admin", "admin@first.example");
        var id = (await admin.ReadAsync("/api/accounts/me/")).GetProperty("id").GetString();

        using var changed = await owner.PutAsync($"/api/accounts/users/{id}/role", new { role = "agent" });

        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.GetAsync("/api/accounts/users")).StatusCode);
    }

    [Fact]
    public async Task An_admin_can_not_make_or_unmake_an_owner()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);
        using var admin = await People.InvitedAsync(product, owner, "admin", "admin@first.example");
        var ownerId = (await owner.ReadAsync("/api/accounts/me/")).GetProperty("id").GetString();
        var adminId = (await admin.ReadAsync("/api/accounts/me/")).GetProperty("id").GetString();

        using var invite = await admin.PostAsync("/api/accounts/invitations", new { role = "owner" });
        using var unmake = await admin.PutAsync($"/api/accounts/users/{ownerId}/role", new { role = "agent" });
        using var close = await admin.DeleteAsync($"/api/accounts/users/{ownerId}");
        using var self = await admin.PutAsync($"/api/accounts/users/{adminId}/role", new { role = "owner" });
        using var password = await admin.PostAsync($"/api/accounts/users/{ownerId}/password");

        Assert.All([invite, unmake, close, self, password], answer => Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode));
    }

    [Fact]
    public async Task The_last_owner_stays()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);
        var id = (await owner.ReadAsync("/api/accounts/me/")).GetProperty("id").GetString();

        using var step = await owner.PutAsync($"/api/accounts/users/{id}/role", new { role = "agent" });
        using var close = await owner.DeleteAsync($"/api/accounts/users/{id}");

        Assert.Equal("last_owner", await People.CodeAsync(step));
        Assert.Equal("last_owner", await People.CodeAsync(close));
    }

    [Fact]
    public async Task A_deactivated_person_is_out_at_once_and_can_not_come_back_alone()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);
        using var agent = await People.InvitedAsync(product, owner, "agent", "agent@first.example");
        var id = (await agent.ReadAsync("/api/accounts/me/")).GetProperty("id").GetString();

        using var closed = await owner.DeleteAsync($"/api/accounts/users/{id}");

        Assert.Equal(HttpStatusCode.Unauthorized, (await agent.GetAsync("/api/accounts/me/")).StatusCode);
        using var again = await agent.PostAsync("/api/accounts/sign-in", new { email = "agent@first.example", password = People.Password });
        Assert.Equal("wrong_credentials", await People.CodeAsync(again));
    }

    [Fact]
    public async Task A_forgotten_password_is_set_anew_by_a_link_of_an_admin_once()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);
        using var agent = await People.InvitedAsync(product, owner, "agent", "agent@first.example");
        var id = (await agent.ReadAsync("/api/accounts/me/")).GetProperty("id").GetString();
        using var offered = await owner.PostAsync($"/api/accounts/users/{id}/password");
        var token = People.TokenOf((await offered.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("path").GetString());
        using var elsewhere = new Browser(product);

        using var set = await elsewhere.PostAsync("/api/accounts/password", new { token, password = "nine patient herons wade" });
        using var again = await elsewhere.PostAsync("/api/accounts/password", new { token, password = "ten patient herons wade" });

        Assert.Equal(HttpStatusCode.NoContent, set.StatusCode);
        Assert.Equal("link_spent", await People.CodeAsync(again));
        Assert.Equal(HttpStatusCode.Unauthorized, (await agent.GetAsync("/api/accounts/me/")).StatusCode);
        using var entered = await elsewhere.PostAsync("/api/accounts/sign-in", new { email = "agent@first.example", password = "nine patient herons wade" });
        Assert.Equal(HttpStatusCode.NoContent, entered.StatusCode);
    }

    [Fact]
    public async Task A_revoked_invitation_opens_nothing()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);
        var token = await People.InviteAsync(owner, "agent");
        var id = (await owner.ReadAsync("/api/accounts/invitations"))[0].GetProperty("id").GetString();
        using var guest = new Browser(product);

        using var revoked = await owner.DeleteAsync($"/api/accounts/invitations/{id}");
        using var joined = await guest.PostAsync("/api/accounts/join", new { token, person = People.Person("guest@first.example") });

        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        Assert.Equal("link_spent", await People.CodeAsync(joined));
    }

    [Fact]
    public async Task Nobody_signed_in_gets_401_from_routes_and_the_door_from_pages()
    {
        await using var product = await TestProduct.StartAsync();
        using var browser = new Browser(product);

        using var route = await browser.GetAsync("/api/accounts/users");

        Assert.Equal(HttpStatusCode.Unauthorized, route.StatusCode);
    }
}
