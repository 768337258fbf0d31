using Earshot.Integration.Harness;
using Earshot.Platform.Calls;

namespace Earshot.Integration.Calls;

public sealed class ManyCallsTests
{
    [Fact]
    public async Task More_calls_than_there_are_places_are_all_done()
    {
        await using var product = await TestDatabase.RunningAsync();
        var organization = Guid.CreateVersion7();
        var calls = new List<Guid>();
        for (var i = 0; i < 40; i++)
        {
            calls.Add(await product.ReceiveAsync(organization, Invented.Call("The refund never came.")));
        }

        foreach (var id in calls)
        {
            Assert.Equal(CallState.Done, (await product.WaitAsync(organization, id, seconds: 60)).State);
        }
    }
}
