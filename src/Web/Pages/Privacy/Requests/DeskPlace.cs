using Earshot.Web.Layout;

namespace Earshot.Web.Pages.Privacy.Requests;

/// <summary>Which desk a page shows, by its address: the organization's below <c>/data</c>, the operator's below <c>/operator</c>.</summary>
internal sealed record DeskPlace(bool IsOperators)
{
    public static readonly IReadOnlyList<string> Roots = ["/data", "/operator"];

    public string Root => Roots[IsOperators ? 1 : 0];

    public string List => IsOperators ? Requests : Root;

    public string Requests => $"{Root}/requests";

    public static DeskPlace Of(Viewer viewer) => Of(viewer.Path);

    public static DeskPlace Of(PathString path) => new(path.StartsWithSegments("/operator", StringComparison.OrdinalIgnoreCase));
}
