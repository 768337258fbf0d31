using Earshot.Integration.Harness;
using Earshot.Platform.Calls;
using Earshot.Platform.Calls.Browse;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Integration.Calls;

public sealed class CallPipelineTests
{
    private readonly Guid organization = Guid.CreateVersion7();

    [Fact]
    public async Task A_ready_transcript_becomes_a_masked_judged_and_searchable_call()
    {
        await using var product = await TestDatabase.RunningAsync();

        var id = await product.ReceiveAsync(organization, Invented.Call("Hello, my name is Priscilla Testwell, my phone is 415 555 0134 and the refund never came."));

        var call = await product.WaitAsync(organization, id);
        Assert.Equal(CallState.Done, call.State);
        Assert.True(call.MaskedCount > 0);
        Assert.NotNull(call.Sentiment);
        Assert.Equal(1L, await product.AskAsync<long>("select count(*) from calls.search where words @@ websearch_to_tsquery('russian', 'refunds')"));
        Assert.Equal(0L, await product.AskAsync<long>("select count(*) from calls.search where words @@ websearch_to_tsquery('simple', '0134')"));
        Assert.Equal(0L, await product.AskAsync<long>("select count(*) from kernel.jobs"));
    }

    [Fact]
    public async Task The_page_of_the_call_reads_what_the_pipeline_stored()
    {
        await using var product = await TestDatabase.RunningAsync();
        var id = await product.ReceiveAsync(organization, Invented.Call("The refund never came."));
        await product.WaitAsync(organization, id);

        await using var scope = product.Of(organization);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var json = await db.Database.SqlQuery<string>($"select result::text as \"Value\" from calls.analyses where call_id = {id} and is_current").SingleAsync();

        Assert.Equal(2, AnalysisFormat.Read(json)?.Metrics.Turns);
    }

    [Fact]
    public async Task The_choices_of_the_organization_hold_raw_text_goes_and_a_type_stays()
    {
        await using var product = await TestDatabase.RunningAsync();
        await product.AskAsync<object>(
            $"insert into accounts.organizations (organization_id, name, region, time_zone, created_at, keeps_raw_transcript, unmasked_types) values ('{organization}', 'O', 'ru', 'UTC', now(), false, array['Email'])");

        var id = await product.ReceiveAsync(organization, Invented.Call("My phone is 415 555 0134 and my mail is someone@example.com."));
        await product.WaitAsync(organization, id);

        await using var scope = product.Of(organization);
        var texts = await ActivatorUtilities.CreateInstance<ReadMaskedText>(scope.ServiceProvider).RunAsync([id], default);
        var said = texts[id].Turns[1].Text.Value;
        Assert.Contains("someone@example.com", said, StringComparison.Ordinal);
        Assert.DoesNotContain("0134", said, StringComparison.Ordinal);
        Assert.Equal(0L, await product.AskAsync<long>("select count(*) from calls.transcripts where raw is not null"));
    }

    [Fact]
    public async Task A_call_in_a_language_that_can_not_be_masked_stops_with_its_reason_and_nothing_is_analysed()
    {
        await using var product = await TestDatabase.RunningAsync();

        var id = await product.ReceiveAsync(organization, Invented.Call("Это не по-китайски") with { Language = "zh" });

        var call = await product.WaitAsync(organization, id);
        Assert.Equal(("stopped", "unsupported_language"), (call.State.ToString().ToLowerInvariant(), call.StopReason));
        Assert.Equal(0L, await product.AskAsync<long>("select count(*) from calls.analyses"));
    }

    [Fact]
    public async Task A_file_that_is_no_recording_stops_with_its_reason_and_leaves_no_audio()
    {
        await using var product = await TestDatabase.RunningAsync();

        var id = await product.ReceiveAudioAsync(organization, "this is not a recording, whatever it says"u8.ToArray());

        var call = await product.WaitAsync(organization, id);
        Assert.Equal("not_audio", call.StopReason);
        Assert.Equal(0L, await product.AskAsync<long>("select count(*) from calls.calls where audio_key is not null"));
        Assert.Equal("given_up", await product.AskAsync<string>("select reason from calls.receipts"));
        await Eventually.HoldsAsync(() => Task.FromResult(Directory.GetFiles(product.Settings.SpoolFolder).Length == 0), "the spool is empty");
    }

    [Fact]
    public async Task A_listener_hears_each_state_of_its_own_calls_only()
    {
        await using var product = await TestDatabase.RunningAsync();
        using var time = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var heard = new List<string>();
        var connected = new TaskCompletionSource();
        var listening = Task.Run(async () =>
        {
            await foreach (var change in product.Get<CallEvents>().SubscribeAsync(organization, time.Token))
            {
                connected.TrySetResult();
                heard.AddRange(change is null ? [] : [change.State]);
                if (change?.State == "done")
                {
                    return;
                }
            }
        });
        await connected.Task;
        await product.WaitAsync(Guid.Empty, await product.ReceiveAsync(Guid.Empty, Invented.Call("somebody else's call")));

        await product.ReceiveAsync(organization, Invented.Call("The refund never came."));
        await listening;

        Assert.Equal(["received", "done"], heard); // the steps of a ready transcript are one transaction
    }
}
