using System.Collections.Concurrent;

namespace Earshot.Speech.Engines.SpeechKit;

/// <summary>
/// Yandex SpeechKit v3, asynchronous. Channels are sent one by one; normalisation is off, because the words themselves must be
/// masked; the provider's copy is deleted by its operation id as soon as the words are here.
/// </summary>
public sealed class SpeechKitEngine(HttpClient http, SpeechKitOptions options) : ISpeechEngine
{
    private readonly SpeechKitClient client = new(http, options);
    private readonly ConcurrentDictionary<string, bool> kept = [];
    private Func<string, CancellationToken, Task> copyKept = (_, _) => Task.CompletedTask;

    /// <inheritdoc/>
    public SpeechEngineInfo Info { get; } =
        new("speechkit", "ru", ["ru", "en", "de", "es", "fi", "fr", "he", "it", "kk", "nl", "pl", "pt", "sv", "tr", "uz"], 16_000, TimeSpan.FromMinutes(20), HasWordTimes: true, KeepsCopy: true)
        {
            Model = options.Model,
            PreferredSegment = TimeSpan.FromMinutes(15),
            LongestPause = TimeSpan.FromMinutes(1),
            Parallel = 2,
        };

    /// <inheritdoc/>
    public ISpeechEngine ForRecording(Func<string, CancellationToken, Task>? copyKept) =>
        new SpeechKitEngine(http, options) { copyKept = copyKept ?? ((_, _) => Task.CompletedTask) };

    /// <inheritdoc/>
    public async Task<RecognizedSpeech> RecognizeAsync(ReadOnlyMemory<float> samples, SpeechHints hints, CancellationToken ct)
    {
        var operation = await client.StartAsync(samples, Info.SampleRate, hints.Language, ct);
        kept[operation] = true;
        await copyKept(operation, ct);
        await WaitAsync(operation, options.Patience + TimeSpan.FromSeconds((double)samples.Length / Info.SampleRate), ct);
        var words = ReadRecognition.From(await client.ResultAsync(operation, ct));
        return new RecognizedSpeech(words) { Language = hints.Language };
    }

    /// <inheritdoc/>
    public async Task<ForgetReceipt> ForgetAsync(CancellationToken ct)
    {
        var receipts = new List<ForgetReceipt>();
        foreach (var operation in kept.Keys)
        {
            receipts.Add(await ForgetAsync(operation, ct));
        }

        var failed = receipts.Where(receipt => receipt.Outcome == ForgetReceipt.Failed).ToList();
        return (receipts, failed) switch
        {
            ({ Count: 0 }, _) => new ForgetReceipt(Info.Name, ForgetReceipt.NothingKept),
            (_, { Count: > 0 }) => new ForgetReceipt(Info.Name, ForgetReceipt.Failed, References(failed)),
            _ => new ForgetReceipt(Info.Name, ForgetReceipt.Deleted, References(receipts)),
        };
    }

    /// <inheritdoc/>
    public async Task<ForgetReceipt> ForgetAsync(string reference, CancellationToken ct)
    {
        var outcome = ForgetReceipt.Deleted;
        foreach (var operation in reference.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            outcome = await client.DeleteAsync(operation, ct) ? outcome : ForgetReceipt.Failed;
            _ = outcome == ForgetReceipt.Deleted && kept.TryRemove(operation, out _);
        }

        return new ForgetReceipt(Info.Name, outcome, reference);
    }

    private async Task WaitAsync(string operation, TimeSpan patience, CancellationToken ct)
    {
        var started = options.Clock.GetTimestamp();
        while (!await client.IsDoneAsync(operation, ct))
        {
            if (options.Clock.GetElapsedTime(started) > patience)
            {
                throw new SpeechEngineException(SpeechFailure.EngineTimedOut, Invariant($"SpeechKit did not finish in {patience.TotalMinutes:0} minutes."));
            }

            await Task.Delay(options.PollEvery, options.Clock, ct);
        }
    }

    private static string References(IEnumerable<ForgetReceipt> receipts) => string.Join(',', receipts.Select(receipt => receipt.Reference));
}
