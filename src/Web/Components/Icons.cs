using System.Collections.Frozen;

namespace Earshot.Web.Components;

/// <summary>Our own line icons on a 20 by 20 grid. Decorative: the words beside them carry the meaning.</summary>
internal static class Icons
{
    private static readonly FrozenDictionary<string, string> Paths = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["calls"] = "M3 10h1.5M6.5 6.5v7M10 4v12M13.5 7v6M17 9v2",
        ["upload"] = "M10 12.5V3.5M6.5 7 10 3.5 13.5 7M3.5 13v1.5a2 2 0 0 0 2 2h9a2 2 0 0 0 2-2V13",
        ["team"] = "M7.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM2 16.5c.4-3 2.6-4.6 5.5-4.6s5.1 1.6 5.5 4.6M13 3.9a3 3 0 0 1 0 5.3M15 12.4c1.7.6 2.8 2.1 3 4.1",
        ["audit"] = "M10 2.5 4 4.8v4.7c0 3.8 2.5 6.7 6 8 3.5-1.3 6-4.2 6-8V4.8L10 2.5ZM7.3 10l2 2 3.5-3.8",
        ["settings"] = "M3 6h7M14 6h3M3 14h3M10 14h7M12 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM8 16a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z",
        ["search"] = "M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM13 13l3.8 3.8",
        ["sun"] = "M10 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.3 4.3l1.1 1.1M14.6 14.6l1.1 1.1M4.3 15.7l1.1-1.1M14.6 5.4l1.1-1.1",
        ["moon"] = "M16.5 11.8A6.8 6.8 0 0 1 8.2 3.5a6.8 6.8 0 1 0 8.3 8.3Z",
        ["help"] = "M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM7.8 7.8a2.3 2.3 0 1 1 3.3 2.1c-.7.35-1.1.8-1.1 1.6M10 14v.01",
        ["close"] = "m5 5 10 10M15 5 5 15",
        ["check"] = "m4.5 10.5 3.5 3.5 7.5-8",
        ["minus"] = "M5 10h10",
        ["clock"] = "M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM10 6v4l2.7 1.8",
        ["inbound"] = "M15 5 5.5 14.5M12 14.5H5.5V8",
        ["outbound"] = "M5 15 14.5 5.5M8 5.5h6.5V12",
        ["flag"] = "M5 17.5v-14M5 4c4-2 6 2 10 0v7.5c-4 2-6-2-10 0",
        ["trash"] = "M3.5 5.5h13M8 5.5V3.5h4v2M5.5 5.5l.7 11h7.6l.7-11M8.5 8.5v5M11.5 8.5v5",
        ["person"] = "M10 9.5a3.3 3.3 0 1 0 0-6.6 3.3 3.3 0 0 0 0 6.6ZM4 17c.5-3.2 2.8-5 6-5s5.5 1.8 6 5",
        ["phone"] = "M6.8 3H4.3C3.5 3 3 3.6 3 4.4 3.4 11 9 16.6 15.6 17c.8 0 1.4-.5 1.4-1.3v-2.5l-3.6-1.4-1.5 1.5a10.5 10.5 0 0 1-5.2-5.2l1.5-1.5L6.8 3Z",
        ["mail"] = "M3 5h14v10.5H3zM3.3 5.5 10 11l6.7-5.5",
        ["pin"] = "M10 17.5c3.5-3.6 5.3-6.3 5.3-8.7a5.3 5.3 0 1 0-10.6 0c0 2.4 1.8 5.1 5.3 8.7ZM10 10.8a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z",
        ["card"] = "M2.5 5h15v10.5h-15zM2.5 8.5h15M5.5 12.5h3",
        ["bank"] = "M3 8 10 3.5 17 8M4 16.5h12M5.5 8.5v5.5M10 8.5v5.5M14.5 8.5v5.5",
        ["document"] = "M5 2.5h6.5L15.5 6.5v11H5zM11.5 2.5v4h4M7.5 10.5h5.5M7.5 13.5h5.5",
        ["calendar"] = "M3.5 4.5h13v12.5h-13zM3.5 8.5h13M7 2.5v3.5M13 2.5v3.5",
        ["link"] = "M8.5 11.5a3.3 3.3 0 0 0 4.8.3l2.6-2.6a3.3 3.3 0 0 0-4.7-4.7L10 5.7M11.5 8.5a3.3 3.3 0 0 0-4.8-.3l-2.6 2.6a3.3 3.3 0 0 0 4.7 4.7L10 14.3",
        ["globe"] = "M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM2.5 10h15M10 2.5c4.5 4.7 4.5 10.3 0 15-4.5-4.7-4.5-10.3 0-15Z",
        ["at"] = "M13 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0Zm0 0v1.3a2.2 2.2 0 0 0 4.4 0V10a7.4 7.4 0 1 0-3 6",
        ["building"] = "M4.5 17.5v-15h7v15M11.5 8h4v9.5M2.5 17.5h15M7 6h2M7 9.5h2M7 13h2",
        ["hash"] = "M7.5 3 6 17M14 3l-1.5 14M3.5 7.5h13.5M3 12.5h13.5",
        ["left"] = "M12 4.5 6.5 10l5.5 5.5",
        ["right"] = "m8 4.5 5.5 5.5L8 15.5",
        ["down"] = "M4.5 7.5 10 13l5.5-5.5",
        ["download"] = "M10 3.5v9M6.5 9 10 12.5 13.5 9M3.5 13v1.5a2 2 0 0 0 2 2h9a2 2 0 0 0 2-2V13",
        ["key"] = "M7 13.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM11 9.5h6.5v3M14.5 9.5V12",
        ["folder"] = "M2.5 5h5l2 2h8v9h-15z",
        ["lock"] = "M4.5 9h11v8h-11zM7 9V6.5a3 3 0 0 1 6 0V9",
        ["copy"] = "M7 7h9.5v9.5H7zM13 7V3.5H3.5V13H7",
        ["leave"] = "M8 3.5H4v13h4M8.5 10h8.5M13.5 6.5 17 10l-3.5 3.5",
        ["audio"] = "M8 14.5V5l8-2v9.5M8 14.5a2.3 2.3 0 1 1-4.6 0 2.3 2.3 0 0 1 4.6 0ZM16 12.5a2.3 2.3 0 1 1-4.6 0 2.3 2.3 0 0 1 4.6 0Z",
        ["alert"] = "M10 3 2.5 16.5h15L10 3ZM10 8v4M10 14.3v.01",
        ["info"] = "M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM10 9.5v4M10 6.5v.01",
        ["receipt"] = "M5 2.5v15l1.7-1.3 1.7 1.3 1.6-1.3 1.6 1.3 1.7-1.3 1.7 1.3v-15zM7.5 6.5h5M7.5 10h5",
        ["plus"] = "M10 4v12M4 10h12",
        ["filter"] = "M3 4.5h14L11.8 11v5.5L8.2 14.5V11L3 4.5Z",
        ["more"] = "M5 10v.01M10 10v.01M15 10v.01",
        ["question"] = "M7.5 7.5a2.6 2.6 0 1 1 3.8 2.3c-.8.4-1.3 1-1.3 1.9M10 14.5v.01",
    }.ToFrozenDictionary(path => path.Key, path => Svg(path.Value, "icon"), StringComparer.Ordinal);

    /// <summary>The icon as markup.</summary>
    public static string Markup(string name) => Paths[name];

    /// <summary>True when the set has such an icon.</summary>
    public static bool Has(string name) => Paths.ContainsKey(name);

    private static string Svg(string path, string @class) =>
        $"""<svg class="{@class}" viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path d="{path}"/></svg>""";
}
