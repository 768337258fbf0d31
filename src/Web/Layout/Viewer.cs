using System.Globalization;
using Earshot.Platform.Privacy.Documents;
using Earshot.Web.Texts;

namespace Earshot.Web.Layout;

/// <summary>Who looks at the page, and how they like it. Scoped to the request; filled by <see cref="ViewerMiddleware"/>.</summary>
public sealed class Viewer(TimeProvider clock)
{
    /// <summary>Language of the screens.</summary>
    public Language Language { get; set; }

    /// <summary>Zone in which moments are shown.</summary>
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    /// <summary><c>light</c>, <c>dark</c>, or null: as on the device.</summary>
    public string? Theme { get; set; }

    /// <summary>Name of the person; null before sign-in, and where no page is drawn.</summary>
    public string? Person { get; set; }

    /// <summary>A new version of a document that the person was not shown yet.</summary>
    public MyDocument? Announced { get; set; }

    /// <summary>Visits of this stranger are counted, if they agree.</summary>
    public bool CountsVisits { get; set; }

    /// <summary>True when somebody is signed in.</summary>
    public bool IsSignedIn { get; set; }

    /// <summary>Names of the policies that the person meets: what they may not do is not shown to them.</summary>
    public IReadOnlySet<string> Rights { get; set; } = new HashSet<string>();

    /// <summary>Until when the operator's staff may look in; null: they may not, or it is not this person's concern.</summary>
    public DateTimeOffset? SupportUntil { get; set; }

    /// <summary>Role of the person.</summary>
    public string Role { get; set; } = string.Empty;

    /// <summary>Path and query of the page.</summary>
    public string Path { get; set; } = "/";

    /// <summary>The words.</summary>
    public AllTexts Texts => AllTexts.Of(Language);

    /// <summary>The moment of the request.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>A moment as the person's clock shows it.</summary>
    public DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone);

    /// <summary>Day and time, the year only when it is another one.</summary>
    public string Moment(DateTimeOffset moment)
    {
        var local = Local(moment);
        return local.ToString(local.Year == Local(Now).Year ? "d MMM, HH:mm" : "d MMM yyyy, HH:mm", Texts.Wording.Culture);
    }

    /// <summary>Day and time with seconds and zone, for the title of a shorter form.</summary>
    public string FullMoment(DateTimeOffset moment) =>
        Local(moment).ToString("d MMMM yyyy, HH:mm:ss '(UTC'zzz')'", Texts.Wording.Culture);

    /// <summary>Length of a call as minutes and seconds.</summary>
    public static string Clock(TimeSpan? length) => length switch
    {
        null => "–",
        { TotalHours: >= 1 } known => known.ToString("h\\:mm\\:ss", CultureInfo.InvariantCulture),
        { } known => known.ToString("m\\:ss", CultureInfo.InvariantCulture),
    };
}
