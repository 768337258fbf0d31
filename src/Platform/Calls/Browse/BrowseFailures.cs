using Earshot.Platform.Kernel;

namespace Earshot.Platform.Calls.Browse;

/// <summary>Every way in which looking at calls is refused.</summary>
public static class BrowseFailures
{
    public static readonly Failure NotFound = new(FailureKind.NotFound, "call_not_found", "There is no such call here, or it was deleted.");
}
