using Earshot.Masking.Tokens;

namespace Earshot.Masking.Finding;

/// <summary>
/// Finds one kind of personal data in a tokenised call. Stateless and shared between threads: whatever a search needs
/// lives on the stack or in the call.
/// </summary>
internal abstract class Recogniser
{
    /// <summary>Name of the rule, as it appears in traces and tests.</summary>
    public abstract string Name { get; }

    /// <summary>Adds what it finds. Candidates may overlap; the resolver settles them.</summary>
    public abstract void Find(TokenisedCall call, CandidateList found);
}
