using System.Threading.Channels;
using Earshot.Speech.Decoding;
using Earshot.Speech.Segments;
using Earshot.Speech.Turns;

namespace Earshot.Speech.Recognition;

/// <summary>One recording on its way through decoder, voice activity, engine and assembly. Memory does not grow with its length.</summary>
internal sealed class RecognizeRecording(
    ISpeechEngine engine, TranscriptionRequest request, DecodingLimits limits, IProgress<double>? progress)
{
    private readonly SpeechEngineInfo info = engine.Info;
    private readonly List<HeardPiece> heard = [];
    private readonly string language = request.Language ?? engine.Info.Languages.First();
    private string? heardLanguage;
    private TimeSpan done;

    public async Task<Transcript> RunAsync(Stream recording, CancellationToken ct)
    {
        var allowed = limits with { MaxDuration = request.MaxDuration ?? limits.MaxDuration };
        await using var audio = await DecodeAudio.OpenAsync(recording, info.SampleRate, allowed, ct);
        await RecognizeAsync(audio, ct);
        var turns = AssembleTurns.From(heard, (channel, _) => SpeakerOf(channel, audio.Channels));
        progress?.Report(1);
        return new Transcript(request.Language ?? heardLanguage ?? language, EngineName(), audio.Position, turns) { Channels = audio.Channels };
    }

    private async Task RecognizeAsync(DecodedAudio audio, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var pieces = Channel.CreateBounded<SpeechPiece>(info.Parallel);
        var workers = Enumerable.Range(0, info.Parallel).Select(_ => RecognizeAsync(pieces.Reader, audio, stop.Token)).ToList();
        var cutting = CutAsync(audio, pieces.Writer, stop.Token);
        var work = workers.Append(cutting).ToList();
        try
        {
            await foreach (var finished in Task.WhenEach(work).WithCancellation(CancellationToken.None))
            {
                await finished;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task CutAsync(DecodedAudio audio, ChannelWriter<SpeechPiece> pieces, CancellationToken ct)
    {
        try
        {
            await foreach (var piece in new SplitChannels(audio, new CuttingRules(info.PreferredSegment, info.MaxSegment)).PiecesAsync(ct))
            {
                await pieces.WriteAsync(piece, ct);
            }
        }
        finally
        {
            pieces.Complete();
        }
    }

    private async Task RecognizeAsync(ChannelReader<SpeechPiece> pieces, DecodedAudio audio, CancellationToken ct)
    {
        var hints = new SpeechHints(language, request.HotWords);
        await foreach (var piece in pieces.ReadAllAsync(ct))
        {
            var speech = await engine.RecognizeAsync(piece.Samples, hints, ct);
            Array.Clear(piece.Samples);
            Keep(piece, speech, audio.Declared);
        }
    }

    private void Keep(SpeechPiece piece, RecognizedSpeech speech, TimeSpan? duration)
    {
        lock (heard)
        {
            heardLanguage ??= speech.Language;
            heard.Add(new HeardPiece(piece.Channel, piece.Start, piece.End, [.. speech.Words.Select(word => Shift(word, piece.Start))]));
            done = piece.End > done ? piece.End : done;
            if (duration is { Ticks: > 0 } whole)
            {
                progress?.Report(Math.Min(1, done / whole));
            }
        }
    }

    private static SpokenWord Shift(SpokenWord word, TimeSpan by) => word with { Start = word.Start + by, End = word.End + by };

    private string SpeakerOf(int channel, int channels) => request.AgentChannel switch
    {
        { } agent when agent == channel => "agent",
        { } when channels == 2 => "customer",
        _ => Invariant($"speaker{channel + 1}"),
    };

    private string EngineName() => info.Model.Length == 0 ? info.Name : $"{info.Name} {info.Model}";
}
