using Earshot.Web.Components;

namespace Earshot.Unit.Web;

public sealed class TalkShapeTests
{
    [Fact]
    public void Silence_of_three_seconds_is_drawn_and_a_breath_is_not()
    {
        var shape = TalkShape.Of([Turn(true, 0, 10), Turn(false, 11, 20), Turn(true, 30, 40)]);

        var silence = Assert.Single(shape.Silences);
        Assert.Equal((500, 250), (Math.Round(silence.X), Math.Round(silence.Width)));
    }

    [Fact]
    public void Without_times_words_stand_for_time()
    {
        var shape = TalkShape.Of([new TalkTurn(true, null, null, 30), new TalkTurn(false, null, null, 10)]);

        Assert.Equal([0, 750], shape.Pieces.Select(piece => piece.X));
        Assert.Empty(shape.Silences);
    }

    [Fact]
    public void Call_without_turns_has_an_empty_strip() => Assert.Empty(TalkShape.Of([]).Pieces);

    private static TalkTurn Turn(bool isAgent, double start, double end) =>
        new(isAgent, TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(end), 5);
}
