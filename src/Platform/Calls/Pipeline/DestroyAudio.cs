using System.Text.Json;
using Earshot.Platform.Calls.Spool;
using Earshot.Platform.Kernel.Audit;
using Earshot.Speech;

namespace Earshot.Platform.Calls.Pipeline;

/// <summary>
/// Destroys the recording of a call: the key in the caller's transaction, the file right after it. A crash between the two leaves a file
/// that nothing can open; its name stays in the row until the sweeper has unlinked it.
/// </summary>
internal sealed class DestroyAudio(WriteReceipt receipts, AudioSpool spool, AuditLog audit, TimeProvider clock)
{
    /// <returns>What to do after the commit; null when the call has no recording.</returns>
    public async Task<Action?> RunAsync(Call call, string reason, ForgetReceipt? forget, CancellationToken ct)
    {
        if (call.AudioFile is not { } file)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var hadKey = call.AudioKey is not null;
        call.DestroyAudioKey();
        if (hadKey)
        {
            var receipt = new Receipt
            {
                OrganizationId = call.OrganizationId,
                Id = Guid.CreateVersion7(now),
                CallId = call.Id,
                Kind = "audio",
                Reason = reason,
                Engine = forget?.Engine,
                EngineForget = forget?.Outcome,
                RecognisedAt = reason == "transcribed" ? now : null,
                DeletedAt = now,
                Bytes = call.AudioBytes,
                CreatedAt = now,
            };
            await receipts.RunAsync(receipt, ct);
            await audit.RecordAsync(
                "call.audio_destroyed", "call", call.Id, "transcription", null, JsonSerializer.Serialize(new Dictionary<string, string> { ["reason"] = reason }), ct);
        }

        return () =>
        {
            spool.Delete(file);
            CallMetrics.Destroyed(clock.GetUtcNow() - call.ReceivedAt, reason);
        };
    }
}
