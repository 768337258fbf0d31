using System.Collections.Concurrent;

namespace Earshot.Speech.Engines.Host;

/// <summary>A recogniser on this machine, in child processes that are started when needed and kept for the next piece.</summary>
internal sealed class LocalEngine(SpeechEngineInfo info, HostStart start, LocalEngineLimits limits) : ISpeechEngine, IAsyncDisposable
{
    private readonly ConcurrentBag<EngineProcess> idle = [];
    private readonly SemaphoreSlim places = new(info.Parallel);

    public SpeechEngineInfo Info => info;

    /// <summary>Processes that are not at work.</summary>
    internal IEnumerable<EngineProcess> Idle => idle;

    public async Task<RecognizedSpeech> RecognizeAsync(ReadOnlyMemory<float> samples, SpeechHints hints, CancellationToken ct)
    {
        await places.WaitAsync(ct);
        try
        {
            var task = new HostTask(hints.Language, hints.HotWords);
            return await TryAsync(samples, task, ct) ?? await TryAsync(samples, task, ct) ?? throw Crashed();
        }
        finally
        {
            places.Release();
        }
    }

    public Task<ForgetReceipt> ForgetAsync(CancellationToken ct) => Task.FromResult(new ForgetReceipt(info.Name, ForgetReceipt.NothingKept));

    public async ValueTask DisposeAsync()
    {
        while (idle.TryTake(out var process))
        {
            await process.DisposeAsync();
        }

        places.Dispose();
    }

    // A crash is worth one fresh process; silence beyond the limit is not worth a second wait.
    private async Task<RecognizedSpeech?> TryAsync(ReadOnlyMemory<float> samples, HostTask task, CancellationToken ct)
    {
        var process = idle.TryTake(out var waiting) ? waiting : await EngineProcess.StartAsync(start, limits.Loading, ct);
        try
        {
            var reply = await process.RecognizeAsync(samples, task, limits.For(samples.Length, info.SampleRate), ct);
            return reply.Error is null ? ToWords(reply) : throw new SpeechEngineException(SpeechFailure.EngineFailed, reply.Error);
        }
        catch (SpeechEngineException failed) when (failed is { Failure: SpeechFailure.EngineFailed, InnerException: IOException })
        {
            return null;
        }
        finally
        {
            await KeepOrDropAsync(process);
        }
    }

    private async ValueTask KeepOrDropAsync(EngineProcess process)
    {
        if (process.IsUsable)
        {
            idle.Add(process);
        }
        else
        {
            await process.DisposeAsync();
        }
    }

    private static RecognizedSpeech ToWords(HostReply reply) =>
        new([.. (reply.Words ?? []).Select(word => new SpokenWord(word.Text, Time(word.Start), Time(word.End), word.Confidence))])
        {
            Language = reply.Language,
            NoSpeechProbability = reply.NoSpeech,
        };

    private static TimeSpan Time(double seconds) => TimeSpan.FromMilliseconds(Math.Round(seconds * 1000));

    private SpeechEngineException Crashed() =>
        new(SpeechFailure.EngineFailed, $"The recogniser {info.Name} ended unexpectedly, twice on the same piece of the recording.");
}
