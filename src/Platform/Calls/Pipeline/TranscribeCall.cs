using System.Security.Cryptography;
using Earshot.Masking;
using Earshot.Platform.Calls.Recognition;
using Earshot.Platform.Calls.Spool;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Kernel.Jobs;
using Earshot.Speech;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Calls.Pipeline;

/// <summary>Recording to raw transcript. The transcript and the end of the recording's key are one transaction.</summary>
internal sealed class TranscribeCall(
    PlatformDb db, TenantCipher cipher, AudioSpool spool, SpeechEngines engines, ReadRecognitionSettings settings, TrackCopies copies, DestroyAudio destroy, StopCall stop, TimeProvider clock) : IJobHandler
{
    public async Task<JobOutcome> RunAsync(Job job, CancellationToken ct)
    {
        var call = await db.Set<Call>().SingleOrDefaultAsync(row => row.Id == job.Subject, ct);
        if (call is null || call.IsOver)
        {
            return new JobOutcome.Done();
        }

        call.StartTranscribing(clock.GetUtcNow());
        db.AlsoExecute($"update calls.calls set attempts = attempts + 1 where organization_id = {call.OrganizationId} and id = {call.Id}"); // two workers may be at it when a lease ran out
        TrackCopies.Hasten(db, call.Id, clock.GetUtcNow());
        await db.SaveChangesAsync(ct); // shows that it has begun; the job itself is not touched
        return await RecogniseAsync(call, ct);
    }

    public async Task GiveUpAsync(Job job, string reason, CancellationToken ct)
    {
        if (await db.Set<Call>().SingleOrDefaultAsync(row => row.Id == job.Subject, ct) is { IsOver: false } call)
        {
            (await stop.RunAsync(call, StopReason.NeedsReupload, ct)).AfterCommit?.Invoke();
        }
    }

    private async Task<JobOutcome> RecogniseAsync(Call call, CancellationToken ct)
    {
        var wanted = await settings.RunAsync(ct);
        if (engines.Find(call.OrganizationId, wanted, call.Language) is not { } engine)
        {
            return await stop.RunAsync(call, StopReason.NoEngine, ct);
        }

        try
        {
            await using var audio = await OpenAsync(call, ct);
            var request = new TranscriptionRequest(call.Language, call.AgentChannel ?? wanted.AgentChannel)
            {
                HotWords = wanted.Vocabulary,
                CopyKept = (reference, stop) => copies.KeptAsync(call.OrganizationId, call.Id, engine.Info.Name, reference, stop),
            };
            var began = clock.GetTimestamp();
            var result = await new Transcriber(engine).TranscribeAsync(audio, request, ct: ct);
            TrackCopies.Settle(db, call.Id, result.Forget, clock.GetUtcNow());
            if (!result.IsOk)
            {
                return await FailAsync(call, result, ct);
            }

            CallMetrics.Recognised(result.Value.Engine, clock.GetElapsedTime(began), result.Value.Duration);
            return await KeepAsync(call, result.Value, result.Forget, ct);
        }
        catch (Exception lost) when (lost is FileNotFoundException or DirectoryNotFoundException or EndOfStreamException or InvalidDataException or CryptographicException)
        {
            return await stop.RunAsync(call, StopReason.AudioLost, ct);
        }
    }

    private async Task<Stream> OpenAsync(Call call, CancellationToken ct) => call is { AudioFile: { } file, AudioKey: { } key }
        ? spool.Open(file, await cipher.OpenAsync(call.OrganizationId, ReceiveCall.AudioKeyPurpose, call.Id, key, ct))
        : throw new FileNotFoundException("The recording is gone.");

    private async Task<JobOutcome> KeepAsync(Call call, Transcript transcript, ForgetReceipt? forget, CancellationToken ct)
    {
        var raw = new Conversation(transcript.Language, [.. transcript.Turns.Select(turn => new Turn(turn.Speaker, turn.Text, turn.Start, turn.End))]);
        var stored = new StoredTranscript { OrganizationId = call.OrganizationId, CallId = call.Id, Engine = transcript.Engine, CreatedAt = clock.GetUtcNow() };
        stored.KeepRaw(await cipher.SealAsync(call.OrganizationId, StoredTranscript.RawPurpose, call.Id, RawTranscript.Write(raw), ct));
        db.Add(stored);
        call.Transcribed(transcript.Language, transcript.Duration);
        var unlink = await destroy.RunAsync(call, "transcribed", forget, ct);
        call.StartMasking(clock.GetUtcNow());
        return new JobOutcome.MoveOn(CallPipeline.Masking) { AfterCommit = unlink };
    }

    private async Task<JobOutcome> FailAsync(Call call, SpeechResult failed, CancellationToken ct) => failed.Failure switch
    {
        SpeechFailure.Empty => await stop.RunAsync(call, StopReason.Empty, ct, failed.Forget),
        SpeechFailure.NotAudio => await stop.RunAsync(call, StopReason.NotAudio, ct, failed.Forget),
        SpeechFailure.Corrupt or SpeechFailure.DecompressionBomb => await stop.RunAsync(call, StopReason.Corrupt, ct, failed.Forget),
        SpeechFailure.TooLong => await stop.RunAsync(call, StopReason.TooLong, ct, failed.Forget),
        SpeechFailure.NoSpeech => await stop.RunAsync(call, StopReason.NoSpeech, ct, failed.Forget),
        SpeechFailure.NoEngine => await stop.RunAsync(call, StopReason.NoEngine, ct, failed.Forget),
        SpeechFailure.EngineTimedOut => new JobOutcome.Retry("engine_timed_out"),
        SpeechFailure.EngineBusy => new JobOutcome.Retry("engine_busy"),
        SpeechFailure.DecoderFailed => new JobOutcome.Retry("decoder_failed"),
        _ => new JobOutcome.Retry("engine_failed"),
    };
}
