using System.Security.Authentication;
using System.Net;
using Earshot.Analysis;
using Earshot.Masking;
using Earshot.Platform.Accounts;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Kernel.Malware;
using Earshot.Platform.Privacy.Controls;
using Earshot.Platform.Privacy.Documents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Earshot.Unit.Platform.Privacy;

/// <summary>The register of promises is whole, and the checks that need no database see what they forbid.</summary>
public sealed class RegisterTests
{
    [Fact]
    public void There_are_182_clauses_and_each_is_said_in_both_languages()
    {
        Assert.Equal(182, AllClauses.List.Select(clause => clause.Id).Distinct().Count());
        Assert.DoesNotContain(AllClauses.List, clause => clause.Text.English.Length == 0 || clause.Text.Russian.Length == 0);
    }

    [Fact]
    public void Every_clause_has_a_control() =>
        Assert.Empty(AllClauses.List.Select(clause => clause.Id).Except(AllControls.List.SelectMany(control => control.Clauses)));

    [Fact]
    public void No_control_claims_a_clause_that_does_not_exist() =>
        Assert.Empty(AllControls.List.SelectMany(control => control.Clauses).Except(AllClauses.List.Select(clause => clause.Id)));

    [Fact]
    public void Every_control_has_a_name_of_its_own() =>
        Assert.Equal(AllControls.List.Count, AllControls.List.Select(control => control.Id).Distinct().Count());

    [Fact]
    public async Task What_waits_for_its_part_of_the_product_is_never_green()
    {
        foreach (var control in AllControls.List.Where(control => control.Kind is CheckKind.Awaited))
        {
            Assert.Null((await control.Check(null!, default)).Holds); // an awaited control looks at nothing
        }
    }

    [Theory]
    [InlineData(ProofStatus.Pass, new[] { "pass", "pass" })]
    [InlineData(ProofStatus.Unknown, new[] { "pass", "unknown" })]
    [InlineData(ProofStatus.Fail, new[] { "unknown", "fail", "pass" })]
    [InlineData(ProofStatus.Unknown, new string[0])]
    public void A_clause_is_kept_only_when_all_its_controls_hold(string expected, string[] statuses) => Assert.Equal(expected, ProofStatus.OfAll(statuses));

    [Fact]
    public void The_data_map_explains_every_word_that_it_uses() => Assert.Empty(DataMap.Current.Unexplained());

    [Fact]
    public void A_word_without_explanation_is_found() =>
        Assert.Equal(["guesswork", "some-day"], DataMap.Parse("table a.b | controller | access | some-day\n  guesswork: c\npurpose access | x | y").Unexplained().Order());

    [Fact]
    public void Every_rule_of_the_data_map_names_clauses_that_exist() =>
        Assert.Empty(DataMap.Current.Rules.Values.SelectMany(rule => rule.Clauses).Except(AllClauses.List.Select(clause => clause.Id)));

    [Fact]
    public void A_column_without_labels_is_found() =>
        Assert.False(DataControls.Labelled(new HashSet<string> { "a.b.c", "a.b.d" }, DataMap.Parse("table a.b | controller | access | day\n  key: c\ncategory key | x | y\npurpose access | x | y\nrule day | P1D | x | y |")).Holds);

    [Trait("Canary", "cipher-trial")]
    [Fact]
    public void Sealing_holds_and_a_cipher_that_leaves_the_text_is_seen()
    {
        Assert.True(EncryptionControls.CipherHolds(Envelope.Seal, Envelope.Open).Holds);
        Assert.False(EncryptionControls.CipherHolds((_, _, plain, _) => plain.ToArray(), (_, value, _) => value.ToArray()).Holds);
    }

    [Trait("Canary", "masked-kinds")]
    [Fact]
    public void Masking_that_masks_nothing_is_seen() => Assert.False(MaskingControls.KindsAreMasked((text, _) => text).Holds);

    [Trait("Canary", "one-way-masking")]
    [Fact]
    public void Masking_that_keeps_a_trace_of_the_person_is_seen() =>
        Assert.False(MaskingControls.NothingLeadsBack((text, _) => $"[PERSON_{string.GetHashCode(text, StringComparison.Ordinal)}]").Holds);

