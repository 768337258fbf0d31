using System.Globalization;
using Earshot.Analysis;
using Earshot.Platform.Accounts;
using Earshot.Platform.Calls.Browse;
using Earshot.Platform.Calls.OwnTopics;
using Earshot.Platform.Kernel;
using Earshot.Web.Layout;
using Earshot.Web.Pages.Phrases;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Earshot.Web.Pages.Topics;

/// <summary>One click on the page of topics: a found topic becomes an own one, built-in ones are left out, earlier calls are looked at again.</summary>
internal static class TopicEndpoints
{
    private const int LongestPeriod = 366;

    public static void Map(IEndpointRouteBuilder app)
    {
        var topics = app.MapGroup("/topics").RequireAuthorization(Policies.EditScoring);
        topics.MapPost("/own", AddAsync);
        topics.MapPost("/only", ChooseAsync);
        topics.MapPost("/again", AgainAsync);
        topics.MapPost("/try", TryAsync);
    }

    /// <summary>The topic that the fields say.</summary>
    public static TopicDefinition Topic(IFormCollection form) =>
        new(form["name"].ToString(), form["description"].ToString(), form["rule"].ToString() is { } rule && !string.IsNullOrWhiteSpace(rule) ? rule : null);

    private static async Task<RedirectHttpResult> AddAsync([FromForm] string? name, [FromForm] string? description, KeepTopics keep, CancellationToken ct) =>
        Back((await keep.AddAsync(new TopicDefinition(name ?? string.Empty, description ?? string.Empty), ct)).Failure);

    private static async Task<RedirectHttpResult> ChooseAsync([FromForm] string? only, KeepTopics keep, CancellationToken ct)
    {
        await keep.ChooseAsync(only == "true", ct);
        return Back(null);
    }

    private static async Task<RedirectHttpResult> AgainAsync([FromForm] string? days, AskTopicsAgain ask, TimeProvider clock, CancellationToken ct) =>
        Back((await ask.RunAsync(clock.GetUtcNow().AddDays(-Math.Clamp(int.TryParse(days, CultureInfo.InvariantCulture, out var wanted) ? wanted : 0, 1, LongestPeriod)), ct)).Failure);

    private static RedirectHttpResult Back(Failure? failure) => TypedResults.LocalRedirect(failure is null ? "/topics?saved=true" : $"/topics?trouble={failure.Code}");

    // The newest calls that the person may see, judged with the topic as it stands in the form beside the others.
    private static async Task<Results<JsonHttpResult<TriedPhrase>, BadRequest>> TryAsync(
        HttpContext http, IAntiforgery forms, KeepTopics keep, BrowseCalls browse, ReadMaskedText texts, CallVisibility visibility, Viewer viewer, CancellationToken ct)
    {
        if (!await forms.IsRequestValidAsync(http))
        {
            return TypedResults.BadRequest();
        }

        var form = await http.Request.ReadFormAsync(ct);
        var topic = Topic(form);
        if (KeepTopics.Refuse(topic) is { } refused)
        {
            return TypedResults.Json(new TriedPhrase(topic.Name.Length + topic.Description.Length == 0 ? string.Empty : viewer.Texts.Failures.Message(refused), [], [], []));
        }

        var others = (await keep.ListAsync(ct)).Where(line => line.Id.ToString() != form["id"] && line.Topic.Name != topic.Name).Select(line => line.Topic);
        var analyst = new Analyst(new AnalystOptions { Topics = [topic, .. others], BuiltInTopics = BuiltInTopics.Shown, Scorecards = [] });
        var page = await browse.RunAsync(new CallFilter { State = "done" }, await visibility.ReadAsync(ct), null, ct);
        var conversations = await texts.RunAsync([.. page.Lines.Select(line => line.Id)], ct);
        var found = page.Lines.Where(line => conversations.ContainsKey(line.Id))
            .Select(line => (Line: line, Conversation: conversations[line.Id], Hit: analyst.FindTopics(conversations[line.Id]).FirstOrDefault(hit => hit.Name == topic.Name))).Where(call => call.Hit is not null).ToArray();
        return TypedResults.Json(new TriedPhrase(
            viewer.Texts.Topics.Of(found.Length, conversations.Count), [],
            [.. found.Select(call => new TriedCall($"/calls/{call.Line.Id}", viewer.Moment(call.Line.StartedAt), TryPhraseEndpoint.Turns(call.Conversation, call.Hit?.Quotes ?? [])))], []));
    }
}
