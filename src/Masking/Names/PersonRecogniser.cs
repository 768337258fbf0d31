using Earshot.Masking.Finding;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Names;

/// <summary>Names of people.</summary>
internal sealed class PersonRecogniser : Recogniser
{
    public override string Name => "person";

    public override void Find(TokenisedCall call, CandidateList found)
    {
        var tokens = call.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Is(NameTraits.GivenName))
            {
                found.Add(i, i, PersonalDataType.Person, 0.8f, Name);
            }
        }
    }
}
