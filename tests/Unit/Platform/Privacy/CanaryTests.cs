using System.Net;
using System.Text.RegularExpressions;
using Earshot.Platform.Kernel.Egress;
using Earshot.Platform.Privacy.Controls;
using Earshot.Platform.Privacy.SubjectRequests;
using Earshot.Unit.Web;

namespace Earshot.Unit.Platform.Privacy;

/// <summary>
/// A check that can't fail proves nothing: every control has a canary, a test that breaks what it promises and sees red. Canaries are the
/// lines of the table in <c>ControlTests</c>, and tests with the trait <c>Canary</c>.
/// </summary>
public sealed partial class CanaryTests
{
    [Fact]
    public void Every_control_has_a_canary() =>
        Assert.Empty(AllControls.List.Where(control => control.Kind is not CheckKind.Awaited).Select(control => control.Id).Except(Canaries()));

    [Fact]
    public void A_control_without_a_canary_is_found() => Assert.DoesNotContain("no-such-control", Canaries());

    [Fact]
    public void No_canary_is_left_of_a_control_that_is_gone() => Assert.Empty(Canaries().Except(AllControls.List.Select(control => control.Id)));

    [Fact]
    [Trait("Canary", "policy-open")]
    [Trait("Canary", "registers-open")]
    public void A_text_that_is_closed_or_a_draft_is_seen()
    {
        Assert.NotNull(PublicationControls.Closed(Page(HttpStatusCode.NotFound, "")));
        Assert.NotNull(PublicationControls.Closed(Page(HttpStatusCode.Redirect, "")));
        Assert.NotNull(PublicationControls.Closed(Page(HttpStatusCode.OK, "<main data-draft>")));
        Assert.Null(PublicationControls.Closed(Page(HttpStatusCode.OK, "<main>")));
    }

    [Theory]
    [Trait("Canary", "captcha-named")]
    [Trait("Canary", "required-marked")]
    [InlineData("data-captcha-notice")]
    [InlineData("data-required-note")]
    public void A_form_without_its_notice_is_seen(string mark)
    {
        Assert.False(ConsentControls.HasMark("<form></form>", mark).Holds);
        Assert.True(ConsentControls.HasMark($"<form><p {mark}></p></form>", mark).Holds);
    }

    [Theory]
    [Trait("Canary", "consent-by-law")]
    [InlineData("implied", "eu", false)]
    [InlineData("implied", "ae", false)]
    [InlineData("implied", "ru", true)]
    [InlineData("explicit", "eu", true)]
    public void Implied_consent_outside_Russian_law_is_seen(string mode, string region, bool isLawful) => Assert.Equal(isLawful, ConsentControls.IsLawful([mode], region).Holds);

    [Fact]
    [Trait("Canary", "consent-twelve-months")]
    public void A_consent_that_never_ends_is_seen() => Assert.False(ConsentControls.EndsWithinAYear(TimeSpan.FromDays(400)).Holds);

    [Fact]
    [Trait("Canary", "fields-named")]
    public void A_recipient_without_a_list_of_fields_is_seen()
    {
        Assert.False(RecipientControls.HaveFields([Abroad]).Holds);
        Assert.True(RecipientControls.HaveFields([Abroad with { Fields = ["sound"] }]).Holds);
    }

    [Fact]
    [Trait("Canary", "recipients-agreed")]
    public void A_recipient_without_an_agreement_is_seen()
    {
        Assert.False(RecipientControls.AreAgreed([Abroad], ["another"]).Holds);
        Assert.True(RecipientControls.AreAgreed([Abroad], ["speech"]).Holds);
    }

    [Fact]
    [Trait("Canary", "special-categories-flagged")]
    public void Special_categories_that_nobody_notices_are_seen()
    {
        Assert.False(MaskingControls.AreFlagged((_, _) => false).Holds);
        Assert.False(MaskingControls.AreFlagged((_, _) => true).Holds);
    }

    [Fact]
    [Trait("Canary", "request-says-who")]
    public void Requests_of_nobody_in_particular_are_seen()
    {
        Assert.True(RequestControls.SaysWho(ReceiveRequest.Refuse, ReceiveRequest.FirstState).Holds);
        Assert.False(RequestControls.SaysWho(_ => null, ReceiveRequest.FirstState).Holds);
        Assert.False(RequestControls.SaysWho(ReceiveRequest.Refuse, _ => RequestStates.Received).Holds);
    }

    [Fact]
    [Trait("Canary", "signed-requests")]
    public void Signatures_that_nobody_checks_are_seen()
    {
        Assert.True(RequestControls.SignaturesAreChecked(CheckSignature.Run).Holds);
        Assert.False(RequestControls.SignaturesAreChecked((_, _) => new SignatureVerdict(SignatureStates.Genuine, null)).Holds);
    }

    private static readonly Destination Abroad = new() { Name = "speech", Hosts = ["speech.example"], Purpose = "transcription", Region = "eu", Data = ["audio"] };

    private static Visit Page(HttpStatusCode status, string body) => new("/privacy", status, new Dictionary<string, string>(), [], body);

    private static HashSet<string> Canaries()
    {
        var table = File.ReadAllText(Repository.Path("tests", "Integration", "Privacy", "ControlTests.cs"));
        var tests = Directory.GetFiles(Repository.Path("tests", "Unit", "Platform", "Privacy"), "*.cs").Select(File.ReadAllText).Append(table);
        return [.. tests.SelectMany(text => Marked().Matches(text)).Concat(Line().Matches(table)).Select(match => match.Groups["id"].Value)];
    }

    [GeneratedRegex("""\[Trait\("Canary", "(?<id>[a-z-]+)"\)\]""", RegexOptions.None, 1000)]
    private static partial Regex Marked();

    [GeneratedRegex("""\[InlineData\("(?<id>[a-z-]+)", """, RegexOptions.None, 1000)]
    private static partial Regex Line();
}