    [Trait("Canary", "masked-by-type")]
    [Fact]
    public void A_public_way_around_the_masker_is_seen()
    {
        Assert.True(MaskingControls.TypesAreClosed([typeof(MaskedText)], typeof(Analyst)).Holds);
        Assert.False(MaskingControls.TypesAreClosed([typeof(Conversation)], typeof(Analyst)).Holds);
        Assert.False(MaskingControls.TypesAreClosed([typeof(MaskedText)], typeof(Masker)).Holds);
    }

    [Trait("Canary", "rights-on-every-route")]
    [Fact]
    public void A_route_without_a_right_is_seen()
    {
        var silent = new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse("/open-by-mistake"), 0, EndpointMetadataCollection.Empty, null);

        Assert.False(RightsControls.RoutesAreGuarded([silent]).Holds);
    }

    [Trait("Canary", "second-factor-offered")]
    [Trait("Canary", "own-data")]
    [Fact]
    public void A_missing_route_is_seen() => Assert.False(RightsControls.HasRoutes([], "/me/second-factor/authenticator").Holds);

    [Trait("Canary", "roles-without-content")]
    [Fact]
    public void A_right_to_content_for_an_auditor_is_seen()
    {
        Assert.True(RightsControls.RolesAreNarrow(Policies.All).Holds);
        Assert.False(RightsControls.RolesAreNarrow([new Policy(Policies.ReadCalls, [Roles.Auditor])]).Holds);
        Assert.False(RightsControls.RolesAreNarrow([new Policy(Policies.ReadCalls, ["operator_staff"])]).Holds);
    }

    [Trait("Canary", "second-factor-demanded")]
    [Fact]
    public void A_session_that_owes_its_second_factor_has_no_other_right()
    {
        Assert.True(RightsControls.EnrolmentComesFirst(Policies.All).Holds);
        Assert.False(RightsControls.EnrolmentComesFirst([]).Holds);
    }

    [Trait("Canary", "master-key-private")]
    [Fact]
    public void A_key_file_that_others_can_read_is_seen()
    {
        var file = Path.GetTempFileName();
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.OtherRead);

        var finding = EncryptionControls.KeyIsPrivate(file);
        File.Delete(file);

        Assert.False(finding.Holds);
    }

    [Trait("Canary", "database-at-home")]
    [Theory]
    [InlineData("/run/postgresql", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("10.1.2.3", true)]
    [InlineData("172.32.0.1", false)]
    [InlineData("203.0.113.9", false)]
    [InlineData("db.example.com", null)]
    public void A_database_abroad_is_seen(string host, bool? holds) => Assert.Equal(holds, RegionControls.IsAtHome(host).Holds);

    [Trait("Canary", "transport")]
    [Theory]
    [InlineData("http://0.0.0.0:80", false)]
    [InlineData("http://[::]:80", false)]
    [InlineData("http://+:80", false)]
    [InlineData("http://*:80 https://*:443", false)]
    [InlineData("http://10.1.2.3:80 http://127.0.0.1:80", false)]
    [InlineData("http://127.0.0.1:8080 http://[::1]:8080", true)]
    [InlineData("https://[::]:443 http://127.0.0.1:8080", null)] // a handshake must tell
    public void Listening_without_encryption_is_seen(string addresses, bool? holds) =>
        Assert.Equal(holds, TransportControls.IsInClear([.. addresses.Split(' ').Select(OwnPages.Read)])?.Holds);

    [Trait("Canary", "transport")]
    [Theory]
    [InlineData(SslProtocols.Tls13, SslProtocols.None, 1, true)]
    [InlineData(SslProtocols.Tls13, SslProtocols.Tls12, 1, false)]
    [InlineData(SslProtocols.Tls12, SslProtocols.Tls12, 1, false)]
    [InlineData(SslProtocols.None, SslProtocols.None, 1, false)]
    [InlineData(SslProtocols.Tls13, SslProtocols.None, -1, false)]
    public void An_old_protocol_and_a_dead_certificate_are_seen(SslProtocols newest, SslProtocols older, int daysLeft, bool holds)
    {
        var now = DateTimeOffset.UnixEpoch.AddYears(50);

        Assert.Equal(holds, TransportControls.Judge(new Handshake(newest, now.AddDays(daysLeft)), new Handshake(older, null), now).Holds);
    }

    [Theory]
    [InlineData("http://0.0.0.0:80", "http://127.0.0.1/")]
    [InlineData("http://127.0.0.1:8080 https://[::]:8443", "https://127.0.0.1:8443/")]
    [InlineData("https://192.0.2.1:443", "https://192.0.2.1/")]
    public void The_own_pages_are_reached_over_the_loopback_where_they_can_be(string listened, string reached) =>
        Assert.Equal(reached, OwnPages.Reach([.. listened.Split(' ').Select(OwnPages.Read)])?.ToString());

    [Trait("Canary", "transport-out")]
    [Theory]
    [InlineData("tls1.3", true)]
    [InlineData("tls1.2", true)]
    [InlineData("older", false)]
    [InlineData("none", false)]
    public void An_exchange_in_clear_is_seen(string protocol, bool holds) =>
        Assert.Equal(holds, TransportControls.AreEncrypted([("bank", "tls1.3", 5), ("speech", protocol, 1)]).Holds);

    [Trait("Canary", "malware-scan")]
    [Fact]
    public void A_test_file_that_gets_through_is_seen()
    {
        Assert.False(MalwareControls.Judge(null, true, MalwareFailures.Found).Holds);
        Assert.False(MalwareControls.Judge(MalwareFailures.Found, true, null).Holds);
        Assert.False(MalwareControls.Judge(MalwareFailures.Found, true, MalwareFailures.Down).Holds);
        Assert.Null(MalwareControls.Judge(MalwareFailures.Found, false, null).Holds);
        Assert.True(MalwareControls.Judge(MalwareFailures.Found, true, MalwareFailures.Found).Holds);
    }

    [Trait("Canary", "strict-headers")]
    [Theory]
    [InlineData("default-src 'none'; script-src 'self'", null)]
    [InlineData("default-src *", "closed")]
    [InlineData("default-src 'none'; script-src https://ads.example", "strangers")]
    [InlineData("default-src 'none'; script-src 'unsafe-inline'", "unsafe")]
    public void A_loose_content_security_policy_is_seen(string policy, string? trouble)
    {
        var visit = Visit(headers: new() { ["Content-Security-Policy"] = policy, ["X-Content-Type-Options"] = "nosniff", ["Referrer-Policy"] = "same-origin" });

        Assert.Contains(trouble ?? string.Empty, SiteControls.HeaderTrouble(visit) ?? string.Empty, StringComparison.Ordinal);
        Assert.Equal(trouble is null, SiteControls.HeaderTrouble(visit) is null);
    }

    [Trait("Canary", "no-third-party")]
    [Theory]
    [InlineData("""<script src="https://counter.example/x.js"></script>""", false)]
    [InlineData("""<img alt="" src="//pixel.example/1.gif">""", false)]
    [InlineData("""<link rel="stylesheet" href="https://fonts.example/a.css">""", false)]
    [InlineData("""<a href="https://www.example.com">away</a><script src="/assets/1/js/a.js"></script>""", true)]
    public void A_request_to_a_stranger_is_seen(string body, bool isClean) => Assert.Equal(isClean, SiteControls.ThirdParty(Visit(body: body)) is null);

    [Trait("Canary", "listed-cookies")]
    [Theory]
    [InlineData("__Host-earshot-form", true)]
    [InlineData("language", true)]
    [InlineData("_ga", false)]
    public void A_cookie_that_is_not_listed_is_seen(string cookie, bool isListed) => Assert.Equal(isListed, SiteControls.UnlistedCookie(Visit(cookies: [cookie])) is null);

    [Trait("Canary", "way-out")]
    [Fact]
    public void An_advertising_letter_without_a_way_out_is_seen() => Assert.False(ConsentControls.HasWayOut(new Dictionary<string, string>()).Holds);

    [Trait("Canary", "policy-regions")]
    [Fact]
    public void Texts_of_regions_that_do_not_differ_are_seen()
    {
        var same = Visit(body: "<p data-register=\"0123456789ab\">152-FZ</p>");

        Assert.False(PublicationControls.DoRegionsDiffer([same, same, same]).Holds);
    }

    private static Visit Visit(Dictionary<string, string>? headers = null, string[]? cookies = null, string body = "") => new("/", HttpStatusCode.OK, headers ?? [], cookies ?? [], body);
}
