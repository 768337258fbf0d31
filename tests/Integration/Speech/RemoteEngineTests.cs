using Earshot.Speech;
using Earshot.Speech.Engines.OpenAi;
using Earshot.Speech.Engines.SpeechKit;
using Earshot.Web.Doubles;

namespace Earshot.Integration.Speech;

public sealed class RemoteEngineTests : IAsyncLifetime
{
    private readonly DoubleServer server = new();
    private readonly float[] sound = ToneSignal.Channel(3, new ToneWord("one", 0.5));
    private SpeechKitDouble? speechKit;
    private OpenAiAudioDouble? openAi;
    private HttpClient? http;

    private SpeechKitDouble SpeechKit => speechKit ?? throw new InvalidOperationException();

    private OpenAiAudioDouble OpenAi => openAi ?? throw new InvalidOperationException();

    private HttpClient Http => http ?? throw new InvalidOperationException();

    public async Task InitializeAsync() => http = await server.StartAsync(routes => (speechKit, openAi) = (SpeechKitDouble.Map(routes), OpenAiAudioDouble.Map(routes)));

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [InlineData(429, SpeechFailure.EngineBusy)]
    [InlineData(500, SpeechFailure.EngineFailed)]
    [InlineData(503, SpeechFailure.EngineBusy)]
    [InlineData(413, SpeechFailure.TooLong)]
    [InlineData(401, SpeechFailure.EngineFailed)]
    public async Task A_refusal_of_either_service_has_a_name(int status, SpeechFailure expected)
    {
        SpeechKit.Mood.FailNext(status);
        OpenAi.Mood.FailNext(status);

        var failures = new[] { await FailureAsync(NewSpeechKit()), await FailureAsync(NewOpenAi()) };

        Assert.Equal([expected, expected], failures);
    }

    [Fact]
    public async Task A_body_that_never_comes_is_a_timeout()
    {
        OpenAi.Mood.Slowness = TimeSpan.FromSeconds(30);

        var failure = await FailureAsync(NewOpenAi(DoubleServer.OpenAi with { Patience = TimeSpan.FromMilliseconds(300) }));

        Assert.Equal(SpeechFailure.EngineTimedOut, failure);
    }

    [Fact]
    public async Task A_passing_error_while_waiting_is_ridden_out()
    {
        SpeechKit.Script.Fixed = "раз два";
        var engine = NewSpeechKit(copyKept: (_, _) =>
        {
            SpeechKit.Mood.FailNext(500, 503);
            return Task.CompletedTask;
        });

        var speech = await engine.RecognizeAsync(sound, new SpeechHints("ru"), default);

        Assert.Equal(["раз", "два"], speech.Words.Select(word => word.Text));
    }

    [Fact]
    public async Task A_phrase_that_comes_twice_counts_once()
    {
        (SpeechKit.Mood.Repeats, SpeechKit.Script.Fixed) = (true, "раз два три четыре пять шесть семь восемь девять десять");

        var speech = await NewSpeechKit().RecognizeAsync(sound, new SpeechHints("ru"), default);

        Assert.Equal(10, speech.Words.Count);
    }

    [Fact]
    public async Task A_result_that_expired_says_so_and_counts_as_deleted()
    {
        var engine = NewSpeechKit(copyKept: async (reference, ct) => await ((ISpeechEngine)NewSpeechKit()).ForgetAsync(reference, ct));

        Assert.Equal(SpeechFailure.EngineFailed, await FailureAsync(engine));

        Assert.Equal(ForgetReceipt.Deleted, (await engine.ForgetAsync(default)).Outcome);
    }

    [Fact]
    public async Task An_operation_that_never_ends_is_given_up()
    {
        SpeechKit.PendingPolls = int.MaxValue;

        var failure = await FailureAsync(NewSpeechKit(DoubleServer.SpeechKit with { Patience = TimeSpan.FromSeconds(0.5) }));

        Assert.Equal(SpeechFailure.EngineTimedOut, failure);
    }

