using Earshot.Platform.Accounts.People;

namespace Earshot.Unit.Accounts;

public sealed class HashLineTests
{
    [Fact]
    public async Task Who_is_known_is_served_before_strangers_and_a_full_line_sends_away_at_once()
    {
        var line = new HashLine(places: 1, longest: 2);
        using var door = new ManualResetEventSlim();
        var served = new List<string>();
        var busy = line.RunAsync(() => { door.Wait(TimeSpan.FromSeconds(30)); return 0; }, isKnown: false, default);

        var waiting = new[] { ("stranger", false), ("other stranger", false), ("known", true) }
            .Select(one => line.RunAsync(() => { served.Add(one.Item1); return 0; }, one.Item2, default)).ToArray();
        var sentAway = await line.RunAsync(() => 0, isKnown: false, default);
        door.Set();
        await Task.WhenAll([busy, .. waiting]);

        Assert.Equal("sign_in_busy", sentAway.Failure?.Code);
        Assert.Equal(["known", "stranger", "other stranger"], served);
    }

    [Fact]
    public async Task Who_gives_up_leaves_the_place_to_the_next()
    {
        var line = new HashLine(places: 1, longest: 2);
        using var door = new ManualResetEventSlim();
        using var patience = new CancellationTokenSource();
        var busy = line.RunAsync(() => { door.Wait(TimeSpan.FromSeconds(30)); return 0; }, isKnown: false, default);
        var gone = line.RunAsync(() => 1, isKnown: false, patience.Token);
        var next = line.RunAsync(() => 2, isKnown: false, default);

        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        door.Set();
        await busy;

        Assert.Equal(2, (await next.WaitAsync(TimeSpan.FromSeconds(30))).Value);
    }
}
