using Earshot.Masking.Finding;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Places;

/// <summary>Postal addresses from street to flat, written or spoken.</summary>
internal sealed class AddressRecogniser : Recogniser
{
    public override string Name => "address";

    public override void Find(TokenisedCall call, CandidateList found)
    {
        if (call.Tokens.Length > 0)
        {
            new FindAddresses(call, found).Run();
        }
    }
}
