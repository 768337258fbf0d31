using Earshot.Speech.Turns;

namespace Earshot.Speech.Speakers;

/// <summary>Gives every word a speaker and every speaker a role: by channel where each voice has its own, by voice otherwise.</summary>
internal sealed class NameSpeakers(IReadOnlyList<HeardPiece> heard, IReadOnlyList<VoiceWindow> voices, int? agentChannel)
{
    private readonly int[] channels = [.. heard.Where(piece => piece.Words.Count > 0).Select(piece => piece.Channel).Distinct().Order()];

    /// <summary>Number of channels with a voice of their own.</summary>
    public int Channels => Math.Max(1, channels.Length);

    /// <summary>What the words say to the setting that names the agent's channel.</summary>
    public string Check { get; private set; } = AgentCheck.Unknown;

    public List<SpokenTurn> Turns()
    {
        var turns = channels.Length > 1 ? AssembleTurns.From(heard, (channel, _) => Number(channel)) : ByVoice();
        var agent = AgentOf(turns);
        var isDialogue = turns.Select(turn => turn.Speaker).Distinct().Count() == 2;
        return [.. turns.Select(turn => turn with { Speaker = Role(turn.Speaker, agent, isDialogue) })];
    }

    private List<SpokenTurn> ByVoice()
    {
        var numbers = SeparateSpeakers.Of(voices);
        var starts = voices.Select(voice => voice.Start).ToArray();
        return AssembleTurns.From(heard, (_, word) => Number(numbers.Length == 0 ? 0 : numbers[Nearest(starts, word)]));
    }

    private static int Nearest(TimeSpan[] starts, SpokenWord word)
    {
        var at = Array.BinarySearch(starts, word.Start + ((word.End - word.Start) / 2));
        return Math.Clamp(at >= 0 ? at : ~at - 1, 0, starts.Length - 1);
    }

    private string? AgentOf(List<SpokenTurn> turns)
    {
        if (agentChannel is not { } channel || channels.Length < 2 || !channels.Contains(channel))
        {
            return DecideRoles.AgentAmong(turns);
        }

        Check = DecideRoles.Check(turns, Number(channel));
        return Number(channel);
    }

    private static string Role(string speaker, string? agent, bool isDialogue) => agent switch
    {
        null => speaker,
        _ when speaker == agent => DecideRoles.Agent,
        _ => isDialogue ? DecideRoles.Customer : speaker,
    };

    private static string Number(int index) => Invariant($"speaker{index + 1}");
}
