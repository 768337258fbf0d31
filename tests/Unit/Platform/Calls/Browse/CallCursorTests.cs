using Earshot.Platform.Calls.Browse;

namespace Earshot.Unit.Platform.Calls.Browse;

public sealed class CallCursorTests
{
    [Fact]
    public void Cursor_survives_the_way_through_an_address()
    {
        var cursor = new CallCursor(new DateTimeOffset(2026, 11, 21, 14, 3, 59, 123, 456, TimeSpan.Zero), Guid.CreateVersion7(), Newer: true);

        Assert.Equal(cursor, CallCursor.Parse(cursor.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("o")]
    [InlineData("o-")]
    [InlineData("x8de-00000000000000000000000000000001")]
    [InlineData("o8de-not-an-id")]
    [InlineData("offffffffffffffff-00000000000000000000000000000001")]
    [InlineData("o7fffffffffffffff-00000000000000000000000000000001")]
    public void Anything_else_is_no_cursor(string? text) => Assert.Null(CallCursor.Parse(text));
}
