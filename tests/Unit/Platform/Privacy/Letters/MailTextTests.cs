using System.Text;
using Earshot.Platform.Privacy.Letters;

namespace Earshot.Unit.Platform.Privacy.Letters;

public sealed class MailTextTests
{
    private static readonly Guid Id = new("0198a000-0000-7000-8000-000000000001");

    [Fact]
    public void Letter_with_html_has_the_text_first_and_both_between_its_borders()
    {
        var written = MailText.Write(new Mail(Id, "vera@example.com", "Figures", "plain", new Dictionary<string, string>(), "<p>laid out</p>"), "earshot@example.com", DateTimeOffset.UnixEpoch);

        var parts = written.Split("--=_0198a000000070008000000000000001");
        Assert.Equal(4, parts.Length); // head, text, html, end
        Assert.Contains(Convert.ToBase64String(Encoding.UTF8.GetBytes("plain")), parts[1], StringComparison.Ordinal);
        Assert.Contains(Convert.ToBase64String(Encoding.UTF8.GetBytes("<p>laid out</p>")), parts[2], StringComparison.Ordinal);
        Assert.Equal("--\r\n", parts[3]);
    }

    [Fact]
    public void Letter_without_html_is_one_part() => Assert.DoesNotContain(
        "multipart", MailText.Write(new Mail(Id, "vera@example.com", "Figures", "plain", new Dictionary<string, string>()), "earshot@example.com", DateTimeOffset.UnixEpoch), StringComparison.Ordinal);
}
