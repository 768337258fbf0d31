using Earshot.Integration.Harness;
using Earshot.Platform.Kernel.Audit;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Earshot.Integration.Kernel;

public sealed class AppendAuditTests
{
    private static readonly Guid[] Organizations = [.. Enumerable.Range(1, 3).Select(n => Guid.Parse($"00000000-0000-7000-8000-00000000000{n}"))];

    [Fact]
    public async Task Events_of_many_writers_are_there_when_their_calls_return_and_the_chain_is_whole()
    {
        await using var product = await TestDatabase.CreateAsync();

        await Task.WhenAll(Enumerable.Range(0, 120).Select(async number =>
        {
            await WriteAsync(product, Organizations[number % 3], "call.opened", number);
            Assert.Equal(1L, await product.AskAsync<long>($"select count(*) from kernel.audit_events where details->>'n' = '{number}' and organization_id = '{Organizations[number % 3]}'"));
        }));

        while (await product.Get<LinkAudit>().RunAsync(default) > 0)
        {
        }

        foreach (var organization in Organizations)
        {
            Assert.Equal((40L, true), await product.Get<VerifyAudit>().RunAsync(organization, default) is var verdict ? (verdict.Events, verdict.IsWhole) : default);
        }

        Assert.Equal(120L, await product.AskAsync<long>("select count(*) from kernel.audit_people"));
    }

    [Fact]
    public async Task An_event_that_the_database_refuses_fails_alone()
    {
        await using var product = await TestDatabase.CreateAsync();

        var writes = Enumerable.Range(0, 40).Select(number => WriteAsync(product, Organizations[0], number == 7 ? "NOT A NAME" : "call.opened", number)).ToArray();

        await Assert.ThrowsAsync<PostgresException>(() => writes[7]);
        await Task.WhenAll(writes.Where((_, number) => number != 7));
        Assert.Equal(39L, await product.AskAsync<long>("select count(*) from kernel.audit_events"));
    }

    private static async Task WriteAsync(TestDatabase product, Guid organization, string action, int number)
    {
        await using var scope = product.Of(organization);
        scope.ServiceProvider.GetRequiredService<AuditActor>().Set(AuditActor.Person, organization, "192.0.2.1", "Firefox, Linux");
        await scope.ServiceProvider.GetRequiredService<AuditLog>().WriteAsync(action, "call", null, "quality_control", $$"""{"n":{{number}}}""", default);
    }
}
