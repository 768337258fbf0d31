using System.Globalization;
using System.Text;
using Earshot.Platform.Calls.Browse;
using Earshot.Platform.Calls.Delete;
using Earshot.Platform.Calls.Pipeline;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Calls.SelfTest;

/// <summary>What became of the invented calls.</summary>
internal sealed record TestTrace(bool IsGood, string Evidence);

/// <summary>Follows the two calls of a self-test: the recording to the receipt of its end, the conversation over masking and analysis to the receipt of its deletion.</summary>
internal sealed class TraceTestCall(PlatformDb db, PlatformSettings settings, ReadMaskedText masked, ReadReceipt receipts, DeleteCall delete, TimeProvider clock)
{
    /// <returns>Null while the calls are in work.</returns>
    public async Task<TestTrace?> RunAsync(TestRun run, bool isLate, CancellationToken ct)
    {
        var calls = await db.Set<Call>().AsNoTracking().Where(call => call.Id == run.AudioCall || call.Id == run.TextCall).ToDictionaryAsync(call => call.Id, ct);
        if (calls.Count == 2 && calls.Values.Any(call => !call.IsOver))
        {
            return isLate ? new TestTrace(false, $"not over: {string.Join(' ', calls.Values.Select(call => call.State))}") : null;
        }

        string?[] troubles = calls.Count < 2
            ? ["an acknowledged call is lost"]
            : [await RecordingAsync(calls[run.AudioCall], run.AudioFile, ct), await TextAsync(calls[run.TextCall], ct), await DeletionAsync(run.TextCall, ct)];
        var found = troubles.OfType<string>().ToArray();
        return new TestTrace(found.Length == 0, found.Length > 0 ? string.Join("; ", found) : Story(calls[run.AudioCall], run));
    }

    private string Story(Call recording, TestRun run) => string.Create(
        CultureInfo.InvariantCulture,
        $"recording {recording.StopReason ?? "transcribed"} and gone, conversation masked, analysed and deleted, 2 signed receipts, {(clock.GetUtcNow() - run.StartedAt).TotalSeconds:0} s");

    private async Task<string?> RecordingAsync(Call call, string file, CancellationToken ct) => call switch
    {
        { AudioKey: not null } => "the recording still has its key",
        _ when File.Exists(Path.Combine(settings.SpoolFolder, file)) => "the recording is still in the spool",
        { StopReason: { } reason } when reason == StopReason.AudioLost.Name() => "the recording was lost before it was heard",
        _ => await ReceiptAsync(call.Id, "audio", ct),
    };

    private async Task<string?> TextAsync(Call call, CancellationToken ct)
    {
        if (call.State is not CallState.Done)
        {
            return $"the conversation stopped: {call.StopReason}";
        }

        var text = (await masked.RunAsync([call.Id], ct)).GetValueOrDefault(call.Id);
        var said = text is null ? string.Empty : string.Join('\n', text.Turns.Select(turn => turn.Text.Value));
        return text is null ? "there is no masked text"
            : TestCalls.Secrets.Any(secret => said.Contains(secret, StringComparison.OrdinalIgnoreCase)) ? "an identifier came through the masking"
            : await db.Set<StoredAnalysis>().AnyAsync(row => row.CallId == call.Id && row.IsCurrent, ct) ? null : "there is no analysis";
    }

    private async Task<string?> DeletionAsync(Guid call, CancellationToken ct)
    {
        var answer = await delete.RunAsync(call, ct);
        return !answer.IsOk ? "the conversation could not be deleted"
            : await db.Set<StoredTranscript>().AnyAsync(row => row.CallId == call, ct) ? "the text outlived its call"
            : await ReceiptAsync(call, "call", ct);
    }

    private async Task<string?> ReceiptAsync(Guid call, string kind, CancellationToken ct)
    {
        if (await db.Set<Receipt>().Where(row => row.CallId == call && row.Kind == kind).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(ct) is not { } id)
        {
            return $"no receipt ({kind})";
        }

        var file = await receipts.RunAsync(call, id, ct);
        return file.IsOk && SignedReceipt.Verify(Encoding.UTF8.GetBytes(file.Value), null).IsGenuine ? null : $"the receipt is not genuine ({kind})";
    }
}
