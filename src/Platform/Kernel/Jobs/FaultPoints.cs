using System.Diagnostics;

namespace Earshot.Platform.Kernel.Jobs;

/// <summary>
/// Named points at which a test may kill the process, as a power cut would. Armed only by the setting <c>EARSHOT_FAULT</c>; without it
/// reaching a point costs a comparison with null.
/// </summary>
internal sealed class FaultPoints(PlatformSettings settings)
{
    public void Reach(string point)
    {
        if (settings.Fault is { } armed && armed == point)
        {
            using var self = Process.GetCurrentProcess();
            self.Kill(); // SIGKILL
            Thread.Sleep(Timeout.Infinite);
        }
    }
}
