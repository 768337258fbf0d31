using System.Buffers.Binary;
using System.Text;
using Earshot.Integration.Harness;
using Earshot.Platform.Calls;
using Earshot.Platform.Calls.Spool;

namespace Earshot.Integration.Calls;

/// <summary>Each acknowledged call is done exactly once, and no audio is left, whatever dies when.</summary>
public sealed class NothingLostTests
{
    // Where attempts are counted, a lease must not run out on a machine that is busy.
    private const int Unhurried = 60;

    private readonly Guid organization = Guid.CreateVersion7();

    [Theory]
    [InlineData("calls.transcribing:begin")]
    [InlineData("calls.transcribing:before-commit")]
    [InlineData("calls.transcribing:after-commit")]
    [InlineData("calls.transcribing:end")]
    [InlineData("calls.masking:begin")]
    [InlineData("calls.masking:before-commit")]
    [InlineData("calls.masking:after-commit")]
    [InlineData("calls.analysing:begin")]
    [InlineData("calls.analysing:before-commit")]
    [InlineData("calls.analysing:after-commit")]
    [InlineData("calls.delivering:begin")]
    [InlineData("calls.delivering:before-commit")]
    [InlineData("calls.delivering:after-commit")]
    public async Task A_server_killed_at_this_point_and_started_again_ends_each_call_once(string point)
    {
        await using var product = await TestDatabase.CreateAsync();
        Guid[] calls =
        [
            await product.ReceiveAudioAsync(organization, Tone.Wave()),
            await product.ReceiveAsync(organization, Invented.Call("The refund never came.")),
        ];
        using (var doomed = ServerProcess.Start(product.Settings, fault: point))
        {
            await doomed.WaitForDeathAsync();
        }

        using var server = ServerProcess.Start(product.Settings);

        await AllDoneAsync(product, calls);
        await NoAudioIsLeftAsync(product);
    }

    [Fact]
    public async Task A_server_killed_at_random_moments_ends_each_call_once()
    {
        await using var product = await TestDatabase.CreateAsync();
        var calls = new List<Guid>();
        var random = new Random(7);
        for (var round = 0; round < 3; round++)
        {
            using var doomed = ServerProcess.Start(product.Settings, spoolGraceSeconds: 60); // recordings come in meanwhile
            for (var i = 0; i < 10; i++)
            {
                calls.Add(i % 2 == 0
                    ? await product.ReceiveAudioAsync(organization, Tone.Wave())
                    : await product.ReceiveAsync(organization, Invented.Call("The refund never came.")));
            }

            await Task.Delay(random.Next(500, 3000));
            doomed.Kill();
        }

        using var server = ServerProcess.Start(product.Settings);

        await AllDoneAsync(product, [.. calls]);
        await NoAudioIsLeftAsync(product);
    }

    [Fact]
    public async Task An_engine_that_fails_for_good_stops_the_call_and_its_recording_is_destroyed()
    {
        await using var product = await TestDatabase.CreateAsync();
        var id = await product.ReceiveAudioAsync(organization, Tone.Wave());

        using var server = ServerProcess.Start(product.Settings, engine: "fail", leaseSeconds: Unhurried);

        var call = await product.WaitAsync(organization, id, seconds: 90);
        Assert.Equal(("needs_reupload", 4), (call.StopReason, call.Attempts));
        await NoAudioIsLeftAsync(product);
    }

    [Fact]
    public async Task An_engine_that_hangs_is_given_up_and_the_recording_is_destroyed()
    {
        await using var product = await TestDatabase.CreateAsync();
        var id = await product.ReceiveAudioAsync(organization, Tone.Wave());

        using var server = ServerProcess.Start(product.Settings, engine: "hang", recognitionSeconds: 2);

        var call = await product.WaitAsync(organization, id, seconds: 120);
        Assert.Equal("needs_reupload", call.StopReason);
        await NoAudioIsLeftAsync(product);
    }

