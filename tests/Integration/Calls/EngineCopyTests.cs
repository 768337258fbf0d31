using Earshot.Integration.Harness;
using Earshot.Platform;
using Earshot.Platform.Calls;
using Earshot.Web.Doubles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Integration.Calls;

/// <summary>A remote recogniser behind the egress guard: what it keeps of a recording is forgotten, and if it does not obey at once, later.</summary>
public sealed class EngineCopyTests : IAsyncLifetime
{
    private readonly Guid organization = Guid.CreateVersion7();
    private readonly WebApplication service = NewService();
    private SpeechKitDouble? speechKit;
    private int refusedDeletions;

    private SpeechKitDouble SpeechKit => speechKit ?? throw new InvalidOperationException();

    private Uri Address => new(service.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.First() ?? "http://x");

    public async Task InitializeAsync()
    {
        service.Use(async (context, next) =>
        {
            if (context.Request.Method == HttpMethods.Delete && Interlocked.Decrement(ref refusedDeletions) >= 0)
            {
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
            }

            await next(context);
        });
        speechKit = SpeechKitDouble.Map(service);
        SpeechKit.PendingPolls = 0;
        SpeechKit.Script.Fixed = "the refund never came";
        await service.StartAsync();
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task A_copy_that_is_forgotten_at_once_is_written_down_as_forgotten_and_the_call_went_out_through_the_guard()
    {
        await using var product = await TestDatabase.RunningAsync(change: WithSpeechKit);

        var call = await product.WaitAsync(organization, await product.ReceiveAudioAsync(organization, Tone.Wave()));

        Assert.Equal(CallState.Done, call.State);
        Assert.Empty(SpeechKit.Kept);
        Assert.Equal((1L, 0L), (await CountAsync(product, "calls.engine_copies"), await CountAsync(product, "calls.engine_copies where forgotten_at is null")));
        Assert.Equal("deleted", await product.AskAsync<string>("select engine_forget from calls.receipts where kind = 'audio'"));
        Assert.True(await CountAsync(product, "kernel.egress_calls where destination = 'speechkit' and outcome = 'answered' and 'audio' = any(data)") >= 3);
    }

    [Fact]
    public async Task A_copy_that_the_service_does_not_forget_at_once_is_asked_for_until_it_is_gone_and_the_receipts_say_so()
    {
        refusedDeletions = 3; // as often as the client tries at once
        await using var product = await TestDatabase.RunningAsync(change: WithSpeechKit);

        var call = await product.WaitAsync(organization, await product.ReceiveAudioAsync(organization, Tone.Wave()));
        await Eventually.HoldsAsync(async () => await CountAsync(product, "calls.receipts where kind = 'copy' and engine_forget = 'deleted'") == 1, "the copy is forgotten");

        Assert.Equal(CallState.Done, call.State);
        Assert.Equal("failed", await product.AskAsync<string>("select engine_forget from calls.receipts where kind = 'audio'"));
        Assert.Empty(SpeechKit.Kept);
    }

    private static WebApplication NewService()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        return builder.Build();
    }

    private PlatformSettings WithSpeechKit(PlatformSettings settings) => settings with { Speech = new SpeechSettings { SpeechKitKey = "key", SpeechKitAddress = Address } };

    private static Task<long> CountAsync(TestDatabase product, string from) => product.AskAsync<long>($"select count(*) from {from}");
}
