using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Earshot.Integration.Accounts;
using Earshot.Integration.Calls.Upload;
using Earshot.Integration.Harness;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Earshot.Integration.Calls;

/// <summary>What people do with calls on the pages: look for them, watch them, delete them.</summary>
public sealed class CallPagesTests(CallPagesTests.Desk desk) : IClassFixture<CallPagesTests.Desk>
{
    [Theory]
    [InlineData("q=refund", "late,rude")]
    [InlineData("q=\"refund never\"", "late")]
    [InlineData("q=refund -invoice", "late")]
    [InlineData("q=возврат", "russian")]
    [InlineData("q=zeppelin", "")]
    [InlineData("direction=outbound", "rude")]
    [InlineData("state=done", "late,rude,russian")]
    [InlineData("state=stopped", "")]
    [InlineData("from=2026-11-02&when=custom", "rude,russian")]
    [InlineData("from=2026-11-02&to=2026-11-02&when=custom", "rude")]
    [InlineData("q=\"&state=' or 1=1&score-from=NaN&at=o1-x", "")]
    public async Task The_list_shows_what_was_asked_for(string query, string expected)
    {
        var html = await desk.PageAsync($"/calls?{query}");

        Assert.Equal(expected, string.Join(',', desk.Calls.Where(call => html.Contains($"href=\"/calls/{call.Value}", StringComparison.Ordinal)).Select(call => call.Key).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task The_page_of_a_call_says_why_the_customer_left_so_and_leads_to_the_words()
    {
        var html = await desk.PageAsync($"/calls/{desk.Calls["rude"]}");

        var reasons = Regex.Match(html, "id=\"reasons\".*?</ul>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Value;
        Assert.Contains("Not for the first time", reasons, StringComparison.Ordinal);
        var place = Regex.Match(reasons, "href=\"#(?<place>q1-[0-9]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Groups["place"].Value;
        Assert.Contains($"id=\"{place}\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_that_can_not_be_stored_is_refused_and_breaks_nothing()
    {
        using var page = await desk.Owner.GetAsync("/calls?q=%00");
        using var program = await desk.Owner.PostAsync("/api/accounts/departments", new { name = "Sales\0" });

        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        Assert.Contains("This could not be read", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, program.StatusCode);
    }

    [Fact]
    public async Task An_address_of_nothing_is_not_found_for_everyone()
    {
        using var nobody = new Browser(desk.Product);
        foreach (var browser in new[] { desk.Owner, nobody })
        {
            using var answer = await browser.GetAsync("/nothing/here");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Contains("There is nothing here", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_open_page_hears_its_own_calls_and_nobody_elses()
    {
        using var stranger = await People.OtherOwnerAsync(desk.Product, $"owner-{Guid.NewGuid():n}@second.example");
        await using var mine = await EventsAsync(desk.Owner);
        await using var theirs = await EventsAsync(stranger);

        var id = await desk.SendAsync("inbound", "2026-11-01T09:00:00Z", "The parcel is late.");

        Assert.Contains(await mine.UntilAsync(line => line.Contains("\"state\":\"done\"", StringComparison.Ordinal)), line => line.Contains(id, StringComparison.Ordinal));
        var marker = await desk.NotifyAsync(stranger);
        Assert.DoesNotContain(await theirs.UntilAsync(line => line.Contains(marker, StringComparison.Ordinal)), line => line.Contains(id, StringComparison.Ordinal));
        await DeleteAsync(id);
    }

    [Fact]
    public async Task A_call_is_deleted_by_the_form_of_its_page_only()
    {
        var id = await desk.SendAsync("inbound", "2026-11-01T09:00:00Z", "Please delete me.");
        using (var forged = await desk.Owner.PostAsync($"/calls/{id}/delete", new FormUrlEncodedContent([])))
        {
            Assert.Equal($"/calls/{id}", forged.Headers.Location?.OriginalString);
        }

        Assert.Equal(id, await DeleteAsync(id));

        using var gone = await desk.Owner.GetAsync($"/calls/{id}");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.DoesNotContain(id, await desk.PageAsync("/calls"), StringComparison.Ordinal);
    }

    private async Task<string> DeleteAsync(string id)
    {
        var page = await desk.PageAsync($"/calls/{id}");
        var form = Regex.Match(page, $"action=\"/calls/{id}/delete\".*?name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.Singleline);
        Assert.True(form.Success, "The page has no form of deletion.");
        using var answer = await desk.Owner.PostAsync(
            $"/calls/{id}/delete", new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = form.Groups["token"].Value }));
        Assert.Equal("/calls?deleted=true", answer.Headers.Location?.OriginalString);
        return id;
    }

    private static async Task<Events> EventsAsync(Browser browser)
    {
        var answer = await browser.GetAsync("/calls/live");
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        var events = new Events(answer, new StreamReader(await answer.Content.ReadAsStreamAsync()));
        await events.UntilAsync(line => line.Contains("alive", StringComparison.Ordinal));
        return events;
    }

    private sealed class Events(HttpResponseMessage answer, StreamReader reader) : IAsyncDisposable
    {
        private readonly List<string> lines = [];

        public async Task<IReadOnlyList<string>> UntilAsync(Func<string, bool> wanted)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            while (await reader.ReadLineAsync(patience.Token) is { } line)
            {
                lines.Add(line);
                if (wanted(line))
                {
                    return lines;
                }
            }

            throw new InvalidOperationException("The stream ended.");
        }

        public ValueTask DisposeAsync()
        {
            reader.Dispose();
            answer.Dispose();
            return ValueTask.CompletedTask;
        }
    }

    /// <summary>A product with three calls that are done, for all tests of the class.</summary>
    public sealed class Desk : IAsyncLifetime
    {
        private TestProduct? product;
        private Sender? sender;

        internal TestProduct Product => product ?? throw new InvalidOperationException();

        internal Browser Owner => sender?.Owner ?? throw new InvalidOperationException();

        public Dictionary<string, string> Calls { get; } = [];

        public async Task InitializeAsync()
        {
            product = await TestProduct.StartAsync();
            sender = await Sender.OfAsync(product);
            Calls["late"] = await SendAsync("inbound", "2026-11-01T09:00:00Z", "The refund never came.");
            Calls["rude"] = await SendAsync("outbound", "2026-11-02T09:00:00Z", "Another invoice for the refund, again.");
            Calls["russian"] = await SendAsync("inbound", "2026-11-03T09:00:00Z", "Когда будет возврат денег?", "ru");
        }

        /// <returns>Id of the call once it is done.</returns>
        public async Task<string> SendAsync(string direction, string at, string says, string language = "en")
        {
            var call = new
            {
                recording_ground = "consent",
                direction,
                language,
                started_at = at,
                turns = new[] { new { speaker = "agent", text = "Good morning, how can I help?" }, new { speaker = "customer", text = says } },
            };
            var (status, body) = await (sender ?? throw new InvalidOperationException()).PostAsync(JsonContent.Create(call));
            Assert.Equal(HttpStatusCode.Accepted, status);
            var id = body.GetProperty("id").GetString() ?? "";
            Assert.Equal("done", (await sender.WaitAsync($"/api/v1/calls/{id}")).GetProperty("state").GetString());
            return id;
        }

        /// <summary>Tells the pages of an organization of a change of some call, as the database does.</summary>
        /// <returns>Id of the call.</returns>
        internal async Task<string> NotifyAsync(Browser whose)
        {
            var organization = (await whose.ReadAsync("/api/accounts/organization")).GetProperty("id").GetGuid();
            var call = Guid.NewGuid();
            await using var command = Product.App.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("select pg_notify('earshot_calls', @change)");
            command.Parameters.AddWithValue("change", $"{organization} {call} done");
            await command.ExecuteNonQueryAsync();
            return call.ToString();
        }

        public async Task<string> PageAsync(string path)
        {
            using var answer = await Owner.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return await answer.Content.ReadAsStringAsync();
        }

        public async Task DisposeAsync()
        {
            sender?.Dispose();
            await (product?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }
}
