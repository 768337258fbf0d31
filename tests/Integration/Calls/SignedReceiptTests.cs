using System.Text;
using Earshot.Integration.Harness;
using Earshot.Platform.Calls.Browse;
using Earshot.Platform.Calls.Delete;
using Earshot.Platform.Privacy;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Integration.Calls;

public sealed class SignedReceiptTests
{
    private readonly Guid organization = Guid.CreateVersion7();

    [Fact]
    public async Task Receipts_of_a_deleted_call_can_be_checked_offline()
    {
        await using var product = await TestDatabase.CreateAsync();
        var call = await DeletedAsync(product);

        var files = await DownloadAsync(product, call);

        Assert.Equal(2, files.Count);
        Assert.All(files, file => Assert.Null(SignedReceipt.Verify(Encoding.UTF8.GetBytes(file), null).Problem));
    }

    [Fact]
    public async Task Row_that_was_changed_makes_a_receipt_that_is_not_genuine()
    {
        await using var product = await TestDatabase.CreateAsync();
        var call = await DeletedAsync(product);
        await product.AskAsync<int>("update calls.receipts set deleted_at = deleted_at - interval '1 day'");

        Assert.All(await DownloadAsync(product, call), file => Assert.Equal("changed", SignedReceipt.Verify(Encoding.UTF8.GetBytes(file), null).Problem));
    }

    private async Task<Guid> DeletedAsync(TestDatabase product)
    {
        var call = await product.ReceiveAudioAsync(organization, [1, 2, 3]);
        await using var scope = product.Of(organization);
        Assert.True((await scope.ServiceProvider.GetRequiredService<DeleteCall>().RunAsync(call, default)).IsOk);
        return call;
    }

    private async Task<List<string>> DownloadAsync(TestDatabase product, Guid call)
    {
        var ids = await product.AskAsync<Guid[]>("select array_agg(id) from calls.receipts") ?? [];
        await using var scope = product.Of(organization);
        var files = new List<string>();
        foreach (var id in ids)
        {
            files.Add((await scope.ServiceProvider.GetRequiredService<ReadReceipt>().RunAsync(call, id, default)).Value);
        }

        return files;
    }
}
