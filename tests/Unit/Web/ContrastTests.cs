using System.Globalization;
using System.Text.RegularExpressions;

namespace Earshot.Unit.Web;

/// <summary>Contrast of the design tokens, WCAG 2.2, 1.4.3 (text 4.5) and 1.4.11 (controls and figures 3).</summary>
public sealed class ContrastTests
{
    private static readonly Dictionary<string, (string Day, string Night)> Tokens = Read();

    public static TheoryData<string, string> TextPairs()
    {
        var pairs = new TheoryData<string, string>
        {
            { "ink-on-accent", "accent" }, { "ink-on-accent", "accent-strong" }, { "accent", "paper" }, { "accent", "surface" },
            { "accent-strong", "surface" }, { "ink", "mark" }, { "ink", "mark-strong" }, { "ink-2", "quiet-soft" }, { "ink", "accent-soft" },
            { "ink-2", "accent-soft" }, { "info-ink", "surface" }, { "bad-ink", "surface" }, { "agent-ink", "surface" }, { "customer-ink", "surface" },
        };
        foreach (var ink in new[] { "ink", "ink-2", "ink-3" })
        {
            foreach (var ground in new[] { "paper", "surface", "raised", "sunken" })
            {
                pairs.Add(ink, ground);
            }
        }

        foreach (var family in new[] { "accent", "agent", "customer", "good", "warn", "bad", "info", "quiet", "who", "where", "money", "paper" })
        {
            pairs.Add($"{family}-ink", $"{family}-soft");
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(TextPairs))]
    public void Text_can_be_read_by_day_and_by_night(string ink, string ground)
    {
        Assert.True(Contrast(Tokens[ink].Day, Tokens[ground].Day) >= 4.5, $"by day: {Contrast(Tokens[ink].Day, Tokens[ground].Day):0.00}");
        Assert.True(Contrast(Tokens[ink].Night, Tokens[ground].Night) >= 4.5, $"by night: {Contrast(Tokens[ink].Night, Tokens[ground].Night):0.00}");
    }

    [Theory]
    [InlineData("line-strong", "surface")]
    [InlineData("focus", "surface")]
    [InlineData("focus", "paper")]
    [InlineData("agent", "surface")]
    [InlineData("customer", "surface")]
    [InlineData("good", "surface")]
    [InlineData("warn", "surface")]
    [InlineData("bad", "surface")]
    [InlineData("info", "surface")]
    public void Controls_and_figures_stand_out(string mark, string ground)
    {
        Assert.True(Contrast(Tokens[mark].Day, Tokens[ground].Day) >= 3, $"by day: {Contrast(Tokens[mark].Day, Tokens[ground].Day):0.00}");
        Assert.True(Contrast(Tokens[mark].Night, Tokens[ground].Night) >= 3, $"by night: {Contrast(Tokens[mark].Night, Tokens[ground].Night):0.00}");
    }

    [Fact]
    public void Grey_on_white_is_caught() => Assert.True(Contrast("#999999", "#ffffff") < 4.5);

    private static Dictionary<string, (string Day, string Night)> Read() =>
        Regex.Matches(
                File.ReadAllText(Repository.Path("src", "Web", "wwwroot", "css", "tokens.css")),
                @"--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")
            .ToDictionary(match => match.Groups[1].Value, match => (match.Groups[2].Value, match.Groups[3].Value));

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour) =>
        (0.2126 * Channel(colour[1..3])) + (0.7152 * Channel(colour[3..5])) + (0.0722 * Channel(colour[5..7]));

    private static double Channel(string hexadecimal)
    {
        var value = int.Parse(hexadecimal, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
