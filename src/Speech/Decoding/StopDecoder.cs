using System.Diagnostics;

namespace Earshot.Speech.Decoding;

/// <summary>Ends a child process that is no longer wanted.</summary>
internal static class StopDecoder
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static DecodingException Hung(TimeSpan patience) =>
        new(SpeechFailure.DecoderFailed, Invariant($"The decoder did not answer for {patience.TotalSeconds:0} s and was stopped. Try again."));

    /// <summary>Waits for an end that is due, not for ever.</summary>
    public static async Task AwaitEndAsync(Process process, Task reading, TimeSpan patience, CancellationToken ct)
    {
        try
        {
            await Task.WhenAll(reading, process.WaitForExitAsync(ct)).WaitAsync(patience, ct);
        }
        catch (TimeoutException)
        {
            throw Hung(patience);
        }
    }

    public static async Task NowAsync(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It had ended by itself.
        }

        await process.WaitForExitAsync(CancellationToken.None).WaitAsync(Patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
