using Earshot.Integration.Harness;
using Earshot.Platform.Kernel.Database;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Earshot.Integration.Accounts;

public sealed class AuditTests
{
    [Fact]
    public async Task Every_administrative_act_and_sign_in_is_an_event_with_its_actor()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);
        var me = (await owner.ReadAsync("/api/accounts/me/")).GetProperty("id").GetGuid();
        using var stranger = new Browser(product);
        (await stranger.PostAsync("/api/accounts/sign-in", new { email = "owner@first.example", password = "a bad guess it is" })).Dispose();
        (await stranger.PostAsync("/api/accounts/sign-in", new { email = "owner@first.example", password = People.Password })).Dispose();
        await People.InviteAsync(owner, "agent");
        (await owner.PostAsync("/api/accounts/departments", new { name = "Sales" })).Dispose();
        (await owner.PostAsync("/api/accounts/keys/", new { name = "PBX", scopes = new[] { "calls:write" } })).Dispose();
        (await owner.PostAsync("/api/accounts/me/sign-out")).Dispose();

        var events = await EventsAsync(product);

        Assert.Equal(
            [
                ("owner.link_offered", "system", null), ("user.joined", "person", me), ("session.refused", "nobody", null), ("session.opened", "person", me),
                ("user.invited", "person", me), ("department.created", "person", me), ("api_key.created", "person", me), ("session.closed", "person", me),
            ],
            events);
    }

    private static async Task<List<(string Action, string Kind, Guid? Actor)>> EventsAsync(TestProduct product)
    {
        await using var connection = new NpgsqlConnection(product.App.Services.GetRequiredService<DatabaseSettings>().OwnerConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select action, actor_kind, actor_id from kernel.audit_events order by at, id", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var events = new List<(string, string, Guid?)>();
        while (await reader.ReadAsync())
        {
            events.Add((reader.GetString(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetGuid(2)));
        }

        return events;
    }
}
