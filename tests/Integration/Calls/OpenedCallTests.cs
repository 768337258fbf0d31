using System.Net.Http.Json;
using Earshot.Integration.Calls.Upload;
using Earshot.Integration.Harness;

namespace Earshot.Integration.Calls;

public sealed class OpenedCallTests
{
    [Fact]
    public async Task Who_reads_what_was_said_stands_in_the_audit_log()
    {
        await using var product = await TestProduct.StartAsync();
        using var sender = await Sender.OfAsync(product);
        var (_, posted) = await sender.PostAsync(JsonContent.Create(new
        {
            recording_ground = "consent",
            language = "en",
            turns = new[] { new { speaker = "agent", text = "Good morning." }, new { speaker = "customer", text = "The refund never came." } },
        }));
        var call = await sender.WaitAsync(posted.GetProperty("url").GetString() ?? "");

        Assert.Equal("done", call.GetProperty("state").GetString());
        Assert.Equal(1L, await PostCallTests.CountAsync(
            product, $"select count(*) from (select distinct actor_kind, purpose from kernel.audit_events where action = 'call.opened' and object_id = '{posted.GetProperty("id").GetString()}') e where actor_kind = 'api_key' and purpose = 'quality_control'"));
    }
}
