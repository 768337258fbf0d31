namespace Earshot.Speech.Turns;

/// <summary>A piece that was recognised: words with times from the start of the recording.</summary>
internal sealed record HeardPiece(int Channel, TimeSpan Start, TimeSpan End, IReadOnlyList<SpokenWord> Words, bool Doubtful = false)
{
    /// <summary>False when the engine gave none and the times of words are guessed by their length.</summary>
    public bool HasWordTimes { get; init; } = true;
}

/// <summary>Puts recognised pieces together into turns: one speaker, no long pause.</summary>
internal static class AssembleTurns
{
    /// <summary>A longer pause of the same speaker starts a new turn.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public static List<SpokenTurn> From(IEnumerable<HeardPiece> pieces, Func<int, SpokenWord, string> speakerOf) =>
        [.. pieces.GroupBy(piece => piece.Channel).SelectMany(channel => OfChannel(channel, speakerOf)).OrderBy(turn => turn.Start).ThenBy(turn => turn.Channel)];

    private static IEnumerable<SpokenTurn> OfChannel(IGrouping<int, HeardPiece> channel, Func<int, SpokenWord, string> speakerOf)
    {
        var open = default(OpenTurn);
        foreach (var (word, doubtful) in channel.OrderBy(piece => piece.Start).SelectMany(piece => piece.Words.Select(word => (word, piece.Doubtful))))
        {
            var speaker = speakerOf(channel.Key, word);
            if (open is not null && !open.Continues(speaker, word, doubtful))
            {
                yield return open.Close();
                open = null;
            }

            open ??= new OpenTurn(speaker, channel.Key, doubtful);
            open.Words.Add(word);
        }

        if (open is not null)
        {
            yield return open.Close();
        }
    }

    private sealed record OpenTurn(string Speaker, int Channel, bool Doubtful)
    {
        public List<SpokenWord> Words { get; } = [];

        public bool Continues(string speaker, SpokenWord word, bool doubtful) =>
            speaker == Speaker && doubtful == Doubtful && word.Start - Words[^1].End < Pause;

        public SpokenTurn Close() =>
            new(Speaker, Channel, Words[0].Start, Words[^1].End, string.Join(' ', Words.Select(word => word.Text)), Words, Doubtful);
    }
}
