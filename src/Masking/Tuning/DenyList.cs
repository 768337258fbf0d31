using Earshot.Masking.Finding;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Tuning;

/// <summary>Words and phrases that an organization always masks.</summary>
internal sealed class DenyList(IReadOnlyCollection<string> entries) : Recogniser
{
    public const string Rule = "deny-list";

    private readonly WordList words = new(entries);

    public override string Name => Rule;

    public override void Find(TokenisedCall call, CandidateList found)
    {
        for (var i = 0; i < call.Tokens.Length; i++)
        {
            if (words.MatchAt(call, i) is var length and > 0)
            {
                found.Add(i, i + length - 1, PersonalDataType.Other, 0.99f, Name);
                i += length - 1;
            }
        }
    }
}
