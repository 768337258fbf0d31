using Earshot.Platform.Scoring.Dashboards;
using Earshot.Platform.Scoring.Rescoring;
using Earshot.Platform.Scoring.Reviews;

namespace Earshot.Unit.Platform.Scoring;

public sealed class KappaTests
{
    [Fact]
    public void Kappa_of_the_textbook_is_that_of_the_textbook()
    {
        // 20 both yes, 5 yes and no, 10 no and yes, 15 both no: observed 0.7, expected 0.5
        var pairs = Repeat(('y', 'y'), 20).Concat(Repeat(('y', 'n'), 5)).Concat(Repeat(('n', 'y'), 10)).Concat(Repeat(('n', 'n'), 15)).ToArray();

        Assert.Equal(0.4, Kappa.Of(pairs)!.Value, 6);
    }

    [Fact]
    public void Nothing_to_compare_has_no_kappa() => Assert.Null(Kappa.Of([]));

    [Fact]
    public void One_answer_throughout_is_full_agreement() => Assert.Equal(1, Kappa.Of([('y', 'y'), ('y', 'y')]));

    [Fact]
    public void The_confidence_range_is_that_of_the_sample()
    {
        var sample = new Sample(4, 20, 120); // 2, 4, 6, 8: variance 20/3

        Assert.Equal(1.96 * Math.Sqrt(20.0 / 3 / 4), sample.Range!.Value, 6);
        Assert.True(sample.IsFew);
    }

    [Fact]
    public void Ranges_of_ids_touch_and_hold_both_ends()
    {
        var at = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var (first, last) = (Guid.CreateVersion7(at), Guid.CreateVersion7(at.AddDays(300)));

        var ranges = KeyRanges.Cut(first, last, 7);

        Assert.Equal(first, ranges[0].From);
        Assert.Null(ranges[^1].To);
        Assert.All(ranges.Zip(ranges.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
    }

    [Fact]
    public void Equal_ids_are_one_range()
    {
        var id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);

        Assert.Equal([(id, null)], KeyRanges.Cut(id, id, 48));
    }

    private static IEnumerable<(char, char)> Repeat((char, char) pair, int count) => Enumerable.Repeat(pair, count);
}
