using Earshot.Masking.Finding;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Tuning;

/// <summary>Runs the organization's own patterns on each turn and widens the matches to whole tokens.</summary>
internal sealed class CustomPatternRecogniser(IReadOnlyCollection<CustomPattern> patterns) : Recogniser
{
    public override string Name => "custom-patterns";

    public override void Find(TokenisedCall call, CandidateList found)
    {
        foreach (var pattern in patterns)
        {
            for (var turn = 0; turn < call.Turns.Count; turn++)
            {
                FindInTurn(call, turn, pattern, found);
            }
        }
    }

    private static void FindInTurn(TokenisedCall call, int turn, CustomPattern pattern, CandidateList found)
    {
        var token = call.FirstToken(turn);
        var end = call.FirstToken(turn + 1);
        foreach (var match in pattern.Expression.EnumerateMatches(call.Turns[turn].Text))
        {
            while (token < end && call.Tokens[token].End <= match.Index)
            {
                token++;
            }

            var last = token;
            while (last + 1 < end && call.Tokens[last + 1].Start < match.Index + match.Length)
            {
                last++;
            }

            if (token < end && call.Tokens[token].Start < match.Index + match.Length)
            {
                found.Add(token, last, pattern.Type, 0.98f, pattern.Name);
            }
        }
    }
}
