using Earshot.Speech;
using Earshot.Speech.Engines.OpenAi;
using Earshot.Speech.Engines.Pocketsphinx;
using Earshot.Speech.Engines.Sherpa;
using Earshot.Speech.Engines.SpeechKit;
using Earshot.Web.Doubles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;

namespace Earshot.Integration.Speech;

/// <summary>What every engine must do, whatever it is. An engine is one fixture and inherits this.</summary>
public abstract class EngineCompliance : IAsyncLifetime
{
    private ISpeechEngine? engine;

    private ISpeechEngine Engine => engine ?? throw new InvalidOperationException("Not started.");

    public async Task InitializeAsync() => engine = Installed.Missing([.. Needs]) is null ? await StartAsync() : null;

    public virtual async Task DisposeAsync()
    {
        if (engine is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
    }

    [Fact]
    public async Task Words_come_in_order_and_within_the_piece() => await IfInstalledAsync(async () =>
    {
        var sound = Sound();

        var words = (await Engine.RecognizeAsync(sound, Hints(), default)).Words;

        Assert.NotEmpty(words);
        Assert.All(words, word => Assert.True(word.Text.Length > 0 && !word.Text.Contains(' ', StringComparison.Ordinal)));
        Assert.All(words, word => Assert.InRange(word.End.TotalSeconds, word.Start.TotalSeconds, ((double)sound.Length / Engine.Info.SampleRate) + 0.05));
        Assert.All(words.Zip(words.Skip(1)), pair => Assert.True(pair.First.Start <= pair.Second.Start));
        Assert.All(words, word => Assert.InRange(word.Confidence ?? 0, 0, 1));
    });

    [Fact]
    public async Task Two_pieces_at_once_do_not_disturb_each_other() => await IfInstalledAsync(async () =>
    {
        var both = await Task.WhenAll(Engine.RecognizeAsync(Sound(), Hints(), default), Engine.RecognizeAsync(Sound(), Hints(), default));

        Assert.Equal(both[0].Words.Count, both[1].Words.Count);
    });

    [Fact]
    public async Task A_cancelled_piece_ends_at_once_and_the_engine_works_on() => await IfInstalledAsync(async () =>
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Engine.RecognizeAsync(Sound(), Hints(), cancelled.Token));

        Assert.NotEmpty((await Engine.RecognizeAsync(Sound(), Hints(), default)).Words);
    });

    [Fact]
    public async Task Whatever_is_kept_can_be_forgotten() => await IfInstalledAsync(async () =>
    {
        var references = new List<string>();
        var own = Engine.ForRecording((reference, _) =>
        {
            references.Add(reference);
            return Task.CompletedTask;
        });
        await own.RecognizeAsync(Sound(), Hints(), default);

        var receipt = await own.ForgetAsync(default);

        Assert.Equal(Engine.Info.KeepsCopy ? ForgetReceipt.Deleted : ForgetReceipt.NothingKept, receipt.Outcome);
        Assert.Equal(Engine.Info.KeepsCopy, references.Count > 0);
    });

    [Fact]
    public async Task It_says_where_it_works_and_what_it_knows() => await IfInstalledAsync(() =>
    {
        Assert.NotEmpty(Engine.Info.Region);
        Assert.NotEmpty(Engine.Info.Languages);
        Assert.InRange(Engine.Info.SampleRate, 8_000, 48_000);
        Assert.True(Engine.Info.MaxSegment > TimeSpan.FromSeconds(5));
        return Task.CompletedTask;
    });

    protected abstract IReadOnlyList<string> Needs { get; }

    protected abstract Task<ISpeechEngine> StartAsync();

    protected virtual float[] Sound() => ToneSignal.Channel(4, new ToneWord("one", 0.5), new ToneWord("two", 1.5), new ToneWord("three", 2.5));

    private SpeechHints Hints() => new(Engine.Info.Languages.First());

    private Task IfInstalledAsync(Func<Task> test) => engine is null ? Task.CompletedTask : test();
}


public sealed class SherpaCompliance : EngineCompliance
{
    private readonly string folder = Directory.CreateTempSubdirectory("earshot-compliance-").FullName;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    protected override IReadOnlyList<string> Needs => ["sherpa"];

    protected override Task<ISpeechEngine> StartAsync() => Task.FromResult(SherpaEngine.Create(ToneModel.In(Path.Combine(folder, "tones"))));
}

public sealed class PocketsphinxCompliance : EngineCompliance
{
    protected override IReadOnlyList<string> Needs => ["pocketsphinx", "audio/read-16k.wav"];

    protected override Task<ISpeechEngine> StartAsync() => Task.FromResult(PocketsphinxEngine.Create(parallel: 2));

    protected override float[] Sound()
    {
        var wave = File.ReadAllBytes(DevelopmentData.Find("audio/read-16k.wav") ?? string.Empty);
        return [.. Enumerable.Range(0, 16_000 * 4).Select(i => BitConverter.ToInt16(wave, 44 + (i * 2)) / 32768f)];
    }
}

public sealed class SpeechKitCompliance : EngineCompliance
{
    private readonly DoubleServer server = new();

    public override async Task DisposeAsync() => await server.DisposeAsync();

    protected override IReadOnlyList<string> Needs => [];

    protected override async Task<ISpeechEngine> StartAsync()
    {
        var http = await server.StartAsync(routes => SpeechKitDouble.Map(routes).Script.Fixed = "один два три");
        return new SpeechKitEngine(http, DoubleServer.SpeechKit);
    }
}

public sealed class OpenAiAudioCompliance : EngineCompliance
{
    private readonly DoubleServer server = new();

    public override async Task DisposeAsync() => await server.DisposeAsync();

    protected override IReadOnlyList<string> Needs => [];

    protected override async Task<ISpeechEngine> StartAsync()
    {
        var http = await server.StartAsync(routes => OpenAiAudioDouble.Map(routes).Script.Fixed = "one two three");
        return new OpenAiAudioEngine(http, DoubleServer.OpenAi);
    }
}

/// <summary>A server in memory that carries one double.</summary>
internal sealed class DoubleServer : IAsyncDisposable
{
    private WebApplication? app;

    public static SpeechKitOptions SpeechKit { get; } = new()
    {
        BaseAddress = new Uri("http://localhost"),
        OperationsAddress = new Uri("http://localhost"),
        ApiKey = "key",
        PollEvery = TimeSpan.FromMilliseconds(1),
    };

    public static OpenAiAudioOptions OpenAi { get; } = new(new Uri("http://localhost"), "whisper-1", "eu") { ApiKey = "key" };

    public async Task<HttpClient> StartAsync(Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        app = builder.Build();
        map(app);
        await app.StartAsync();
        return app.GetTestClient();
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }
}
