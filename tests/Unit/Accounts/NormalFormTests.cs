using Earshot.Platform.Accounts.Links;
using Earshot.Platform.Accounts.People;
using Earshot.Platform.Accounts.Sessions;

namespace Earshot.Unit.Accounts;

public sealed class NormalFormTests
{
    [Theory]
    [InlineData(" Vera@First.Example ", "vera@first.example")]
    [InlineData("a+b@c.example", "a+b@c.example")]
    [InlineData("no-at.example", null)]
    [InlineData("a@localhost", null)]
    [InlineData("a b@c.example", null)]
    [InlineData("Vera <vera@first.example>", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void An_e_mail_has_one_normal_form(string? text, string? normal) => Assert.Equal(normal, EmailAddress.Normal(text));

    [Theory]
    [InlineData("+7 (900) 000-00-00", "+79000000000")]
    [InlineData("+971 50 000 0000", "+971500000000")]
    [InlineData("8 900 000-00-00", null)]
    [InlineData("+7 900 call me", null)]
    [InlineData("+7", null)]
    public void A_phone_has_one_normal_form(string text, string? normal) => Assert.Equal(normal, PhoneNumber.Normal(text));

    [Theory]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Linux")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge, Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile Safari/604.1", "Safari, iOS")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 YaBrowser/25.8 Safari/537.36", "Yandex Browser, Windows")]
    [InlineData("something", "other browser")]
    [InlineData("", "unknown")]
    [InlineData(null, "unknown")]
    public void A_device_is_a_few_words(string? userAgent, string words) => Assert.Equal(words, DescribeDevice.From(userAgent));

    [Fact]
    public void A_secret_names_its_organization_and_is_read_back()
    {
        var organization = Guid.CreateVersion7();

        var made = SecretToken.New(organization);
        var read = SecretToken.Read(made.Text);

        Assert.Equal(organization, read?.Organization);
        Assert.Equal(made.Hash, read?.Hash);
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("////////////////////////////////////////////////////////////////")]
    [InlineData("================================================================")]
    public void What_is_no_secret_is_not_read(string text) => Assert.Null(SecretToken.Read(text));

    [Theory]
    [InlineData(5, 5, 0)]
    [InlineData(6, 5, 5)]
    [InlineData(7, 5, 10)]
    [InlineData(10, 5, 80)]
    [InlineData(1000, 5, 900)]
    public void Each_failure_beyond_the_free_ones_doubles_the_delay(int failures, int free, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), SignInThrottle.Delay(failures, free));
}
