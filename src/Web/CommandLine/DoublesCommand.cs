using System.CommandLine;
using Earshot.Web.Doubles;
using Earshot.Web.Doubles.SignOn;

namespace Earshot.Web.CommandLine;

/// <summary><c>earshot doubles</c>: stand-ins for outside services on this machine, to try a connection without an account and without sending anything away.</summary>
internal static class DoublesCommand
{
    public static Command Create()
    {
        var urls = new Option<string>("--urls") { Description = "Address to listen on; a loopback address.", DefaultValueFactory = _ => "http://127.0.0.1:8090" };
        var server = new Option<string>("--server") { Description = "Address of the server that people come back to from sign-on.", DefaultValueFactory = _ => "http://127.0.0.1:8080" };
        var command = new Command("doubles", "Start stand-ins for outside services, which behave like the real ones and hear invented words.") { urls, server };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetRequiredValue(urls), new Uri(parsed.GetRequiredValue(server)), ct));
        return command;
    }

    private static async Task<int> RunAsync(string urls, Uri server, CancellationToken ct)
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
        ChatDouble.Map(app);
        MapSignOn(app, server.ToString());
        new YandexKmsDouble("earshot", "any").Map(app.MapGroup("/kms-yandex"));
        new VaultDouble("earshot", "any").Map(app.MapGroup("/vault"));
        await app.StartAsync(ct);
        await Terminal.Out.WriteLineAsync(
            $"""
            Stand-ins are at {urls}. Any key is taken. Start the server with one of:
              EARSHOT_SPEECHKIT_KEY=any EARSHOT_SPEECHKIT_URL={urls}            Yandex SpeechKit v3
              EARSHOT_OPENAI_AUDIO_URL={urls} EARSHOT_OPENAI_AUDIO_REGION=local    /v1/audio/transcriptions
              EARSHOT_MODEL_URL={urls} EARSHOT_MODEL_NAME={ChatDouble.Model} EARSHOT_MODEL_REGION=local EARSHOT_MODEL_KEY=any    /v1/chat/completions
              EARSHOT_YANDEX_CLIENT_ID=earshot EARSHOT_YANDEX_CLIENT_SECRET=any EARSHOT_YANDEX_URL={urls}/yandex/ EARSHOT_YANDEX_PROFILE_URL={urls}/yandex/info    Yandex ID
              EARSHOT_VK_CLIENT_ID=earshot EARSHOT_VK_URL={urls}/vk/    VK ID
              EARSHOT_GOOGLE_CLIENT_ID=earshot EARSHOT_GOOGLE_CLIENT_SECRET=any EARSHOT_GOOGLE_URL={urls}/google    Google
              EARSHOT_KMS=yandex EARSHOT_KMS_KEY=earshot EARSHOT_KMS_TOKEN=any EARSHOT_KMS_URL={urls}/kms-yandex    Yandex Key Management Service
              EARSHOT_KMS=vault EARSHOT_KMS_KEY=earshot EARSHOT_KMS_TOKEN=any EARSHOT_KMS_URL={urls}/vault    HashiCorp Vault, transit engine
            What lies under the key of a stand-in is lost when the stand-in stops: it is for rehearsals.
            """);
        await app.WaitForShutdownAsync(ct);
        return 0;
    }

    private static void MapSignOn(WebApplication app, string server)
    {
        const string Client = "earshot";
        const string Secret = "any";
        var back = new Uri(new Uri(server), "/sign-on/callback").ToString();
        new YandexIdDouble(Client, Secret, TimeProvider.System) { Redirect = back }.Map(app.MapGroup("/yandex"));
        new VkIdDouble(Client, TimeProvider.System) { Redirect = back }.Map(app.MapGroup("/vk"));
        var google = new OpenIdDouble(Client, Secret, TimeProvider.System) { Redirect = back, Path = "/google" }.Map(app.MapGroup("/google"));
        app.Lifetime.ApplicationStopped.Register(google.Dispose);
    }
}
