using Earshot.Integration.Harness;
using Earshot.Platform.Calls.Recognition;
using Earshot.Platform.Kernel.Egress;
using Earshot.Speech;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Integration.Calls;

/// <summary>How an organization wants its recordings recognised, and that the pipeline does it so.</summary>
public sealed class RecognitionSettingsTests
{
    private static readonly Guid Organization = Guid.Parse("00000000-0000-7000-8000-000000000001");

    [Fact]
    public async Task The_recogniser_is_told_what_to_listen_for()
    {
        var engine = new AttentiveEngine("attentive", SpeechEngineInfo.Local);
        await using var product = await TestDatabase.RunningAsync(services => services.AddSingleton<ISpeechEngine>(engine));
        Assert.True((await ChangeAsync(product, new ChangeRecognitionRequest(StaysHere: true, AgentChannel: 0, [" Brightline ", "brightline", ""]))).IsOk);

        await product.WaitAsync(Organization, await product.ReceiveAudioAsync(Organization, Tone.Wave()));

        Assert.Equal(["Brightline"], engine.Heard);
    }

    [Theory]
    [InlineData(false, "far")]
    [InlineData(true, "near")]
    public async Task Who_keeps_recordings_here_gets_no_remote_recogniser(bool staysHere, string chosen)
    {
        var far = new Destination { Name = "far", Hosts = ["far.example"], Purpose = "transcription", Region = "ru", Data = ["audio"] };
        await using var product = await TestDatabase.CreateAsync(services => services
            .AddSingleton<ISpeechEngine>(new AttentiveEngine("near", SpeechEngineInfo.Local))
            .AddSingleton(new RemoteEngine(far, _ => new AttentiveEngine("far", "ru"))));

        var found = product.Get<SpeechEngines>().Find(Organization, new RecognitionSettings { OrganizationId = Organization, StaysHere = staysHere }, "en");

        Assert.Equal(chosen, found?.Info.Name);
    }

    [Fact]
    public async Task What_can_not_be_is_refused_by_name_and_changes_nothing()
    {
        await using var product = await TestDatabase.CreateAsync();

        Assert.Equal("bad_channel", (await ChangeAsync(product, new ChangeRecognitionRequest(true, 16, []))).Failure?.Code);
        Assert.Equal("bad_vocabulary", (await ChangeAsync(product, new ChangeRecognitionRequest(true, null, [new string('a', 61)]))).Failure?.Code);
        Assert.Equal("bad_vocabulary", (await ChangeAsync(product, new ChangeRecognitionRequest(true, null, [.. Enumerable.Range(0, 201).Select(i => $"term {i}")]))).Failure?.Code);
        Assert.Equal(0L, await product.AskAsync<long>("select count(*) from calls.recognition_settings"));
    }

    private static async Task<Platform.Kernel.Result<Platform.Kernel.Done>> ChangeAsync(TestDatabase product, ChangeRecognitionRequest request)
    {
        await using var scope = product.Of(Organization);
        return await scope.ServiceProvider.GetRequiredService<ChangeRecognitionSettings>().RunAsync(request, default);
    }

    private sealed class AttentiveEngine(string name, string region) : ISpeechEngine
    {
        public SpeechEngineInfo Info { get; } = new(name, region, ["en", "ru"], 16_000, TimeSpan.FromSeconds(25), HasWordTimes: true, KeepsCopy: false) { HasHotWords = true };

        public IReadOnlyList<string> Heard { get; private set; } = [];

        public Task<RecognizedSpeech> RecognizeAsync(ReadOnlyMemory<float> samples, SpeechHints hints, CancellationToken ct)
        {
            Heard = hints.HotWords;
            return Task.FromResult(new RecognizedSpeech([new SpokenWord("word", TimeSpan.Zero, TimeSpan.FromSeconds(0.1), 0.9)]));
        }

        public Task<ForgetReceipt> ForgetAsync(CancellationToken ct) => Task.FromResult(new ForgetReceipt(Info.Name, ForgetReceipt.NothingKept));
    }
}
