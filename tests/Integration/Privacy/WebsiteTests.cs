using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Earshot.Integration.Accounts;
using Earshot.Integration.Harness;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Tenancy;
using Earshot.Platform.Privacy.Consents;
using Earshot.Platform.Privacy.Documents;
using Earshot.Platform.Privacy.Inquiries;
using Earshot.Platform.Privacy.Letters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Integration.Privacy;

/// <summary>What visitors do on the website, through HTTP, on one product.</summary>
public sealed class WebsiteTests(ProvenProduct proven) : IClassFixture<ProvenProduct>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/pricing")]
    [InlineData("/trust")]
    [InlineData("/privacy")]
    [InlineData("/cookies")]
    [InlineData("/terms")]
    [InlineData("/dpa")]
    [InlineData("/subprocessors")]
    [InlineData("/data-map")]
    [InlineData("/documents/privacy")]
    public async Task A_stranger_may_open(string path)
    {
        using var browser = new Browser(proven.Product);

        using var answer = await browser.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("data-draft", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_newsletter_takes_two_steps_to_join_and_one_click_to_leave()
    {
        var ask = await SiteAsync<Newsletter, Result<Done>>(letters => letters.AskAsync("reader@sample.example", "en", new Uri("https://earshot.example"), default));
        var sentBefore = await SiteAsync<Newsletter, int>(letters => letters.SendAsync("News", "Text", new Uri("https://earshot.example"), default));
        var token = await TokenAsync("Confirm the newsletter");
        var confirmed = await SiteAsync<Newsletter, bool>(letters => letters.ConfirmAsync(token, default));
        var sentAfter = await SiteAsync<Newsletter, int>(letters => letters.SendAsync("News", "Text", new Uri("https://earshot.example"), default));
        var news = await MailAsync("News");
        using var program = new Browser(proven.Product);
        using var left = await program.SendAsync(HttpMethod.Post, OneClick(news), new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));

        Assert.True(ask.IsOk && confirmed);
        Assert.Equal((0, 1, HttpStatusCode.OK), (sentBefore, sentAfter, left.StatusCode));
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", news, StringComparison.Ordinal);
        Assert.Equal(0, await SiteAsync<Newsletter, int>(letters => letters.SendAsync("More", "Text", new Uri("https://earshot.example"), default)));
    }

    // The address that a mail program would post to; long header lines are folded.
    private static string OneClick(string mail) =>
        System.Text.RegularExpressions.Regex.Match(mail.ReplaceLineEndings("\n").Replace("\n ", "", StringComparison.Ordinal), @"List-Unsubscribe:\s*<https://earshot\.example([^>]+)>").Groups[1].Value;

    [Fact]
    public async Task An_inquiry_needs_its_puzzle_and_a_consent_and_is_read_by_the_operator()
    {
        var captcha = proven.Product.App.Services.GetRequiredService<ICaptcha>();
        var puzzle = captcha.Pose();
        var answer = Enumerable.Range(0, 2_000_000).Select(number => number.ToString(CultureInfo.InvariantCulture)).First(number => ProofOfWork.IsSolved(puzzle, number));
        var inquiry = new NewInquiry("Vera Example", "vera@sample.example", null, "How much?", 12, "/", "search.example", Agrees: true, puzzle, answer);

        var unsolved = await SiteAsync<SendInquiry, Result<Guid>>(send => send.RunAsync(inquiry with { Answer = "1" }, default));
        var silent = await SiteAsync<SendInquiry, Result<Guid>>(send => send.RunAsync(inquiry with { Agrees = false }, default));
        var sent = await SiteAsync<SendInquiry, Result<Guid>>(send => send.RunAsync(inquiry, default));
        var again = await SiteAsync<SendInquiry, Result<Guid>>(send => send.RunAsync(inquiry, default));
        var read = await SiteAsync<ListInquiries, IReadOnlyList<InquiryLine>>(list => list.RunAsync(default));

        Assert.Equal(("inquiry_puzzle", "inquiry_consent", true, "inquiry_puzzle"), (unsolved.Failure?.Code, silent.Failure?.Code, sent.IsOk, again.Failure?.Code));
        Assert.Equal(("Vera Example", "How much?", "search.example"), (read.Single().Name, read.Single().Message, read.Single().Source));
    }

    [Fact]
    public async Task Visits_are_counted_after_consent_and_no_longer_after_it_is_taken_back()
    {
        var yes = await SiteAsync<ChooseCookies, string>(choose => choose.RunAsync(true, null, default));
        var counted = await SiteAsync<CountVisit, bool>(count => count.RunAsync("/", yes, default));
        var no = await SiteAsync<ChooseCookies, string>(choose => choose.RunAsync(false, yes, default));
        var afterRefusal = await SiteAsync<CountVisit, bool>(count => count.RunAsync("/", no, default));
        var oldCookie = await SiteAsync<CountVisit, bool>(count => count.RunAsync("/", yes, default));
        var forged = await SiteAsync<CountVisit, bool>(count => count.RunAsync("/", $"{Guid.NewGuid():n}.yes", default));

        Assert.Equal((true, false, false, false), (counted, afterRefusal, oldCookie, forged));
    }

    [Fact]
    public async Task A_changed_text_is_announced_in_three_ways_and_in_force_after_thirty_days()
    {
        using var owner = await People.OwnerAsync(proven.Product);
        var details = await SiteAsync<ReadOperator, Operator>(read => read.RunAsync(default));
        await SiteAsync<SaveOperator, Result<Done>>(save => save.RunAsync(details with { Phone = "+7 495 000-00-00", Responsible = "Boris Sample" }, default));

        var published = await SiteAsync<PublishDocuments, Result<Publication>>(publish => publish.RunAsync(default));
        var versions = await SiteAsync<ReadDocuments, IReadOnlyList<DocumentVersion>>(read => read.VersionsAsync("privacy", "ru", default));
        var now = await SiteAsync<ReadDocuments, ShownDocument>(read => read.NowAsync("privacy", "ru", default));
        await Eventually.HoldsAsync(async () => await CountAsync("select count(*) from privacy.notices where way in ('banner', 'mail', 'account')") == 3, "three notices are there");

        Assert.Contains("privacy/ru", published.Value.Published);
        Assert.Equal(TimeSpan.FromDays(30), versions[0].EffectiveAt - versions[0].PublishedAt);
        Assert.Equal((1, 2), (now.Version?.Number, now.Next?.Number));
        Assert.Contains("Boris Sample", await (await owner.GetAsync("/documents/privacy?from=1&to=2")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        foreach (var path in new[] { "/operator", "/recipients", "/breaches", "/inquiries", "/settings?tab=documents", "/trust" })
        {
            using var desk = await owner.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.OK), (path, desk.StatusCode));
        }

        Assert.Contains("announced", await (await owner.GetAsync("/settings")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_published_while_a_detail_of_the_operator_is_missing()
    {
        await using var database = await TestProduct.StartAsync();
        await using var scope = database.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(Guid.Empty);

        var published = await scope.ServiceProvider.GetRequiredService<PublishDocuments>().RunAsync(default);
        using var browser = new Browser(database);
        using var draft = await browser.GetAsync("/privacy");

        Assert.Equal("operator_missing", published.Failure?.Code);
        Assert.Equal(HttpStatusCode.OK, draft.StatusCode);
        Assert.Contains("data-draft", await draft.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private Task<TResult> SiteAsync<TSlice, TResult>(Func<TSlice, Task<TResult>> use)
        where TSlice : notnull => proven.Product.App.Services.GetRequiredService<SiteScope>().RunAsync(use);

    private async Task<long> CountAsync(string sql)
    {
        await using var owner = new Npgsql.NpgsqlConnection(proven.Product.Settings.Database);
        await owner.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand(sql, owner);
        return await command.ExecuteScalarAsync() is long count ? count : 0;
    }

    private async Task<string> TokenAsync(string subject) => Regex.Match(await MailAsync(subject), @"token=(?<token>[\w-]+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["token"].Value;

    // The carrier of an installation without a mail server: files.
    private async Task<string> MailAsync(string subject)
    {
        var folder = proven.Product.App.Services.GetRequiredService<KeepMail>().Folder;
        var header = $"=?utf-8?B?{Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(subject))}?=";
        var mail = string.Empty;
        await Eventually.HoldsAsync(
            async () =>
            {
                foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.eml") : [])
                {
                    var text = await File.ReadAllTextAsync(file);
                    mail = text.Contains(header, StringComparison.Ordinal) ? text : mail;
                }

                return mail.Length > 0;
            },
            "the letter is there");
        return mail;
    }
}
