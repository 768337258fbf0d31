using Earshot.Analysis.Text;
using Earshot.Masking;

namespace Earshot.Analysis.Metrics;

/// <summary>The turns of a call on the clock.</summary>
internal sealed class Timeline
{
    private static readonly TimeSpan ShortestHold = TimeSpan.FromSeconds(20);

    private readonly (TimeSpan Start, TimeSpan End, Speakers Speaker)[] turns;
    private readonly TimeSpan speech;
    private readonly TimeSpan overlap;
    private readonly List<TimeSpan> gaps = [];

    public Timeline(IReadOnlyList<MaskedTurn> source, Speakers[] speakers)
    {
        turns =
        [
            .. source.Select((turn, index) => (Start: turn.Start.GetValueOrDefault(), End: turn.End.GetValueOrDefault(), Speaker: speakers[index]))
                .Select(turn => turn with { End = turn.End < turn.Start ? turn.Start : turn.End }).OrderBy(turn => turn.Start),
        ];
        Duration = turns.Max(turn => turn.End) - turns[0].Start;
        var end = turns[0].Start;
        foreach (var turn in turns)
        {
            if (turn.Start > end)
            {
                gaps.Add(turn.Start - end);
            }

            overlap += Later(TimeSpan.Zero, Earlier(turn.End, end) - turn.Start);
            speech += Later(TimeSpan.Zero, turn.End - Later(turn.Start, end));
            end = Later(end, turn.End);
        }
    }

    public TimeSpan Duration { get; }

    public double? SilenceShare => Share(Duration - speech);

    public double? OverlapShare => Share(overlap);

    /// <summary>Silences so long that the customer was most likely put on hold.</summary>
    public int Holds => gaps.Count(gap => gap >= ShortestHold);

    public TimeSpan LongestSilence(TimeSpan shortest) => gaps.Where(gap => gap >= shortest).DefaultIfEmpty(TimeSpan.Zero).Max();

    public TimeSpan TalkTime(Speakers speaker) =>
        turns.Where(turn => turn.Speaker == speaker).Aggregate(TimeSpan.Zero, (sum, turn) => sum + (turn.End - turn.Start));

    public double? TalkShare(Speakers speaker)
    {
        var all = turns.Aggregate(TimeSpan.Zero, (sum, turn) => sum + (turn.End - turn.Start));
        return all <= TimeSpan.Zero ? null : Math.Round(TalkTime(speaker) / all, 4);
    }

    /// <summary>Longest stretch in which nobody else begins to speak.</summary>
    public TimeSpan? LongestMonologue(Speakers speaker)
    {
        TimeSpan? longest = null;
        for (var i = 0; i < turns.Length; i++)
        {
            var from = i;
            while (turns[from].Speaker == speaker && i + 1 < turns.Length && turns[i + 1].Speaker == speaker)
            {
                i++;
            }

            if (turns[from].Speaker == speaker)
            {
                longest = Later(longest ?? TimeSpan.Zero, turns[i].End - turns[from].Start);
            }
        }

        return longest;
    }

    /// <summary>Times at which a speaker began while another was speaking and went on.</summary>
    public int Interruptions(Speakers speaker, TimeSpan shortest) =>
        turns.Where((turn, index) => index > 0 && turn.Speaker == speaker && turns[index - 1].Speaker != speaker
            && turns[index - 1].End - turn.Start >= shortest && turn.End - turn.Start >= shortest).Count();

    /// <summary>Median time from the end of one speaker's turn to the beginning of the other's.</summary>
    public TimeSpan? ResponseDelay(Speakers asks, Speakers answers)
    {
        var delays = turns.Zip(turns.Skip(1)).Where(pair => pair.First.Speaker == asks && pair.Second.Speaker == answers)
            .Select(pair => Later(TimeSpan.Zero, pair.Second.Start - pair.First.End)).Order().ToArray();
        return delays.Length == 0 ? null : delays[delays.Length / 2];
    }

    private static TimeSpan Later(TimeSpan left, TimeSpan right) => left > right ? left : right;

    private static TimeSpan Earlier(TimeSpan left, TimeSpan right) => left < right ? left : right;

    private double? Share(TimeSpan part) => Duration <= TimeSpan.Zero ? null : Math.Round(Math.Clamp(part / Duration, 0, 1), 4);
}
