using System.Globalization;

namespace Earshot.Platform.Calls.Upload.Transcripts;

/// <summary>Times as subtitles write them: <c>01:02:03.500</c>, <c>02:03,500</c>, <c>1:02</c>.</summary>
internal static class CueTimes
{
    public static bool TryParse(ReadOnlySpan<char> text, out TimeSpan time)
    {
        time = default;
        Span<Range> parts = stackalloc Range[4];
        var count = text.Trim().Split(parts, ':');
        if (count is < 2 or > 3)
        {
            return false;
        }

        text = text.Trim();
        var seconds = 0.0;
        Span<char> buffer = stackalloc char[16];
        for (var i = 0; i < count; i++)
        {
            var source = text[parts[i]];
            if (source.Length is 0 or > 16)
            {
                return false;
            }

            var part = buffer[..source.Length];
            source.Replace(part, ',', '.');
            if (!double.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            {
                return false;
            }

            seconds = (seconds * 60) + value;
        }

        time = TimeSpan.FromMilliseconds(Math.Round(seconds * 1000));
        return true;
    }

    /// <summary>A cue's line <c>start --&gt; end</c>, with WebVTT's settings after it.</summary>
    public static bool TryParseCue(string line, out TimeSpan start, out TimeSpan end)
    {
        start = end = default;
        var arrow = line.IndexOf("-->", StringComparison.Ordinal);
        if (arrow < 0)
        {
            return false;
        }

        var after = line.AsSpan(arrow + 3).TrimStart();
        var settings = after.IndexOfAny(' ', '\t');
        return TryParse(line.AsSpan(0, arrow), out start) && TryParse(settings < 0 ? after : after[..settings], out end) && end >= start;
    }
}
