using System.Text;
using Earshot.Masking;
using Earshot.Web.CommandLine;

namespace Earshot.Unit.Web;

public sealed class MaskLinesTests
{
    [Theory]
    [InlineData(
        """{"id":"a","text":"😀 телефон 8 916 234-56-78","lang":"ru"}""",
        """{"id":"a","masked":"\uD83D\uDE00 телефон [PHONE_1]","spans":[{"start":10,"end":25,"type":"PHONE"}]}""")]
    [InlineData(
        """{"id":7,"turns":[{"speaker":"agent","text":"последние четыре карты?"},{"speaker":"customer","text":"4217"}],"lang":"ru"}""",
        """{"id":7,"turns":[{"speaker":"agent","masked":"последние четыре карты?","spans":[]},{"speaker":"customer","masked":"[CARD_1]","spans":[{"start":0,"end":4,"type":"CARD"}]}]}""")]
    public async Task A_line_is_answered_by_the_contract(string line, string expected)
    {
        var (output, isMasked) = await RunAsync(line);

        Assert.Equal(expected, output.TrimEnd('\n'));
        Assert.True(isMasked);
    }

    [Theory]
    [InlineData("""{"id":1}""", "MissingText")]
    [InlineData("""{"id":1,"turns":[{"speaker":"agent"}]}""", "MissingText")]
    [InlineData("not json", "InvalidJson")]
    [InlineData("""{"id":1,"text":"a","lang":"xx"}""", "UnsupportedLanguage")]
    [InlineData("""{"id":1,"text":"\ud800"}""", "InvalidText")]
    public async Task A_bad_line_gives_its_reason_and_the_rest_go_on(string line, string code)
    {
        var (output, isMasked) = await RunAsync(line + "\n" + """{"id":2,"text":"ok"}""");

        Assert.Contains($"\"code\":\"{code}\"", output, StringComparison.Ordinal);
        Assert.Contains("\"masked\":\"ok\"", output, StringComparison.Ordinal);
        Assert.False(isMasked);
    }

    [Fact]
    public async Task Lines_longer_than_what_is_read_at_once_are_masked_whole()
    {
        var filler = string.Concat(Enumerable.Repeat("слово ", 20_000));

        var (output, isMasked) = await RunAsync(filler + "телефон 8 916 234-56-78\nкороткая строка", isJson: false);

        Assert.Equal(filler + "телефон [PHONE_1]\nкороткая строка\n", output);
        Assert.True(isMasked);
    }

    [Fact]
    public async Task An_empty_line_of_plain_text_stays_and_invalid_text_is_told()
    {
        using var source = new MemoryStream([(byte)'a', (byte)'\n', (byte)'\n', 0xFF, (byte)'\n', (byte)'b']);
        using var target = new MemoryStream();

        var isMasked = await new MaskLines(new Masker(), isJson: false, language: "en").RunAsync(source, target, CancellationToken.None);

        Assert.Equal("a\n\n[not masked: InvalidText]\nb\n", Encoding.UTF8.GetString(target.ToArray()));
        Assert.False(isMasked);
    }

    private static async Task<(string Output, bool IsMasked)> RunAsync(string input, bool isJson = true)
    {
        using var source = new MemoryStream(Encoding.UTF8.GetBytes(input));
        using var target = new MemoryStream();
        var isMasked = await new MaskLines(new Masker(), isJson, language: null).RunAsync(source, target, CancellationToken.None);
        return (Encoding.UTF8.GetString(target.ToArray()), isMasked);
    }
}
