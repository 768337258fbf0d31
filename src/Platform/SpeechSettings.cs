namespace Earshot.Platform;

/// <summary>
/// Remote recognisers that the operator chose; with none of these set recordings stay on this machine.
/// <list type="table">
/// <item><term>EARSHOT_SPEECHKIT_KEY</term><description>API key of a Yandex service account with the role ai.speechkit-stt.user.</description></item>
/// <item><term>EARSHOT_SPEECHKIT_FOLDER</term><description>Folder of the account, where it is needed.</description></item>
/// <item><term>EARSHOT_SPEECHKIT_URL</term><description>Another base address, for example of a rehearsal.</description></item>
/// <item><term>EARSHOT_OPENAI_AUDIO_URL</term><description>Base address of a server with <c>/v1/audio/transcriptions</c>.</description></item>
/// <item><term>EARSHOT_OPENAI_AUDIO_REGION</term><description>Region in which it processes, or <c>local</c> for the operator's own network. Required with the address.</description></item>
/// <item><term>EARSHOT_OPENAI_AUDIO_KEY, EARSHOT_OPENAI_AUDIO_MODEL</term><description>Its key, where it wants one; its model, by default <c>whisper-1</c>.</description></item>
/// </list>
/// </summary>
public sealed record SpeechSettings
{
    public string? SpeechKitKey { get; init; }

    public string? SpeechKitFolder { get; init; }

    public Uri? SpeechKitAddress { get; init; }

    public Uri? OpenAiAddress { get; init; }

    public string? OpenAiRegion { get; init; }

    public string? OpenAiKey { get; init; }

    public string OpenAiModel { get; init; } = "whisper-1";

    /// <exception cref="PlatformSettingsException">A setting is missing or wrong; the message says how to mend it.</exception>
    public static SpeechSettings Read(Func<string, string?> environment)
    {
        string? Text(string name) => environment(name) is { Length: > 0 } text ? text : null;
        var settings = new SpeechSettings
        {
            SpeechKitKey = Text("EARSHOT_SPEECHKIT_KEY"),
            SpeechKitFolder = Text("EARSHOT_SPEECHKIT_FOLDER"),
            SpeechKitAddress = Address(Text("EARSHOT_SPEECHKIT_URL"), "EARSHOT_SPEECHKIT_URL"),
            OpenAiAddress = Address(Text("EARSHOT_OPENAI_AUDIO_URL"), "EARSHOT_OPENAI_AUDIO_URL"),
            OpenAiRegion = Text("EARSHOT_OPENAI_AUDIO_REGION"),
            OpenAiKey = Text("EARSHOT_OPENAI_AUDIO_KEY"),
            OpenAiModel = Text("EARSHOT_OPENAI_AUDIO_MODEL") ?? "whisper-1",
        };
        return settings is { OpenAiAddress: not null, OpenAiRegion: null }
            ? throw new PlatformSettingsException("EARSHOT_OPENAI_AUDIO_REGION is not set. Say where the recogniser processes: local, ru, eu, ae or another region.")
            : settings;
    }

    private static Uri? Address(string? text, string name) => text switch
    {
        null => null,
        _ when Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" => address,
        _ => throw new PlatformSettingsException($"{name} must be a whole address, for example https://speech.example.com."),
    };
}
