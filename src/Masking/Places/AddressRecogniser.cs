using Earshot.Masking.Finding;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Places;

/// <summary>Postal addresses from street to flat.</summary>
internal sealed class AddressRecogniser : Recogniser
{
    public override string Name => "address";

    public override void Find(TokenisedCall call, CandidateList found)
    {
        var tokens = call.Tokens;
        for (var i = 0; i + 2 < tokens.Length; i++)
        {
            if (call.Folded(i) is "улица" or "ул" && tokens[i + 2].Kind is TokenKind.Number)
            {
                found.Add(i, i + 2, PersonalDataType.Address, 0.7f, Name);
            }
        }
    }
}
