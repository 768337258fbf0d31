using Earshot.Platform.Privacy.Breaches;
using Earshot.Platform.Privacy.Controls;
using Earshot.Platform.Privacy.Subprocessors;

namespace Earshot.Unit.Platform.Privacy;

/// <summary>Regions and recipients as a matrix; clocks of breaches by law.</summary>
public sealed class TransferRulesTests
{
    private static readonly TransferRecords Whole = new("DE", "consent 1", "notice 1", "scc", "sealed", "on request", "law 1");

    [Theory]
    [InlineData("ru", "consent notice recipient")]
    [InlineData("eu", "consent mechanism recipient")]
    [InlineData("ae", "consent mechanism recipient")]
    public void Without_records_a_transfer_is_impossible_in_every_region(string region, string missing) =>
        Assert.Equal(missing, string.Join(' ', TransferRules.Missing(region, null)));

    [Theory]
    [InlineData("ru")]
    [InlineData("eu")]
    [InlineData("ae")]
    public void With_all_records_it_is_possible(string region) => Assert.Empty(TransferRules.Missing(region, Whole));

    [Theory]
    [InlineData("ru", "US", "country")]
    [InlineData("ru", "KZ", "")]
    [InlineData("ru", "DE", "")]
    [InlineData("eu", "US", "")]
    public void The_list_of_countries_holds_for_the_russian_profile(string region, string country, string missing) =>
        Assert.Equal(missing, string.Join(' ', TransferRules.Missing(region, Whole with { Country = country })));

    [Trait("Canary", "transfer-impossible")]
    [Fact]
    public void A_rule_that_lets_a_gap_through_is_seen()
    {
        Assert.True(RecipientControls.IsImpossible(TransferRules.Missing).Holds);
        Assert.False(RecipientControls.IsImpossible((_, _) => []).Holds);
        Assert.False(RecipientControls.IsImpossible((_, _) => ["consent"]).Holds);
    }

    [Theory]
    [InlineData("ru", "authority_first", 24)]
    [InlineData("ru", "authority_full", 72)]
    [InlineData("eu", "authority_full", 72)]
    [InlineData("ae", "controllers", 24)]
    public void A_breach_has_the_clocks_of_its_law(string profile, string duty, int hours)
    {
        var discovered = new DateTimeOffset(2026, 12, 31, 20, 0, 0, TimeSpan.Zero);

        Assert.Equal(discovered.AddHours(hours), BreachClocks.Of(profile, discovered).Single(one => one.Duty == duty).Due);
    }

    [Fact]
    public void A_draft_of_a_drill_says_that_it_is_one()
    {
        var at = DateTimeOffset.UnixEpoch;
        Breach drill = new(Guid.Empty, true, "A lost laptop", at, at, at, null, null);

        Assert.StartsWith("DRILL", HandleBreach.Draft("authority_full", drill, [], new()).English, StringComparison.Ordinal);
        Assert.StartsWith("УЧЕБНАЯ", HandleBreach.Draft("subjects", drill, [], new()).Russian, StringComparison.Ordinal);
    }
}
