using Earshot.Web.Layout;
using Earshot.Web.Pages.Calls;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Earshot.Unit.Web;

public sealed class CallsQueryTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 22, 30, 0, TimeSpan.Zero);

    [Fact]
    public void Today_begins_at_midnight_of_the_viewers_zone()
    {
        var query = Read("?when=today", "Europe/Moscow"); // there it is 22 November already

        Assert.Equal(new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.FromHours(3)), query.Filter.From);
    }

    [Fact]
    public void Own_time_takes_in_its_last_day()
    {
        var filter = Read("?when=custom&from=2026-03-01&to=2026-03-31", "UTC").Filter;

        Assert.Equal(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), filter.From);
        Assert.Equal(new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero), filter.To);
    }

    [Theory]
    [InlineData("?agent=nobody&score-from=high&from=yesterday&mood=blue")]
    [InlineData("?agent=&score-from=&from=&mood=&q=")]
    public void What_cannot_be_read_is_left_out(string address) =>
        Assert.Equal(new Earshot.Platform.Calls.Browse.CallFilter(), Read(address, "UTC").Filter);

    [Fact]
    public void Address_of_the_next_page_keeps_the_filters()
    {
        var query = Read("?q=refund&topic=Billing&at=o1-00000000000000000000000000000001", "UTC");

        Assert.Equal("/calls?q=refund&topic=Billing", query.Address(null));
    }

    private static CallsQuery Read(string address, string zone) =>
        new(new QueryCollection(QueryHelpers.ParseQuery(address)), new Viewer(new StoppedClock()) { Zone = TimeZoneInfo.FindSystemTimeZoneById(zone) });

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
