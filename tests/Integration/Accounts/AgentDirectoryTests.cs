using Earshot.Integration.Harness;
using Earshot.Platform.Accounts;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Integration.Accounts;

public sealed class AgentDirectoryTests
{
    [Theory]
    [InlineData("17", null, "Ann Sample", "17", null, "Ann S.", true)] // the id decides
    [InlineData("17", null, "Ann Sample", "18", null, "Ann Sample", false)] // two people of one name
    [InlineData(null, null, "Ann Sample", null, null, " ann  SAMPLE ", true)]
    [InlineData(null, "4417", "Ann Sample", null, "4417", null, true)]
    [InlineData(null, "4417", null, "17", "4417", null, true)] // known by extension alone, takes the id
    [InlineData("17", "4417", null, null, "4417", null, true)]
    public async Task Mentions_of_one_agent_meet(string? id1, string? extension1, string? name1, string? id2, string? extension2, string? name2, bool same)
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);

        var first = await FindAsync(product, new(id1, extension1, name1));
        var second = await FindAsync(product, new(id2, extension2, name2));

        Assert.Equal(same, first?.Id == second?.Id);
    }

    [Fact]
    public async Task An_id_learnt_with_a_name_is_remembered()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);

        var byName = await FindAsync(product, new(Name: "Ann Sample"));
        await FindAsync(product, new("17", null, "Ann Sample"));
        var byId = await FindAsync(product, new("17"));

        Assert.Equal(byName, byId);
    }

    [Fact]
    public async Task A_mention_of_nobody_is_nobody()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);

        Assert.Null(await FindAsync(product, new(" ", "", null)));
    }

    [Fact]
    public async Task Many_calls_of_a_new_agent_at_once_make_one_agent()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);

        var found = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => FindAsync(product, new("17", "4417", "Ann Sample"))));

        Assert.Single(found.Select(agent => agent?.Id).Distinct());
        Assert.Equal(1, (await owner.ReadAsync("/api/accounts/agents")).GetArrayLength());
    }

    private static async Task<AgentReference?> FindAsync(TestProduct product, AgentMention mention)
    {
        await using var scope = product.App.Services.CreateAsyncScope();
        var organizations = await scope.ServiceProvider.GetRequiredService<OrganizationDirectory>().ListAsync(default);
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(organizations[0].Id);
        return await scope.ServiceProvider.GetRequiredService<AgentDirectory>().FindOrCreateAsync(mention, default);
    }
}
