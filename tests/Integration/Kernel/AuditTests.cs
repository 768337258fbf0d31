using Earshot.Integration.Harness;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Earshot.Integration.Kernel;

public sealed class AuditTests
{
    private readonly Guid organization = Guid.CreateVersion7();

    [Fact]
    public async Task An_untouched_log_is_whole()
    {
        await using var product = await WithEventsAsync(5);

        var verdict = await product.Get<VerifyAudit>().RunAsync(organization, default);

        Assert.Equal((5L, true), (verdict.Events, verdict.IsWhole));
    }

    [Theory]
    [InlineData("update kernel.audit_events set action = 'call.closed' where id = (select event_id from kernel.audit_chain where seq = 3)", "event_changed")]
    [InlineData("update kernel.audit_events set details = '{\"n\": 99}' where id = (select event_id from kernel.audit_chain where seq = 3)", "event_changed")]
    [InlineData("delete from kernel.audit_events where id = (select event_id from kernel.audit_chain where seq = 3)", "event_missing")]
    [InlineData("delete from kernel.audit_chain where seq = 3", "gap")]
    [InlineData("update kernel.audit_chain set hash = sha256('x') where seq = 2", "event_changed")]
    [InlineData("delete from kernel.audit_chain where seq > 2", "cut_off")]
    [InlineData("delete from kernel.audit_chain", "cut_off")]
    [InlineData("update kernel.audit_seals set seal = sha256('x')", "seal_changed")]
    [InlineData("delete from kernel.audit_chain where seq = 5; delete from kernel.audit_seals", "not_chained")]
    public async Task A_change_by_the_owner_of_the_database_is_found(string tampering, string problem)
    {
        await using var product = await WithEventsAsync(5);

        await product.AskAsync<object>(tampering);

        Assert.Equal(problem, (await product.Get<VerifyAudit>().RunAsync(organization, default)).Problem);
    }

    [Theory]
    [InlineData("update kernel.audit_events set action = 'x'")]
    [InlineData("delete from kernel.audit_events")]
    [InlineData("truncate kernel.audit_events")]
    [InlineData("update kernel.audit_chain set hash = ''")]
    [InlineData("delete from kernel.audit_chain")]
    [InlineData("delete from kernel.audit_pending")]
    [InlineData("delete from kernel.audit_seals")]
    [InlineData("update kernel.audit_people set person = ''")]
    public async Task The_application_can_not_change_the_log(string sql)
    {
        await using var product = await WithEventsAsync(1);
        await using var connection = await product.Get<NpgsqlDataSource>().OpenConnectionAsync();
        await using var command = new NpgsqlCommand(sql, connection);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task Address_and_device_can_be_erased_and_the_chain_stays_whole()
    {
        await using var product = await WithEventsAsync(5);

        await product.AskAsync<object>("delete from kernel.audit_people");

        Assert.True((await product.Get<VerifyAudit>().RunAsync(organization, default)).IsWhole);
    }

    [Fact]
    public async Task Address_and_device_are_not_in_the_log_in_clear()
    {
        await using var product = await WithEventsAsync(1);

        Assert.Equal(1L, await product.AskAsync<long>("select count(*) from kernel.audit_people"));
        Assert.Equal(0L, await product.AskAsync<long>(
            "select count(*) from kernel.audit_people where position('192.0.2.7'::bytea in person) > 0"));
    }

    private async Task<TestDatabase> WithEventsAsync(int count)
    {
        var product = await TestDatabase.CreateAsync();
        for (var i = 0; i < count; i++)
        {
            await using var scope = product.Of(organization);
            scope.ServiceProvider.GetRequiredService<AuditActor>().Set(AuditActor.Person, Guid.CreateVersion7(), "192.0.2.7", "Firefox, Linux");
            await scope.ServiceProvider.GetRequiredService<AuditLog>().RecordAsync("call.opened", "call", Guid.CreateVersion7(), "quality_control", null, $$"""{"n": {{i}}}""", default);
            await scope.ServiceProvider.GetRequiredService<PlatformDb>().SaveChangesAsync();
        }

        await product.Get<LinkAudit>().RunAsync(default);
        await product.Get<LinkAudit>().SealAsync(default);
        return product;
    }
}