    [Fact]
    public async Task An_engine_that_recovers_ends_the_call()
    {
        await using var product = await TestDatabase.CreateAsync();
        var id = await product.ReceiveAudioAsync(organization, Tone.Wave());

        using var server = ServerProcess.Start(product.Settings, engine: "fail twice", leaseSeconds: Unhurried);

        var call = await product.WaitAsync(organization, id, seconds: 60);
        Assert.Equal((CallState.Done, 3), (call.State, call.Attempts));
    }

    [Fact]
    public async Task A_recording_whose_sender_died_before_the_call_was_acknowledged_is_swept()
    {
        await using var product = await TestDatabase.CreateAsync();
        await product.Get<AudioSpool>().WriteAsync(new MemoryStream(Tone.Wave()), long.MaxValue, default);
        await Task.Delay(1500);

        using var server = ServerProcess.Start(product.Settings);

        await NoAudioIsLeftAsync(product);
    }

    private async Task AllDoneAsync(TestDatabase product, Guid[] calls)
    {
        foreach (var id in calls)
        {
            var call = await product.WaitAsync(organization, id, seconds: 90);
            Assert.Equal((CallState.Done, null), (call.State, call.StopReason));
        }

        Assert.Equal(calls.Length, await product.AskAsync<long>("select count(*) from calls.calls"));
        Assert.Equal(calls.Length, await product.AskAsync<long>("select count(*) from calls.analyses"));
        Assert.Equal(calls.Length, await product.AskAsync<long>("select count(*) from calls.search"));
        Assert.Equal(calls.Length, await product.AskAsync<long>("select count(*) from calls.transcripts where masked is not null"));
        Assert.Equal(
            await product.AskAsync<long>("select count(*) from calls.calls where audio_bytes is not null"),
            await product.AskAsync<long>("select count(*) from calls.receipts where kind = 'audio' and reason = 'transcribed'"));
        // Whoever listens for calls that are done has a job of its own.
        await Eventually.HoldsAsync(async () => await product.AskAsync<long>("select count(*) from kernel.jobs") == 0, "no job is left", seconds: 90);
    }

    private static async Task NoAudioIsLeftAsync(TestDatabase product)
    {
        await Eventually.HoldsAsync(() => Task.FromResult(Directory.GetFiles(product.Settings.SpoolFolder).Length == 0), "the spool is empty", seconds: 90);
        Assert.Equal(0L, await product.AskAsync<long>("select count(*) from calls.calls where audio_key is not null"));
    }
}

/// <summary>A recording in which something like speech is heard.</summary>
internal static class Tone
{
    public static byte[] Wave(double seconds = 3)
    {
        const int rate = 8000;
        var samples = (int)(seconds * rate);
        var wave = new byte[44 + (2 * samples)];
        var span = wave.AsSpan();
        Encoding.ASCII.GetBytes("RIFF").CopyTo(span);
        BinaryPrimitives.WriteInt32LittleEndian(span[4..], wave.Length - 8);
        Encoding.ASCII.GetBytes("WAVEfmt ").CopyTo(span[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(span[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(span[20..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(span[22..], 1);
        BinaryPrimitives.WriteInt32LittleEndian(span[24..], rate);
        BinaryPrimitives.WriteInt32LittleEndian(span[28..], 2 * rate);
        BinaryPrimitives.WriteInt16LittleEndian(span[32..], 2);
        BinaryPrimitives.WriteInt16LittleEndian(span[34..], 16);
        Encoding.ASCII.GetBytes("data").CopyTo(span[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(span[40..], 2 * samples);
        for (var i = 0; i < samples; i++)
        {
            var t = (double)i / rate;
            var loud = t is > 0.5 and < 2.2 ? 0.3 + (0.25 * Math.Sin(2 * Math.PI * 4 * t)) : 0.0005;
            var voice = Math.Sin(2 * Math.PI * 160 * t) + (0.6 * Math.Sin(2 * Math.PI * 480 * t)) + (0.4 * Math.Sin(2 * Math.PI * 1300 * t));
            BinaryPrimitives.WriteInt16LittleEndian(span[(44 + (2 * i))..], (short)(12000 * loud * voice / 2));
        }

        return wave;
    }
}
