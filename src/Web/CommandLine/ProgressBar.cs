namespace Earshot.Web.CommandLine;

/// <summary>A line on standard error that fills up; silent when nobody watches.</summary>
internal sealed class ProgressBar : IProgress<double>
{
    private const int Width = 30;
    private readonly Lock drawing = new();
    private int shown = -1;

    public void Report(double value)
    {
        var percent = (int)(Math.Clamp(value, 0, 1) * 100);
        lock (drawing)
        {
            if (Terminal.IsWatched && percent > shown)
            {
                shown = percent;
                var filled = percent * Width / 100;
                Terminal.Error.Write(FormattableString.Invariant($"\r[{new string('#', filled)}{new string('.', Width - filled)}] {percent} %"));
            }
        }
    }

    public void Clear()
    {
        lock (drawing)
        {
            if (shown >= 0)
            {
                Terminal.Error.Write($"\r{new string(' ', Width + 9)}\r");
            }
        }
    }
}
