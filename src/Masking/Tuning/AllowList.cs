using Earshot.Masking.Finding;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Tuning;

/// <summary>Lets the organization's own words through where they were taken for a name.</summary>
internal sealed class AllowList(IReadOnlyCollection<string> entries)
{
    private readonly WordList words = new(entries);

    private bool IsEmpty => words.IsEmpty;

    /// <summary>Whether this is a name that consists of allowed words only. Numbers and addresses are never let through.</summary>
    public bool Lets(TokenisedCall call, in Candidate candidate) =>
        !IsEmpty && candidate.Type is (PersonalDataType.Person or PersonalDataType.Org or PersonalDataType.Location) && IsAllowed(call, candidate);

    private bool IsAllowed(TokenisedCall call, in Candidate candidate)
    {
        for (var i = candidate.First; i <= candidate.Last;)
        {
            var length = call.Tokens[i].Kind is TokenKind.Sign ? 1 : words.MatchAt(call, i);
            if (length == 0)
            {
                return false;
            }

            i += length;
        }

        return true;
    }
}
