using Earshot.Platform.Kernel.Egress;
using Earshot.Speech;
using Earshot.Speech.Engines.OpenAi;
using Earshot.Speech.Engines.SpeechKit;

namespace Earshot.Platform.Calls.Recognition;

/// <summary>A recogniser elsewhere: where it is for the egress guard, and how to open it with a client that passes there.</summary>
public sealed record RemoteEngine(Destination Destination, Func<HttpClient, ISpeechEngine> Open)
{
    public static IEnumerable<RemoteEngine> From(SpeechSettings settings)
    {
        if (settings.SpeechKitKey is not null)
        {
            yield return SpeechKit(settings);
        }

        if (settings is { OpenAiAddress: { } address, OpenAiRegion: { } region })
        {
            yield return OpenAi(settings, address, region);
        }
    }

    private static RemoteEngine SpeechKit(SpeechSettings settings)
    {
        var usual = new SpeechKitOptions { ApiKey = settings.SpeechKitKey, FolderId = settings.SpeechKitFolder };
        var options = settings.SpeechKitAddress is { } other ? usual with { BaseAddress = other, OperationsAddress = other } : usual;
        var destination = Entry("speechkit", "ru", options.Patience) with { Fields = ["sound", "language", "model"] };
        return new RemoteEngine(destination.At(options.BaseAddress).At(options.OperationsAddress), http => new SpeechKitEngine(http, options));
    }

    private static RemoteEngine OpenAi(SpeechSettings settings, Uri address, string region)
    {
        var options = new OpenAiAudioOptions(address, settings.OpenAiModel, region) { ApiKey = settings.OpenAiKey };
        var destination = Entry("openai-audio", region, options.Patience) with { Fields = ["sound", "language", "model", "words to listen for"] };
        return new RemoteEngine(destination.At(address), http => new OpenAiAudioEngine(http, options));
    }

    private static Destination Entry(string name, string region, TimeSpan patience) => new()
    {
        Name = name,
        Hosts = [],
        Purpose = "transcription",
        Region = region,
        Data = ["audio"],
        Patience = patience,
    };
}
