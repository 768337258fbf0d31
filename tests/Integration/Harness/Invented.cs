using Earshot.Masking;
using Earshot.Platform.Calls;
using Earshot.Platform.Calls.Spool;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Integration.Harness;

/// <summary>Invented calls, and the ways in which tests send and await them.</summary>
internal static class Invented
{
    public static readonly NewCall Details = new()
    {
        Source = "api",
        Direction = CallDirection.Inbound,
        StartedAt = new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero),
        RecordingGround = "consent",
        Language = "en",
    };

    public static Conversation Call(string customerSays) => new("en", [new Turn("agent", "Good morning, how can I help you?"), new Turn("customer", customerSays)]);

    public static async Task<Guid> ReceiveAsync(this TestDatabase product, Guid organization, Conversation conversation)
    {
        await using var scope = product.Of(organization);
        var call = await scope.ServiceProvider.GetRequiredService<ReceiveCall>().WithTranscriptAsync(Details, conversation, "json", default);
        await scope.ServiceProvider.GetRequiredService<PlatformDb>().SaveChangesAsync();
        return call.Id;
    }

    /// <summary>Waits until a question to the database has the wanted answer; for what happens in jobs after a call is done.</summary>
    public static async Task UntilAsync(this TestDatabase product, string question, long wanted)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await product.AskAsync<long>(question) != wanted)
        {
            await Task.Delay(50, patience.Token);
        }
    }

    public static async Task<Guid> ReceiveAudioAsync(this TestDatabase product, Guid organization, byte[] audio)
    {
        await using var scope = product.Of(organization);
        var spooled = await product.Get<AudioSpool>().WriteAsync(new MemoryStream(audio), long.MaxValue, default);
        var call = await scope.ServiceProvider.GetRequiredService<ReceiveCall>().WithAudioAsync(Details, spooled.Value, default);
        await scope.ServiceProvider.GetRequiredService<PlatformDb>().SaveChangesAsync();
        return call.Id;
    }

    /// <returns>The call once it is over.</returns>
    public static async Task<Call> WaitAsync(this TestDatabase product, Guid organization, Guid id, int seconds = 30)
    {
        Call? call = null;
        await Eventually.HoldsAsync(
            async () =>
            {
                await using var scope = product.Of(organization);
                call = await scope.ServiceProvider.GetRequiredService<PlatformDb>().Set<Call>().AsNoTracking().SingleAsync(row => row.Id == id);
                return call.IsOver;
            },
            "the call is over",
            seconds);
        return call ?? throw new InvalidOperationException("There is no call.");
    }
}

/// <summary>Waits for what other processes or threads bring about.</summary>
internal static class Eventually
{
    public static async Task HoldsAsync(Func<Task<bool>> holds, string what, int seconds = 30)
    {
        for (var attempt = 0; attempt < seconds * 20; attempt++)
        {
            if (await holds())
            {
                return;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"It did not come about that {what}.");
    }
}
