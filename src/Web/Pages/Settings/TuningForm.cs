using System.Globalization;
using Earshot.Platform.Calls.Tuning;

namespace Earshot.Web.Pages.Settings;

/// <summary>The lists of masking as the fields of a form: a line each, and <c>pattern-3</c> is the expression of the fourth pattern.</summary>
internal static class TuningForm
{
    /// <summary>Rows for new patterns at the end of the form.</summary>
    public const int Blank = 2;

    private const int MostRows = MaskingTuning.MostPatterns + (2 * Blank);

    public static MaskingTuning Read(IFormCollection form) => new(Lines(form["allow"].ToString()), Lines(form["deny"].ToString()), Patterns(form));

    /// <summary>Version that the form shows; null where there was none.</summary>
    public static Guid? Stamp(IFormCollection form) => Guid.TryParse(form["stamp"], out var stamp) ? stamp : null;

    /// <summary>Name of a field of a row.</summary>
    public static string Field(string name, int row) => string.Create(CultureInfo.InvariantCulture, $"{name}-{row}");

    private static string[] Lines(string text) => [.. text.Split('\n').Select(line => line.TrimEnd('\r'))];

    private static OwnPattern[] Patterns(IFormCollection form) =>
    [
        .. Enumerable.Range(0, MostRows).TakeWhile(row => form.ContainsKey(Field("pattern", row)))
            .Select(row => new OwnPattern(form[Field("name", row)].ToString(), form[Field("pattern", row)].ToString(), form[Field("type", row)].ToString())),
    ];
}
