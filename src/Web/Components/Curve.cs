using System.Globalization;
using System.Text;

namespace Earshot.Web.Components;

/// <summary>Draws values from -1 to 1 as the path of an SVG.</summary>
internal static class Curve
{
    /// <summary>Moods of real calls stay within this; what goes beyond is drawn at the edge.</summary>
    private const double FullScale = 0.6;

    /// <summary>Points at equal distance, joined by lines.</summary>
    public static string Path(IReadOnlyList<double> values, double width, double height, double margin) =>
        Path([.. values.Select((value, i) => (width * i / Math.Max(1, values.Count - 1), value))], height, margin);

    /// <summary>Points at given places, joined by lines.</summary>
    public static string Path(IReadOnlyList<(double X, double Value)> points, double height, double margin)
    {
        var path = new StringBuilder(points.Count * 10);
        foreach (var (x, value) in points)
        {
            path.Append(path.Length == 0 ? 'M' : 'L').Append(Number(x)).Append(' ').Append(Number(Y(value, height, margin)));
        }

        return path.ToString();
    }

    /// <summary>The area between the curve and the zero line, on one side of it.</summary>
    public static string Area(IReadOnlyList<(double X, double Value)> points, double height, double margin, bool above)
    {
        if (points.Count == 0)
        {
            return string.Empty;
        }

        var side = points.Select(point => (point.X, above ? Math.Max(0, point.Value) : Math.Min(0, point.Value)));
        (double, double)[] closed = [(points[0].X, 0), .. side, (points[^1].X, 0)];
        return Path(closed, height, margin) + "Z";
    }

    /// <summary>A moving average over <paramref name="reach"/> neighbours on each side.</summary>
    public static IReadOnlyList<double> Smooth(IReadOnlyList<double> values, int reach) =>
        [.. values.Select((_, i) => values.Skip(Math.Max(0, i - reach)).Take(i + reach + 1 - Math.Max(0, i - reach)).Average())];

    /// <summary>A number as SVG wants it.</summary>
    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static double Y(double value, double height, double margin) =>
        (height / 2) - (Math.Clamp(value / FullScale, -1, 1) * ((height / 2) - margin));
}