    [Fact]
    public async Task Normalisation_is_off_and_the_key_travels_in_its_header()
    {
        await NewSpeechKit().RecognizeAsync(sound, new SpeechHints("ru"), default);

        Assert.All(SpeechKit.Mood.Seen, seen => Assert.Equal("Api-Key key", seen.Headers["Authorization"]));
        Assert.Contains(SpeechKit.Mood.Seen, seen => seen.Request == "POST /stt/v3/recognizeFileAsync");
    }

    [Fact]
    public async Task The_provider_keeps_nothing_after_a_transcription()
    {
        var transcriber = new Transcriber(new SpeechKitEngine(Http, DoubleServer.SpeechKit));

        var result = await transcriber.TranscribeAsync(new MemoryStream(ToneSignal.Wave(sound, sound[..])), new TranscriptionRequest("ru"));

        Assert.Equal((ForgetReceipt.Deleted, 0), (result.Forget?.Outcome, SpeechKit.Kept.Count));
    }

    [Fact]
    public async Task The_provider_keeps_nothing_after_a_failure_in_the_middle()
    {
        var transcriber = new Transcriber(new SpeechKitEngine(Http, DoubleServer.SpeechKit));
        var request = new TranscriptionRequest("ru") { CopyKept = (_, _) => throw new SpeechEngineException(SpeechFailure.EngineFailed, "killed") };

        var result = await transcriber.TranscribeAsync(new MemoryStream(ToneSignal.Wave(sound)), request);

        Assert.Equal((SpeechFailure.EngineFailed, ForgetReceipt.Deleted, 0), (result.Failure, result.Forget?.Outcome, SpeechKit.Kept.Count));
    }

    [Fact]
    public async Task A_delete_that_fails_leaves_a_reference_to_try_again()
    {
        var engine = NewSpeechKit();
        await engine.RecognizeAsync(sound, new SpeechHints("ru"), default);
        SpeechKit.Mood.FailNext(500, 500, 500);

        var failed = await engine.ForgetAsync(default);

        Assert.Equal(ForgetReceipt.Failed, failed.Outcome);
        Assert.Equal(ForgetReceipt.Deleted, (await engine.ForgetAsync(failed.Reference ?? string.Empty, default)).Outcome);
    }

    [Fact]
    public async Task A_model_that_answers_plain_json_gets_times_by_length()
    {
        OpenAi.Script.Fixed = "one two";

        var speech = await NewOpenAi(DoubleServer.OpenAi with { Model = "gpt-4o-transcribe" }).RecognizeAsync(sound, new SpeechHints("en"), default);

        Assert.Equal(["one", "two"], speech.Words.Select(word => word.Text));
        Assert.Equal(1.5, speech.Words[1].Start.TotalSeconds, 2);
    }

    [Fact]
    public async Task Text_over_silence_is_marked_as_doubtful()
    {
        (OpenAi.NoSpeechProbability, OpenAi.Script.Fixed) = (0.95, "thanks for watching");

        var result = await new Transcriber(NewOpenAi()).TranscribeAsync(new MemoryStream(ToneSignal.Wave(sound)), new TranscriptionRequest());

        Assert.True(Assert.Single(result.Value.Turns).Doubtful);
    }

    [Fact]
    public async Task An_engine_of_another_region_is_refused_before_anything_is_sent()
    {
        var result = await new Transcriber(NewOpenAi()).TranscribeAsync(new MemoryStream(ToneSignal.Wave(sound)), new TranscriptionRequest { Region = "ru" });

        Assert.Equal((SpeechFailure.NoEngine, 0), (result.Failure, OpenAi.Mood.Seen.Count));
    }

    private ISpeechEngine NewSpeechKit(SpeechKitOptions? options = null, Func<string, CancellationToken, Task>? copyKept = null) =>
        new SpeechKitEngine(Http, options ?? DoubleServer.SpeechKit).ForRecording(copyKept);

    private OpenAiAudioEngine NewOpenAi(OpenAiAudioOptions? options = null) => new(Http, options ?? DoubleServer.OpenAi);

    private async Task<SpeechFailure?> FailureAsync(ISpeechEngine engine)
    {
        try
        {
            await engine.RecognizeAsync(sound, new SpeechHints("en"), default);
            return null;
        }
        catch (SpeechEngineException failed)
        {
            return failed.Failure;
        }
    }
}
