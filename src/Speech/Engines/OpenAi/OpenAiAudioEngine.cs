using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Earshot.Speech.Engines.Remote;

namespace Earshot.Speech.Engines.OpenAi;

/// <summary>Where an OpenAI-compatible recogniser is and what it is.</summary>
/// <param name="BaseAddress">Address before <c>/v1/audio/transcriptions</c>.</param>
/// <param name="Model">Model, for example <c>whisper-1</c>; local servers have their own names.</param>
/// <param name="Region">Region in which it processes; <c>local</c> for a server on the own machine.</param>
public sealed record OpenAiAudioOptions(Uri BaseAddress, string Model, string Region)
{
    /// <summary>Key; null for servers that want none.</summary>
    public string? ApiKey { get; init; }

    /// <summary>ISO 639-1 codes that the model knows.</summary>
    public IReadOnlyList<string> Languages { get; init; } = ["en", "ru", "ar", "de", "fr", "es", "it", "pt", "tr", "uk", "pl"];

    /// <summary>True when the operator of the service keeps recordings and cannot be told to forget them.</summary>
    public bool KeepsCopy { get; init; }

    /// <summary>Longest wait for one piece.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Pieces sent at once.</summary>
    public int Parallel { get; init; } = 2;
}

/// <summary>Any server with the <c>/v1/audio/transcriptions</c> interface: Whisper servers, vLLM, Speaches, OpenAI. Channels are sent one by one.</summary>
public sealed class OpenAiAudioEngine(HttpClient http, OpenAiAudioOptions options) : ISpeechEngine
{
    // The service takes files up to 25 MB; five minutes of 16-bit sound at 16 kHz are under 10.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public SpeechEngineInfo Info { get; } =
        new("openai-audio", options.Region, options.Languages, 16_000, Longest, HasWordTimes: true, options.KeepsCopy)
        {
            Model = options.Model,
            PreferredSegment = TimeSpan.FromSeconds(25),
            Parallel = options.Parallel,
            HasHotWords = true,
        };

    // The newer hosted models answer plain JSON only, without times.
    private bool HasTimes => !options.Model.StartsWith("gpt-", StringComparison.Ordinal);

    /// <inheritdoc/>
    public async Task<RecognizedSpeech> RecognizeAsync(ReadOnlyMemory<float> samples, SpeechHints hints, CancellationToken ct)
    {
        var wave = WriteWave.From(samples.Span, Info.SampleRate);
        using var form = Form(wave, hints);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.BaseAddress, "/v1/audio/transcriptions"))
        {
            Content = form,
            Version = HttpVersion.Version11,
        };
        request.Headers.Authorization = options.ApiKey is null ? null : new AuthenticationHeaderValue("Bearer", options.ApiKey);
        try
        {
            var answer = CallService.Succeeded(await CallService.SendAsync(http, request, options.Patience, ct));
            return ReadTranscription.From(answer.Body, TimeSpan.FromSeconds((double)samples.Length / Info.SampleRate));
        }
        finally
        {
            Array.Clear(wave);
        }
    }

    /// <inheritdoc/>
    public Task<ForgetReceipt> ForgetAsync(CancellationToken ct) =>
        Task.FromResult(new ForgetReceipt(Info.Name, options.KeepsCopy ? ForgetReceipt.Failed : ForgetReceipt.NothingKept));

    private MultipartFormDataContent Form(byte[] wave, SpeechHints hints)
    {
        var file = new ByteArrayContent(wave);
        file.Headers.ContentType = new MediaTypeHeaderValue("audio/wav");
        var form = new MultipartFormDataContent
        {
            { file, "file", "piece.wav" },
            { new StringContent(options.Model), "model" },
            { new StringContent(hints.Language), "language" },
            { new StringContent(0.ToString(CultureInfo.InvariantCulture)), "temperature" },
            { new StringContent(HasTimes ? "verbose_json" : "json"), "response_format" },
        };
        if (HasTimes)
        {
            form.Add(new StringContent("word"), "timestamp_granularities[]");
            form.Add(new StringContent("segment"), "timestamp_granularities[]");
        }

        if (hints.HotWords.Count > 0)
        {
            form.Add(new StringContent(string.Join(", ", hints.HotWords)), "prompt");
        }

        return form;
    }
}
