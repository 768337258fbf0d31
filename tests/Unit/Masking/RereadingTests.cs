using Earshot.Masking.Names;
using Earshot.Masking.Tokens;

namespace Earshot.Unit.Masking;

public sealed class RereadingTests
{
    private const int Tokens = 60;
    private const int Line = 50;

    [Theory]
    [InlineData(30, -1)]
    [InlineData(22, -1)]
    [InlineData(37, -1)]
    [InlineData(19, 2)]
    [InlineData(39, 2)]
    public void Only_the_neighbours_of_a_value_are_read_again(int token, int known)
    {
        var again = new Rereading();
        again.Begin(Tokens);
        again.KeepChain(token, 2);

        Find(again, value: 30);

        Assert.Equal(known, again.KnownChain(token));
    }

    [Fact]
    public void A_line_that_was_asked_for_something_else_is_read_again()
    {
        var again = new Rereading();
        again.Begin(Tokens);
        again.ChangesNames(50, cased: false, NameContext.None);
        Find(again, value: 3);

        Assert.False(again.ChangesNames(50, cased: false, NameContext.None));
        Assert.True(again.ChangesNames(50, cased: false, NameContext.Asked));
    }

    [Fact]
    public void A_phrase_far_from_values_is_known()
    {
        var again = new Rereading();
        again.Begin(Tokens);
        again.KeepCue(50, NameCue.Asks, 53);
        Find(again, value: 3);

        Assert.True(again.KnowsCue(50, out var cue, out var last));
        Assert.Equal((NameCue.Asks, 53), (cue, last));
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(11, 11)]
    [InlineData(29, 45)]
    [InlineData(46, Line)]
    [InlineData(51, Tokens)]
    public void The_next_pass_goes_to_neighbours_of_a_value_to_what_was_kept_and_to_lines(int from, int next)
    {
        var again = new Rereading();
        again.Begin(Tokens);
        again.KeepChain(45, 2);

        Find(again, value: 20);

        Assert.Equal(next, again.NextForNames(from, Tokens));
    }

    [Fact]
    public void The_first_pass_goes_to_every_token()
    {
        var again = new Rereading();
        again.Begin(Tokens);

        Assert.Equal(7, again.NextForNames(7, Tokens));
        Assert.Equal(7, again.NextForPlaces(7, Tokens));
    }

    private static void Find(Rereading again, int value)
    {
        for (var i = 0; i < Tokens; i++)
        {
            again.Move(i, i, i == value ? ReadingNotes.New : i == Line ? ReadingNotes.StopForNames : ReadingNotes.None);
        }

        again.MarkNear(value, Tokens);
    }
}
