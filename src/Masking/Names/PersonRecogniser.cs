using Earshot.Masking.Finding;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Names;

/// <summary>Names of people: chains of name-like words, judged by lexicon, ending, case and what stands around them.</summary>
internal sealed class PersonRecogniser(NameCues cues) : Recogniser
{
    public override string Name => "person";

    public override void Find(TokenisedCall call, CandidateList found)
    {
        if (call.Tokens.Length > 0)
        {
            new FindNames(call, found, cues, stackalloc int[RememberedNames.Most]).Run();
        }
    }
}
