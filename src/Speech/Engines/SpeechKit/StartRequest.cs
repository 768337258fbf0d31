using System.Buffers;
using System.Text.Json;
using Earshot.Speech.Engines.Remote;

namespace Earshot.Speech.Engines.SpeechKit;

/// <summary>The request that starts a recognition: verbatim words, no analysis of the speaker, nothing that could identify a voice.</summary>
internal static class StartRequest
{
    public static byte[] Body(ReadOnlySpan<float> samples, int sampleRate, string language, string model)
    {
        var pcm = new byte[samples.Length * 2];
        WriteWave.Pcm(samples, pcm);
        var buffer = new ArrayBufferWriter<byte>(pcm.Length + (pcm.Length / 2) + 1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteBase64String("content", pcm);
            json.WriteStartObject("recognitionModel");
            json.WriteString("model", model);
            WriteFormat(json, sampleRate);
            WriteVerbatim(json);
            WriteLanguage(json, language);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        Array.Clear(pcm);
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteFormat(Utf8JsonWriter json, int sampleRate)
    {
        json.WriteStartObject("audioFormat");
        json.WriteStartObject("rawAudio");
        json.WriteString("audioEncoding", "LINEAR16_PCM");
        json.WriteString("sampleRateHertz", Invariant($"{sampleRate}"));
        json.WriteString("audioChannelCount", "1");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteVerbatim(Utf8JsonWriter json)
    {
        json.WriteStartObject("textNormalization");
        json.WriteString("textNormalization", "TEXT_NORMALIZATION_DISABLED");
        json.WriteBoolean("profanityFilter", false);
        json.WriteBoolean("literatureText", false);
        json.WriteString("phoneFormattingMode", "PHONE_FORMATTING_MODE_DISABLED");
        json.WriteEndObject();
    }

    private static void WriteLanguage(Utf8JsonWriter json, string language)
    {
        json.WriteStartObject("languageRestriction");
        json.WriteString("restrictionType", "WHITELIST");
        json.WriteStartArray("languageCode");
        json.WriteStringValue(Code(language));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Code(string language) => language switch
    {
        "ru" => "ru-RU",
        "en" => "en-US",
        "kk" => "kk-KZ",
        "uz" => "uz-UZ",
        "he" => "he-IL",
        "sv" => "sv-SE",
        "pt" => "pt-PT",
        _ => $"{language}-{language.ToUpperInvariant()}",
    };
}
