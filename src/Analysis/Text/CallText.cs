using Earshot.Masking;

namespace Earshot.Analysis.Text;

/// <summary>Who speaks, as rules see it.</summary>
[Flags]
internal enum Speakers
{
    None = 0,
    Agent = 1,
    Customer = 2,
    Other = 4,
    Anyone = Agent | Customer | Other,
}

/// <summary>A call as numbered words: read once, used by every judge.</summary>
internal sealed class CallText
{
    // Speech without times is placed by a usual rate of 150 words a minute, so that "first 20s" means something.
    private const double WordsPerSecond = 2.5;

    /// <summary>A call in which nothing is said.</summary>
    public static readonly CallText Empty = new(null, [], [0], []);

    private readonly MaskedConversation? conversation;

    private CallText(MaskedConversation? conversation, Token[] tokens, int[] firstTokens, Speakers[] speakers)
    {
        this.conversation = conversation;
        Tokens = tokens;
        FirstTokens = firstTokens;
        Speakers = speakers;
    }

    public MaskedConversation Conversation => conversation ?? throw new InvalidOperationException("The empty call has no conversation.");

    public Token[] Tokens { get; }

    /// <summary>Index of the first token of each turn, and the number of tokens after the last.</summary>
    public int[] FirstTokens { get; }

    /// <summary>Speaker of each turn.</summary>
    public Speakers[] Speakers { get; }

    public int TurnCount => Speakers.Length;

    public static CallText Read(MaskedConversation conversation, Vocabulary vocabulary)
    {
        var turns = conversation.Turns;
        var tokens = new List<Token>(turns.Sum(turn => turn.Text.Value.Length) / 5);
        var firsts = new int[turns.Count + 1];
        var speakers = new Speakers[turns.Count];
        for (var i = 0; i < turns.Count; i++)
        {
            firsts[i] = tokens.Count;
            speakers[i] = SpeakerOf(turns[i].Speaker);
            Tokenizer.Read(turns[i].Text.Value, i, vocabulary, tokens);
        }

        firsts[^1] = tokens.Count;
        return new CallText(conversation, [.. tokens], firsts, speakers);
    }

    public string TextOf(int turn) => Conversation.Turns[turn].Text.Value;

    /// <summary>Seconds from the start of the call to a token: measured when the transcript has times, else estimated.</summary>
    public double SecondsTo(int token) =>
        Conversation.Turns[Tokens[token].Turn] is { Start: { } start, End: var end }
            ? start.TotalSeconds + (ShareOfTurn(token) * Math.Max(0, (end ?? start).TotalSeconds - start.TotalSeconds))
            : token / WordsPerSecond;

    /// <summary>Seconds from a token to the end of the call.</summary>
    public double SecondsFrom(int token) =>
        Conversation.Turns[^1] is { Start: not null } last && Conversation.Turns[Tokens[token].Turn].Start is not null
            ? (last.End ?? last.Start).GetValueOrDefault().TotalSeconds - SecondsTo(token)
            : (Tokens.Length - token) / WordsPerSecond;

    /// <summary>Words of the call from one token to another of the same turn, as evidence.</summary>
    public Quote Quote(int first, int last)
    {
        var from = Tokens[first];
        last = Tokens[last].Turn == from.Turn ? last : FirstTokens[from.Turn + 1] - 1;
        var to = Tokens[last];
        return QuoteOf(from.Turn, from.Start, to.Start + to.Length - from.Start);
    }

    /// <summary>A part of a turn as evidence.</summary>
    public Quote QuoteOf(int turn, int start, int length) =>
        new(turn, start, length, TextOf(turn).Substring(start, length), Conversation.Turns[turn].Start);

    private static Speakers SpeakerOf(string label) => label.ToLowerInvariant() switch
    {
        "agent" or "operator" or "оператор" or "агент" or "assistant" => Text.Speakers.Agent,
        "customer" or "client" or "caller" or "клиент" or "visitor" => Text.Speakers.Customer,
        _ => Text.Speakers.Other,
    };

    private double ShareOfTurn(int token)
    {
        var turn = Tokens[token].Turn;
        return (double)(token - FirstTokens[turn]) / Math.Max(1, FirstTokens[turn + 1] - FirstTokens[turn]);
    }
}
