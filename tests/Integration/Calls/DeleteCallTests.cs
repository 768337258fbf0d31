using Earshot.Integration.Harness;
using Earshot.Platform.Calls.Delete;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Integration.Calls;

public sealed class DeleteCallTests
{
    private readonly Guid organization = Guid.CreateVersion7();

    [Fact]
    public async Task A_deleted_call_leaves_a_receipt_and_no_row_job_or_file()
    {
        await using var product = await TestDatabase.CreateAsync();
        var id = await product.ReceiveAudioAsync(organization, [1, 2, 3]);

        await DeleteAsync(product, organization, id);

        Assert.Equal(0L, await product.AskAsync<long>("select (select count(*) from calls.calls) + (select count(*) from kernel.jobs)"));
        Assert.Equal("audio call", await product.AskAsync<string>("select string_agg(kind, ' ' order by kind) from calls.receipts"));
        Assert.Empty(Directory.GetFiles(product.Settings.SpoolFolder));
    }

    [Fact]
    public async Task The_call_of_another_organization_is_not_found()
    {
        await using var product = await TestDatabase.CreateAsync();
        var id = await product.ReceiveAsync(organization, Invented.Call("hello"));

        Assert.Equal("call_not_found", await DeleteAsync(product, Guid.CreateVersion7(), id));
    }

    private static async Task<string?> DeleteAsync(TestDatabase product, Guid organization, Guid id)
    {
        await using var scope = product.Of(organization);
        return (await scope.ServiceProvider.GetRequiredService<DeleteCall>().RunAsync(id, default)).Failure?.Code;
    }
}
