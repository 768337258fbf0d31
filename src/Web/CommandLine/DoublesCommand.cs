using System.CommandLine;
using Earshot.Web.Doubles;

namespace Earshot.Web.CommandLine;

/// <summary><c>earshot doubles</c>: stand-ins for outside services on this machine, to try a connection without an account and without sending anything away.</summary>
internal static class DoublesCommand
{
    public static Command Create()
    {
        var urls = new Option<string>("--urls") { Description = "Address to listen on; a loopback address.", DefaultValueFactory = _ => "http://127.0.0.1:8090" };
        var command = new Command("doubles", "Start stand-ins for outside services, which behave like the real ones and hear invented words.") { urls };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetRequiredValue(urls), ct));
        return command;
    }

    private static async Task<int> RunAsync(string urls, CancellationToken ct)
    {
        if (!Uri.TryCreate(urls, UriKind.Absolute, out var address) || !address.IsLoopback)
        {
            await Terminal.Error.WriteLineAsync("--urls must be one loopback address, for example http://127.0.0.1:8090.");
            return 2;
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(urls);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        await using var app = builder.Build();
        SpeechKitDouble.Map(app);
        OpenAiAudioDouble.Map(app);
        await app.StartAsync(ct);
        await Terminal.Out.WriteLineAsync(
            $"""
            Stand-ins are at {urls}. Any key is taken. Start the server with one of:
              EARSHOT_SPEECHKIT_KEY=any EARSHOT_SPEECHKIT_URL={urls}            Yandex SpeechKit v3
              EARSHOT_OPENAI_AUDIO_URL={urls} EARSHOT_OPENAI_AUDIO_REGION=local    /v1/audio/transcriptions
            """);
        await app.WaitForShutdownAsync(ct);
        return 0;
    }
}
