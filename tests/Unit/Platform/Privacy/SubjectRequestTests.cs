using Earshot.Platform.Privacy.Calendar;
using Earshot.Platform.Privacy.Controls;
using Earshot.Platform.Privacy.SubjectRequests;

namespace Earshot.Unit.Platform.Privacy;

public sealed class SubjectRequestTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 12, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("received", "in_work", true)]
    [InlineData("received", "needs_information", true)]
    [InlineData("needs_information", "in_work", true)]
    [InlineData("needs_information", "received", true)]
    [InlineData("in_work", "answered", true)]
    [InlineData("in_work", "refused", true)]
    [InlineData("in_work", "needs_information", false)]
    [InlineData("answered", "in_work", false)]
    [InlineData("answered", "refused", false)]
    [InlineData("refused", "answered", false)]
    public void Request_goes_forward_and_stays_closed(string from, string to, bool may) => Assert.Equal(may, RequestStates.MayGo(from, to));

    [Theory]
    [InlineData("information", false)]
    [InlineData("access", true)]
    [InlineData("correction", true)]
    [InlineData("completion", true)]
    [InlineData("erasure", true)]
    [InlineData("restriction", true)]
    [InlineData("objection", true)]
    [InlineData("portability", true)]
    [InlineData("withdrawal", true)]
    [InlineData("complaint", false)]
    [InlineData("claim", false)]
    [InlineData("authority", false)]
    public void What_touches_data_needs_an_identity(string kind, bool needs) => Assert.Equal(needs, RequestKinds.Find(kind)?.NeedsIdentity);

    [Theory]
    [InlineData("erasure", "form", "+79165550102", null, null)]
    [InlineData("nonsense", "form", "+79165550102", null, "request_kind")]
    [InlineData("authority", "form", "+79165550102", null, "request_kind")]
    [InlineData("authority", "desk", null, null, null)]
    [InlineData("erasure", "form", null, null, "request_person")]
    [InlineData("restriction", "form", "+79165550102", null, "request_ground")]
    [InlineData("restriction", "form", "+79165550102", "whim", "request_ground")]
    [InlineData("restriction", "form", "+79165550102", "accuracy", null)]
    public void Request_that_can_not_be_worked_on_is_refused_at_the_door(string kind, string way, string? phone, string? ground, string? failure) =>
        Assert.Equal(failure, ReceiveRequest.Refuse(new NewRequest(kind, way, new RequestPerson(null, phone, null, null), null, ground))?.Code);

    [Theory]
    [InlineData("access", 5, "we need the archive", 1, null)]
    [InlineData("access", 6, "we need the archive", 1, "request_extension_long")]
    [InlineData("access", 0, "we need the archive", 1, "request_extension_long")]
    [InlineData("access", 5, "because", 1, "request_reason")]
    [InlineData("access", 5, "we need the archive", -1, "request_extension_late")]
    [InlineData("claim", 5, "we need the archive", 1, "request_state")]
    [InlineData("authority", 5, "we need the archive", 1, "request_state")]
    public void Answer_is_put_off_within_the_law_or_not_at_all(string kind, int days, string reason, int dueInDays, string? failure) =>
        Assert.Equal(failure, HandleRequest.RefuseExtension(Request(kind, dueInDays), LawProfile.Of("ru"), days, reason, Now)?.Code);

    [Fact]
    public void Answer_is_put_off_once()
    {
        var request = Request("access", 1);
        request.ExtendedAt = Now;

        Assert.Equal("request_extended", HandleRequest.RefuseExtension(request, LawProfile.Of("ru"), 1, "we need the archive", Now)?.Code);
    }

    [Trait("Canary", "kinds-of-requests")]
    [Fact]
    public void Right_without_a_request_turns_its_control_red() =>
        Assert.False(RequestControls.Kinds(RequestKinds.All.Select(kind => kind.Name).Where(name => name != "portability"), RequestKinds.Grounds, ["json", "csv"]).Holds);

    [Trait("Canary", "law-by-region")]
    [Fact]
    public void Region_without_a_law_turns_its_control_red() => Assert.False(RequestControls.Laws([LawProfile.Of("ru")]).Holds);

    private static SubjectRequest Request(string kind, int dueInDays) => new()
    {
        OrganizationId = Guid.NewGuid(),
        Id = Guid.NewGuid(),
        Number = 1,
        Kind = kind,
        About = RequestTopics.Conversation,
        State = RequestStates.Received,
        Way = "form",
        Person = [],
        ReceivedAt = Now,
        DueOn = new DateOnly(2026, 5, 12),
        DueAt = Now.AddDays(dueInDays),
        FirstDueOn = new DateOnly(2026, 5, 12),
        Calendar = "x",
        TokenHash = [],
    };
}
