using Earshot.Speech.Turns;

namespace Earshot.Speech.Speakers;

/// <summary>
/// Gives every word a speaker and every speaker a role: by channel where each voice has its own, by voice otherwise. When the
/// call is handed to a colleague, the company's voices after it are told apart too.
/// </summary>
internal sealed class NameSpeakers(IReadOnlyList<HeardPiece> heard, CollectVoices voices, int? agentChannel)
{
    private readonly int[] channels = [.. heard.Where(piece => piece.Words.Count > 0).Select(piece => piece.Channel).Distinct().Order()];

    /// <summary>Number of channels with a voice of their own.</summary>
    public int Channels => Math.Max(1, channels.Length);

    /// <summary>What the words say to the setting that names the agent's channel.</summary>
    public string Check { get; private set; } = AgentCheck.Unknown;

    public List<SpokenTurn> Turns() => channels.Length > 1 ? ByChannel() : ByVoice();

    private List<SpokenTurn> ByChannel()
    {
        var turns = AssembleTurns.From(heard, (channel, _) => Number(channel));
        if (AgentOf(turns) is not { } agent)
        {
            return turns;
        }

        var isDialogue = turns.Select(turn => turn.Speaker).Distinct().Count() == 2;
        var own = turns.Find(turn => turn.Speaker == agent)?.Channel ?? 0;
        var colleagues = FindTransfer.In(turns.Where(turn => turn.Channel == own)) is null ? null : VoicesIn(own, 2);
        return Ordered(AssembleTurns.From(heard, (channel, word) => channel switch
        {
            _ when channel == own => DecideRoles.Agents[colleagues?.At(word) ?? 0],
            _ => isDialogue ? DecideRoles.Customer : Number(channel),
        }));
    }

    private List<SpokenTurn> ByVoice()
    {
        var only = channels is [var channel] ? channel : 0;
        var turns = ByVoice(VoicesIn(only, 2));
        if (FindTransfer.In(turns) is { } handedOver && ByVoice(VoicesIn(only, 3)) is var three && Count(three) == 3)
        {
            return NameColleagues(three, handedOver);
        }

        var agent = DecideRoles.AgentAmong(turns);
        return Count(turns) == 2 && agent is not null ? Named(turns, speaker => speaker == agent ? DecideRoles.Agent : DecideRoles.Customer) : turns;
    }

    private VoicesOf VoicesIn(int channel, int atMost) => new(heard.Where(piece => piece.Channel == channel), voices.In(channel), atMost);

    private List<SpokenTurn> ByVoice(VoicesOf told) => AssembleTurns.From(heard, (_, word) => Number(told.At(word)));

    // The customer is heard before and after the transfer, the colleague only after it.
    private static List<SpokenTurn> NameColleagues(List<SpokenTurn> turns, TimeSpan handedOver)
    {
        var later = turns.GroupBy(turn => turn.Speaker).Where(own => own.Min(turn => turn.Start) >= handedOver).Select(own => own.Key).ToList();
        var first = DecideRoles.AgentAmong([.. turns.Where(turn => turn.End <= handedOver)]);
        return later is [var colleague] && first is not null
            ? Ordered(Named(turns, speaker => speaker == first || speaker == colleague ? DecideRoles.Agents[speaker == first ? 0 : 1] : DecideRoles.Customer))
            : turns;
    }

    private string? AgentOf(List<SpokenTurn> turns)
    {
        if (agentChannel is not { } channel || !channels.Contains(channel))
        {
            return DecideRoles.AgentAmong(turns);
        }

        Check = DecideRoles.Check(turns, Number(channel));
        return Number(channel);
    }

    // The company's voices are numbered as they come.
    private static List<SpokenTurn> Ordered(List<SpokenTurn> turns)
    {
        var agents = turns.Select(turn => turn.Speaker).Where(speaker => DecideRoles.Agents.Contains(speaker)).Distinct().ToList();
        return agents.Count < 2 || agents[0] == DecideRoles.Agent
            ? turns
            : Named(turns, speaker => agents.IndexOf(speaker) is >= 0 and var place ? DecideRoles.Agents[place] : speaker);
    }

    private static List<SpokenTurn> Named(List<SpokenTurn> turns, Func<string, string> name) => turns.ConvertAll(turn => turn with { Speaker = name(turn.Speaker) });

    private static int Count(List<SpokenTurn> turns) => turns.Select(turn => turn.Speaker).Distinct().Count();

    private static string Number(int index) => Invariant($"speaker{index + 1}");

    /// <summary>The voices of a channel, and whose a word is.</summary>
    private sealed class VoicesOf
    {
        private readonly Dictionary<SpokenWord, int> voices = new(ReferenceEqualityComparer.Instance);

        public VoicesOf(IEnumerable<HeardPiece> pieces, IReadOnlyList<VoiceWindow> windows, int atMost)
        {
            var numbers = SeparateSpeakers.Of(windows, atMost);
            if (numbers.Length == 0)
            {
                return;
            }

            var starts = windows.Select(window => window.Start).ToArray();
            foreach (var piece in pieces)
            {
                Take(piece, [.. piece.Words.Select(word => numbers[Nearest(windows, starts, word)])]);
            }
        }

        public int At(SpokenWord word) => voices.GetValueOrDefault(word);

        private void Take(HeardPiece piece, int[] own)
        {
            if (!piece.HasWordTimes)
            {
                SnapToSentences.In(piece.Words, own);
            }

            foreach (var (word, voice) in piece.Words.Zip(own))
            {
                voices[word] = voice;
            }
        }

        // The window that the middle of the word lies in or, in a pause, the one that is closer.
        private static int Nearest(IReadOnlyList<VoiceWindow> windows, TimeSpan[] starts, SpokenWord word)
        {
            var middle = word.Start + ((word.End - word.Start) / 2);
            var found = Array.BinarySearch(starts, middle);
            var at = Math.Clamp(found >= 0 ? found : ~found - 1, 0, starts.Length - 1);
            return at + 1 < starts.Length && starts[at + 1] - middle < middle - windows[at].End ? at + 1 : at;
        }
    }
}
