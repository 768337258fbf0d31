using System.Text;
using Earshot.Integration.Harness;
using Earshot.Masking;
using Earshot.Platform.Calls;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Privacy.SubjectRequests;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Integration.Privacy;

/// <summary>Requests of an invented person, from the form to the answer, by a clock that the test sets.</summary>
public sealed class RequestTests : IAsyncLifetime
{
    private const string Phone = "+7 916 555 01 02";
    private static readonly Guid Organization = Guid.Parse("00000000-0000-7000-8000-000000000001");
    private static readonly DateTimeOffset BeforeNewYear = new(2025, 12, 25, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset BeforeMay = new(2026, 4, 29, 10, 0, 0, TimeSpan.Zero);
    private readonly SetClock clock = new(BeforeNewYear);
    private TestDatabase product = null!; // set before each test

    public async Task InitializeAsync()
    {
        product = await TestDatabase.CreateAsync(services => services.AddSingleton<TimeProvider>(clock));
        await product.AskAsync<object>($"insert into accounts.organizations (organization_id, name, region, time_zone, created_at) values ('{Organization}', 'Example', 'ru', 'Europe/Moscow', now())");
    }

    public async Task DisposeAsync() => await product.DisposeAsync();

    [Trait("Timer", "answer")]
    [Trait("Timer", "claim")]
    [Trait("Timer", "authority-request")]
    [Fact]
    public async Task Each_kind_is_due_as_the_law_counts()
    {
        var overNewYear = (await SendAsync("access")).DueOn;
        clock.Now = BeforeMay;

        Assert.Equal(new DateOnly(2026, 1, 20), overNewYear);
        Assert.Equal(new DateOnly(2026, 5, 15), (await SendAsync("erasure")).DueOn);
        Assert.Equal(new DateOnly(2026, 5, 21), (await SendAsync("claim")).DueOn);
        Assert.Equal(new DateOnly(2026, 5, 9), (await SendAsync("authority")).DueOn);
    }

    [Fact]
    public async Task Nothing_is_told_or_done_before_the_identity_is_checked()
    {
        var request = await SendAsync("access");

        Assert.Equal("request_not_verified", (await UseAsync<ActOnRequest, Result<List<Platform.Privacy.HeldRecord>>>(act => act.FindAsync(request.Id, false, default))).Failure?.Code);
        Assert.Equal("request_not_verified", (await AnswerAsync(request.Id)).Failure?.Code);
    }

    [Fact]
    public async Task Copy_is_given_by_the_private_link_after_the_answer_and_for_thirty_days()
    {
        await PlantCallAsync();
        var request = await SendAsync("access");
        var before = await CopyAsync(request.Token);
        await VerifyAsync(request.Id);
        await AnswerAsync(request.Id);
        var after = await CopyAsync(request.Token);
        clock.Now += FollowRequest.CopyLife;

        Assert.False(before.IsOk);
        Assert.Contains("Соединяю с Верой", Encoding.UTF8.GetString(after.Value), StringComparison.Ordinal);
        Assert.False((await CopyAsync(request.Token)).IsOk);
    }

    [Theory]
    [InlineData("")]
    [InlineData("00000000000070008000000000000001.wrong")]
    [InlineData("00000000000070008000000000000009.AAAA")]
    public async Task Wrong_link_shows_nothing(string token)
    {
        await SendAsync("access");

        Assert.Equal("request_not_found", (await FollowAsync(token)).Failure?.Code);
    }

    [Trait("Timer", "extension")]
    [Fact]
    public async Task Answer_put_off_tells_the_person_why_and_moves_the_date_once()
    {
        var request = await SendAsync("access");

        var extended = await UseAsync<HandleRequest, Result<Done>>(handle => handle.ExtendAsync(request.Id, 5, "The archive has to be searched", default));
        var again = await UseAsync<HandleRequest, Result<Done>>(handle => handle.ExtendAsync(request.Id, 1, "The archive has to be searched", default));

        var seen = (await FollowAsync(request.Token)).Value;
        Assert.Equal((true, "request_extended"), (extended.IsOk, again.Failure?.Code));
        Assert.Equal((new DateOnly(2026, 1, 27), "The archive has to be searched"), (seen.DueOn, seen.ExtensionReason));
    }

    [Trait("Timer", "stop-after-withdrawal")]
    [Trait("Timer", "destruction-after-withdrawal")]
    [Fact]
    public async Task Withdrawal_stops_the_processing_at_once_and_destroys_the_data_within_thirty_days()
    {
        await PlantCallAsync();
        var request = await SendAsync("withdrawal");
        await VerifyAsync(request.Id);

        await WatchAsync();
        var stopped = await CountAsync();
        clock.Now = BeforeNewYear.AddDays(28);
        await WatchAsync();
        var kept = await product.AskAsync<long>("select count(*) from calls.calls");
        clock.Now = BeforeNewYear.AddDays(29);
        await WatchAsync();

        Assert.Equal((0, 1L, 0L), (stopped, kept, await product.AskAsync<long>("select count(*) from calls.calls")));
        Assert.True(await product.AskAsync<bool>("select stopped_at < stop_due_at and destroyed_at < destroy_due_at and receipt_id is not null from privacy.requests"));
    }

    [Fact]
    public async Task What_failed_is_shown_and_tried_again()
    {
        await PlantCallAsync();
        var request = await SendAsync("erasure");
        await VerifyAsync(request.Id);
        await product.AskAsync<object>("create function public.fail() returns trigger language plpgsql as $$ begin raise exception 'disk'; end $$; create trigger fail before insert on privacy.receipts for each row execute function public.fail()");
        var failed = await UseAsync<ActOnRequest, Result<Done>>(act => act.RunAsync(request.Id, default));
        var shown = await product.AskAsync<string>("select failure from privacy.requests");
        await product.AskAsync<object>("drop trigger fail on privacy.receipts");

        await WatchAsync();

        Assert.Equal(("request_act_failed", "DbUpdateException"), (failed.Failure?.Code, shown));
        Assert.Equal(0L, await product.AskAsync<long>("select (select count(*) from calls.calls) + (select count(*) from privacy.requests where failure is not null)"));
    }

    [Fact]
    public async Task Restriction_hides_the_calls_until_it_is_lifted()
    {
        await PlantCallAsync();
        var request = await SendAsync("restriction", ground: "accuracy");
        await VerifyAsync(request.Id);

        await UseAsync<ActOnRequest, Result<Done>>(act => act.RunAsync(request.Id, default));

        Assert.Equal((0, "accuracy"), (await CountAsync(), await product.AskAsync<string>("select min(ground) from privacy.restrictions")));
        Assert.True((await FollowAsync(request.Token)).Value.IsHolding);
        var silent = await UseAsync<ActOnRequest, Result<Done>>(act => act.LiftAsync(request.Id, "no", default));
        await UseAsync<ActOnRequest, Result<Done>>(act => act.LiftAsync(request.Id, "The address was checked and is right.", default));
        Assert.Equal(("request_reason", 1, false), (silent.Failure?.Code, await CountAsync(), (await FollowAsync(request.Token)).Value.IsHolding));
    }

    [Fact]
    public async Task Request_that_says_nothing_of_the_person_waits_and_goes_on_when_they_add_it_with_a_signed_file()
    {
        var sent = await UseAsync<ReceiveRequest, Result<ReceivedRequest>>(receive => receive.RunAsync(new NewRequest("access", "form", new RequestPerson("Vera", Phone, null, null), null, null), default));
        var (state, paper) = (await StateAsync(), Encoding.UTF8.GetBytes("I ask for a copy."));

        var added = await UseAsync<FollowRequest, Result<Done>>(follow => follow.AddAsync(sent.Value.Token, "agreement 12", new NewRequestFile("ask.txt", paper, Platform.Privacy.Controls.TrialSignature.Over(paper)), default));

        var file = Assert.Single(await UseAsync<KeepRequestFiles, IReadOnlyList<RequestFileLine>>(files => files.ListAsync(sent.Value.Id, default)));
        Assert.Equal(("needs_information", true, "received", "genuine", "Vera Example"), (state, added.IsOk, await StateAsync(), file.SignatureState, file.Signer));
        Assert.Equal(0L, await product.AskAsync<long>("select count(*) from privacy.request_files where position(convert_to('I ask', 'UTF8') in content) > 0"));
    }

    [Fact]
    public async Task Files_go_when_the_request_is_closed()
    {
        var request = await SendAsync("information");
        await UseAsync<KeepRequestFiles, Result<SignatureVerdict>>(files => files.AddAsync(request.Id, "passport.jpg", [1, 2, 3], null, default));

        await AnswerAsync(request.Id);

        Assert.Equal("none", await product.AskAsync<string>("select signature_state from privacy.request_files where content is null and name is null and erased_at is not null"));
    }

    [Fact]
    public async Task List_tells_what_is_open_soon_and_overdue()
    {
        await SendAsync("access");
        var answered = await SendAsync("information");
        await AnswerAsync(answered.Id);
        clock.Now = new DateTimeOffset(2026, 1, 20, 21, 0, 0, TimeSpan.Zero);

        var counts = await UseAsync<ListRequests, RequestCounts>(list => list.CountAsync(default));

        Assert.Equal(new RequestCounts(1, 1, 0, 1), counts);
        Assert.Equal("access", Assert.Single(await UseAsync<ListRequests, IReadOnlyList<RequestLine>>(list => list.RunAsync(new RequestFilter("overdue", null), default))).Kind);
    }

    [Fact]
    public async Task Answer_due_in_three_days_is_told_once()
    {
        await SendAsync("access");
        clock.Now = new DateTimeOffset(2026, 1, 18, 9, 0, 0, TimeSpan.Zero);

        await WatchAsync();
        await WatchAsync();

        Assert.Equal(1L, await product.AskAsync<long>("select count(*) from kernel.audit_events where action = 'request.due_soon'"));
    }

    [Fact]
    public async Task What_the_person_wrote_is_sealed()
    {
        await SendAsync("access");

        Assert.Equal(0L, await product.AskAsync<long>("select count(*) from privacy.requests where position(convert_to('916 555', 'UTF8') in person) > 0 or position(convert_to('Соколова', 'UTF8') in person) > 0"));
    }

    private Task<ReceivedRequest> SendAsync(string kind, string? ground = null) => UseAsync<ReceiveRequest, ReceivedRequest>(async receive =>
        (await receive.RunAsync(new NewRequest(kind, kind == "authority" ? "desk" : "form", new RequestPerson("Вера Соколова", Phone, null, null), "Please", ground), default)).Value);

    private Task<string?> StateAsync() => product.AskAsync<string>("select state from privacy.requests");

    private Task<Result<Done>> VerifyAsync(Guid id) => UseAsync<HandleRequest, Result<Done>>(handle => handle.VerifyAsync(id, "known_number", default));

    private Task<Result<Done>> AnswerAsync(Guid id) => UseAsync<HandleRequest, Result<Done>>(handle => handle.AnswerAsync(id, "Here is what we store about you.", default));

    private Task<Result<byte[]>> CopyAsync(string token) => FollowAsync(follow => follow.CopyAsync(token, "html", "x", default));

    private Task<Result<RequestDetails>> FollowAsync(string token) => FollowAsync(follow => follow.RunAsync(token, default));

    private async Task<T> FollowAsync<T>(Func<FollowRequest, Task<T>> use)
    {
        await using var scope = product.Services.CreateAsyncScope(); // a visitor: no organization is set
        return await use(scope.ServiceProvider.GetRequiredService<FollowRequest>());
    }

    private Task WatchAsync() => product.Get<WatchRequests>().RunAsync(default);

    private async Task<int> CountAsync()
    {
        await using var scope = product.Of(Organization);
        return scope.ServiceProvider.GetRequiredService<PlatformDb>().Set<Call>().Count();
    }

    private async Task PlantCallAsync()
    {
        await using var scope = product.Of(Organization);
        var details = Invented.Details with { CustomerPhone = Phone, CustomerName = "Вера Соколова", StartedAt = BeforeNewYear };
        await scope.ServiceProvider.GetRequiredService<ReceiveCall>().WithTranscriptAsync(details, new Conversation("ru", [new Turn("agent", "Соединяю с Верой")]), "json", default);
        await scope.ServiceProvider.GetRequiredService<PlatformDb>().SaveChangesAsync();
        await product.AskAsync<object>("update calls.calls set state = 'done'");
    }

    private async Task<TResult> UseAsync<T, TResult>(Func<T, Task<TResult>> use)
        where T : notnull
    {
        await using var scope = product.Of(Organization);
        return await use(scope.ServiceProvider.GetRequiredService<T>());
    }
}
