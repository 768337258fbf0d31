using System.Globalization;
using System.Text.RegularExpressions;

namespace Earshot.Speech.Decoding;

/// <summary>What the decoder says on standard error. Read for what it means and never shown: it can hold names from the file's tags.</summary>
internal sealed partial class DecoderReport
{
    private const int MaxLines = 400;
    private static readonly string[] Damage =
    [
        "moov atom not found", "partial file", "Truncat", "truncated", "Packet corrupt", "ended prematurely", "unexpected end", "Error while decoding",
    ];

    private volatile int damage;
    private volatile bool hasVideo;
    private volatile bool noSound;
    private volatile bool noIndex;
    private long durationTicks = -1;

    public DecoderReport(TextReader errors) => Completion = ReadAsync(errors);

    public Task Completion { get; }

    public TimeSpan? Duration => Interlocked.Read(ref durationTicks) is >= 0 and var ticks ? TimeSpan.FromTicks(ticks) : null;

    public bool HasVideo => hasVideo;

    public bool NoSound => noSound;

    /// <summary>The index of an MP4 file is missing: its end was cut off.</summary>
    public bool NoIndex => noIndex;

    /// <summary>Lines that speak of damage.</summary>
    public int DamageLines => damage;

    private async Task ReadAsync(TextReader errors)
    {
        for (var line = 0; await errors.ReadLineAsync() is { } text; line++)
        {
            if (line < MaxLines)
            {
                Note(text);
            }
        }
    }

    private void Note(string line)
    {
        if (DurationLine().Match(line) is { Success: true } match &&
            TimeSpan.TryParse(match.Groups["time"].ValueSpan, CultureInfo.InvariantCulture, out var duration) && Interlocked.Read(ref durationTicks) < 0)
        {
            Interlocked.Exchange(ref durationTicks, duration.Ticks);
        }

        hasVideo |= line.Contains(": Video:", StringComparison.Ordinal);
        noSound |= line.Contains("matches no streams", StringComparison.Ordinal);
        noIndex |= line.Contains("moov atom not found", StringComparison.Ordinal);
        damage += Damage.Any(words => line.Contains(words, StringComparison.Ordinal)) ? 1 : 0;
    }

    [GeneratedRegex(@"^  Duration: (?<time>\d+:\d\d:\d\d\.\d\d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DurationLine();
}
