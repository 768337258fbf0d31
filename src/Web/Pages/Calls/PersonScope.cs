using Earshot.Platform.Calls.Browse;

namespace Earshot.Web.Pages.Calls;

/// <summary>Which calls the person of this request may see.</summary>
public sealed class PersonScope
{
    public Task<CallScope> FindAsync(CancellationToken ct)
    {
        _ = ct;
        return Task.FromResult(CallScope.All);
    }
}
