using System.Text.Json;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Jobs;
using Earshot.Speech;

namespace Earshot.Platform.Calls.Pipeline;

/// <summary>A call goes no further, for a named reason. Its recording goes with it.</summary>
internal sealed class StopCall(DestroyAudio destroy, AuditLog audit, TimeProvider clock)
{
    public async Task<JobOutcome> RunAsync(Call call, StopReason reason, CancellationToken ct, ForgetReceipt? forget = null, string? detail = null)
    {
        var unlink = await destroy.RunAsync(call, "given_up", forget, ct);
        call.Stop(reason, detail ?? reason.Detail(), clock.GetUtcNow());
        await audit.RecordAsync(
            "call.stopped", "call", call.Id, "quality_control", null, JsonSerializer.Serialize(new Dictionary<string, string> { ["reason"] = reason.Name() }), ct);
        return new JobOutcome.Done { AfterCommit = unlink + (() => CallMetrics.End(reason.Name())) };
    }
}
