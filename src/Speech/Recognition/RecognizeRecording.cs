using System.Threading.Channels;
using Earshot.Speech.Decoding;
using Earshot.Speech.Guards;
using Earshot.Speech.Segments;
using Earshot.Speech.Speakers;
using Earshot.Speech.Turns;

namespace Earshot.Speech.Recognition;

/// <summary>One recording on its way through decoder, voice activity, engine and assembly. Memory does not grow with its length.</summary>
internal sealed class RecognizeRecording(
    ISpeechEngine engine, TranscriptionRequest request, DecodingLimits limits, IProgress<double>? progress)
{
    private readonly SpeechEngineInfo info = engine.Info;
    private readonly List<HeardPiece> heard = [];
    private readonly CollectVoices voices = new(engine.Info.SampleRate);
    private readonly RecognizeMusic music = new(engine.Info.SampleRate);
    private readonly CollectEvents events = new();
    private readonly string language = request.Language ?? engine.Info.Languages.First();
    private string? heardLanguage;
    private TimeSpan done;

    public async Task<Transcript> RunAsync(Stream recording, CancellationToken ct)
    {
        var allowed = limits with { MaxDuration = request.MaxDuration ?? limits.MaxDuration };
        await using var audio = await DecodeAudio.OpenAsync(recording, info.SampleRate, allowed, ct);
        await RecognizeAsync(audio, ct);
        progress?.Report(1);
        return Assemble(audio.Position);
    }

    private Transcript Assemble(TimeSpan duration)
    {
        var speakers = new NameSpeakers([.. heard.OrderBy(piece => piece.Start)], voices, request.AgentChannel);
        var turns = speakers.Turns();
        return new Transcript(request.Language ?? heardLanguage ?? language, EngineName(), duration, turns)
        {
            Channels = speakers.Channels,
            AgentCheck = speakers.Check,
            Events = events.Found,
        };
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
            var rules = new CuttingRules(info.PreferredSegment, info.MaxSegment) { LongPause = info.LongestPause };
            await foreach (var piece in new SplitChannels(audio, rules).PiecesAsync(ct))
            {
                if (IsSpeech(piece))
                {
                    await pieces.WriteAsync(piece, ct);
                }
            }

            events.Finish(audio.Position, audio.Channels);
        }
        finally
        {
            pieces.Complete();
        }
    }

    private bool IsSpeech(SpeechPiece piece)
    {
        var isMusic = music.IsIn(piece);
        events.See(piece, isMusic);
        if (isMusic)
        {
            return false;
        }

        voices.Add(piece);
        return true;
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
            heard.Add(new HeardPiece(piece.Channel, piece.Start, piece.End, [.. speech.Words.Select(word => Shift(word, piece.Start))], DoubtWords.About(speech, piece.Sound)) { HasWordTimes = info.HasWordTimes });
            done = piece.End > done ? piece.End : done;
            if (duration is { Ticks: > 0 } whole)
            {
                progress?.Report(Math.Min(1, done / whole));
            }
        }
    }

    private static SpokenWord Shift(SpokenWord word, TimeSpan by) => word with { Start = word.Start + by, End = word.End + by };

    private string EngineName() => info.Model.Length == 0 ? info.Name : $"{info.Name} {info.Model}";
}
