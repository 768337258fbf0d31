using Earshot.Masking;

namespace Earshot.Analysis.Text;

/// <summary>Who speaks, as rules see it.</summary>
[Flags]
internal enum Speakers : byte
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
    /// <summary>A call in which nothing is said.</summary>
    public static readonly CallText Empty = new(null, new Vocabulary(), new CallWords(new Vocabulary()), [0], []);

    private readonly MaskedConversation? conversation;
    private readonly Word[] extra;
    private readonly ulong[] masks;
    private TurnClock[]? clocks;

    private CallText(MaskedConversation? conversation, Vocabulary vocabulary, CallWords words, int[] firstTokens, Speakers[] speakers)
    {
        this.conversation = conversation;
        Words = vocabulary.Words;
        Tokens = words.ToArray();
        masks = Words.Masks;
        extra = [.. words.Extra];
        FirstTokens = firstTokens;
        Speakers = speakers;
        SaidBy = new Speakers[Tokens.Length];
        for (var turn = 0; turn < speakers.Length; turn++)
        {
            SaidBy.AsSpan(firstTokens[turn]..firstTokens[turn + 1]).Fill(speakers[turn]);
        }
    }

    public MaskedConversation Conversation => conversation ?? throw new InvalidOperationException("This call has no text.");

    /// <summary>Words by number.</summary>
    public WordTable Words { get; }

    public Token[] Tokens { get; }

    /// <summary>Index of the first token of each turn, and the number of tokens after the last.</summary>
    public int[] FirstTokens { get; }

    /// <summary>Speaker of each turn.</summary>
    public Speakers[] Speakers { get; }

    /// <summary>Speaker of each token.</summary>
    public Speakers[] SaidBy { get; }

    public int TurnCount => Speakers.Length;

    public static CallText Read(MaskedConversation conversation, Vocabulary vocabulary)
    {
        var turns = conversation.Turns;
        var words = new CallWords(vocabulary);
        var firsts = new int[turns.Count + 1];
        var speakers = new Speakers[turns.Count];
        for (var i = 0; i < turns.Count; i++)
        {
            firsts[i] = words.Count;
            speakers[i] = SpeakerOf(turns[i].Speaker);
            Tokenizer.Read(turns[i].Text.Value, i, words);
        }

        firsts[^1] = words.Count;
        var call = new CallText(conversation, vocabulary, words, firsts, speakers);
        words.Release();
        return call;
    }

    /// <summary>A call that was stored without its text.</summary>
    public static CallText Stored(Vocabulary vocabulary, CallWords words, int[] firstTokens, Speakers[] speakers, TurnClock[] clocks) =>
        new(null, vocabulary, words, firstTokens, speakers) { clocks = clocks };

    /// <summary>What is known of a token's word.</summary>
    public Word WordAt(int token)
    {
        var number = Tokens[token].Word;
        return number >= 0 ? Words[number] : extra[~number];
    }

    public string TextOf(int turn) => Conversation.Turns[turn].Text.Value;

    /// <summary>Seconds from the start of the call to a token: measured when the transcript has times, else estimated.</summary>
    public double SecondsTo(int token)
    {
        ref readonly var clock = ref Clocks[Tokens[token].Turn];
        return clock.At(token);
    }

    /// <summary>Seconds from a token to the end of the call.</summary>
    public double SecondsFrom(int token) => Clocks[Tokens[token].Turn] is { IsMeasured: true } clock && Clocks[^1] is { IsMeasured: true } last
        ? last.End - clock.At(token)
        : (Tokens.Length - token) / TurnClock.WordsPerSecond;

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

    /// <summary>Bits of the terms of a token's word.</summary>
    public ulong MaskAt(int token)
    {
        var number = Tokens[token].Word;
        return number >= 0 ? masks[number] : ulong.MaxValue;
    }

    public static Speakers SpeakerOf(string label) =>
        label is "agent" ? Text.Speakers.Agent : label is "customer" ? Text.Speakers.Customer
        : SpeakerSide.IsAgent(label) ? Text.Speakers.Agent : SpeakerSide.IsCustomer(label) ? Text.Speakers.Customer : Text.Speakers.Other;

    private TurnClock[] Clocks => clocks ??= [.. Enumerable.Range(0, TurnCount).Select(ClockOf)];

    private TurnClock ClockOf(int turn)
    {
        var (first, words) = (FirstTokens[turn], Math.Max(1, FirstTokens[turn + 1] - FirstTokens[turn]));
        return Conversation.Turns[turn] is { Start: { } start, End: var end }
            ? TurnClock.Measured(first, words, start, end ?? start)
            : TurnClock.Estimated;
    }
}
