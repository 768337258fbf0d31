using System.Text;
using Earshot.Integration.Harness;
using Earshot.Platform.Privacy;
using Earshot.Platform.Privacy.Letters;

namespace Earshot.Integration.Privacy;

/// <summary>Letters on their way to a mail server that behaves like real ones.</summary>
public sealed class MailTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Letter_arrives_over_an_encrypted_line(bool isImplicit)
    {
        await using var server = new SmtpDouble(isImplicit);
        await using var product = await ConnectedAsync(server, SmtpDouble.Password);

        var outcome = await product.Get<IMailCarrier>().CarryAsync(Letter("vera@example.com"), default);

        var letter = Assert.Single(server.Letters);
        Assert.Equal(MailOutcome.Sent, outcome);
        Assert.Contains($"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes("Изменения в политике"))}?=", letter, StringComparison.Ordinal);
        Assert.Contains(Convert.ToBase64String(Encoding.UTF8.GetBytes("Здравствуйте")), letter, StringComparison.Ordinal);
        Assert.Equal("mail ru contact answered 250", await product.AskAsync<string>("select destination || ' ' || region || ' ' || data[1] || ' ' || outcome || ' ' || status from kernel.egress_calls"));
    }

    [Theory]
    [InlineData("nobody@example.com", SmtpDouble.Password, MailOutcome.Refused)]
    [InlineData("greylisted@example.com", SmtpDouble.Password, MailOutcome.Later)]
    [InlineData("full@example.com", SmtpDouble.Password, MailOutcome.Later)]
    [InlineData("vera@example.com", "wrong", MailOutcome.Later)]
    [InlineData("vera@example.com> RCPT TO:<eve@example.com", SmtpDouble.Password, MailOutcome.Refused)]
    public async Task Refusals_are_told_apart(string to, string password, MailOutcome expected)
    {
        await using var server = new SmtpDouble();
        await using var product = await ConnectedAsync(server, password);

        Assert.Equal(expected, await product.Get<IMailCarrier>().CarryAsync(Letter(to), default));
        Assert.Empty(server.Letters);
    }

    [Fact]
    public async Task Nothing_is_told_to_a_server_that_does_not_encrypt()
    {
        await using var server = new SmtpDouble(offersTls: false);
        await using var product = await ConnectedAsync(server, SmtpDouble.Password);

        var outcome = await product.Get<IMailCarrier>().CarryAsync(Letter("vera@example.com"), default);

        Assert.Equal(["EHLO earshot", "STARTTLS"], server.InClear);
        Assert.Equal(MailOutcome.Refused, outcome);
    }

    [Fact]
    public async Task Nothing_is_told_to_a_server_whose_certificate_is_not_trusted()
    {
        await using var server = new SmtpDouble();
        await using var product = await ConnectedAsync(server, SmtpDouble.Password, trusts: false);

        Assert.Equal(MailOutcome.Later, await product.Get<IMailCarrier>().CarryAsync(Letter("vera@example.com"), default));
        Assert.DoesNotContain(server.InClear, line => line.StartsWith("AUTH", StringComparison.Ordinal));
        Assert.Equal("broken", await product.AskAsync<string>("select outcome from kernel.egress_calls"));
    }

    [Fact]
    public async Task Guard_lets_no_letter_out_of_the_region()
    {
        await using var server = new SmtpDouble();
        await using var product = await ConnectedAsync(server, SmtpDouble.Password, region: "us");

        Assert.Equal(MailOutcome.Later, await product.Get<IMailCarrier>().CarryAsync(Letter("vera@example.com"), default));
        Assert.Empty(server.InClear);
    }

    private static Mail Letter(string to) => new(Guid.NewGuid(), to, "Изменения в политике", "Здравствуйте", new Dictionary<string, string>());

    private static Task<TestDatabase> ConnectedAsync(SmtpDouble server, string password, bool trusts = true, string region = "ru") => TestDatabase.CreateAsync(services =>
        services.AddLetters(new SmtpSettings(server.Address, "privacy@earshot.example", SmtpDouble.User, password, region, trusts ? server.Authority : null)));
}
