namespace Earshot.Web.Layout;

/// <summary>Where a form may send its reader back to: a path of this site and nothing else.</summary>
internal static class LocalPath
{
    /// <summary>The path when it is one: one slash, then anything but a second one; else the other.</summary>
    public static string Or(string? path, string other) => path is ['/', ..] and not ['/', '/' or '\\', ..] ? path : other;
}
