using Earshot.Platform.Kernel.Schedules;

namespace Earshot.Platform.Privacy.KeyRotation;

/// <summary>Finishes rotations of data keys by itself: what an earlier key sealed is sealed again, then the key goes.</summary>
internal sealed class ResealAll(ResealOrganization reseal) : IScheduledTask
{
    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var organization in await reseal.ListAsync(ct))
        {
            await reseal.RunAsync(organization, null, ct);
        }
    }
}
