using Earshot.Platform.Accounts;
using Earshot.Platform.Scoring.Alerts;

namespace Earshot.Unit.Platform.Scoring.Alerts;

public sealed class AlertRuleTests
{
    private static readonly Guid Sales = new("0198a000-0000-7000-8000-000000000001");
    private static readonly Guid Support = new("0198a000-0000-7000-8000-000000000002");
    private static readonly CallScope OfSales = new([Sales], null);

    [Fact]
    public void Rule_about_all_calls_is_for_whoever_sees_all() =>
        Assert.Equal((true, false, false), (AlertRule.IsFor(null, CallScope.All), AlertRule.IsFor(null, OfSales), AlertRule.IsFor(null, CallScope.None)));

    [Fact]
    public void Rule_about_a_department_is_for_whoever_sees_it() =>
        Assert.Equal((true, true, false, false), (AlertRule.IsFor(Sales, CallScope.All), AlertRule.IsFor(Sales, OfSales), AlertRule.IsFor(Support, OfSales), AlertRule.IsFor(Sales, CallScope.None)));
}
