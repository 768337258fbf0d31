using System.Text.RegularExpressions;

namespace Earshot.Unit.Web;

/// <summary>What the content security policy forbids must not be written in the first place.</summary>
public sealed class MarkupTests
{
    private const string Inline = @"\sstyle=|<style|<script(?![^>]*\ssrc=)|\son(click|change|load|input|error|mouseover)=""[^@]";

    [Fact]
    public void No_component_has_inline_style_or_script()
    {
        var guilty = Directory.GetFiles(Repository.Path("src", "Web"), "*.razor", SearchOption.AllDirectories)
            .Where(file => Regex.IsMatch(File.ReadAllText(file), Inline))
            .Select(Path.GetFileName);

        Assert.Empty(guilty);
    }

    [Theory]
    [InlineData("<div style=\"color: red\">")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<a onclick=\"go()\">")]
    public void Inline_style_and_script_would_be_caught(string markup) => Assert.Matches(Inline, markup);

    [Fact]
    public void Nothing_is_fetched_from_elsewhere()
    {
        var styles = Directory.GetFiles(Repository.Path("src", "Web", "wwwroot", "css"), "*.css").Select(File.ReadAllText);

        Assert.All(styles, style => Assert.DoesNotMatch(@"url\(\s*[""']?(https?:)?//|@import", style));
    }
}
