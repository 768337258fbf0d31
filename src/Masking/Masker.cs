using System.Collections.Concurrent;
using Earshot.Masking.Finding;
using Earshot.Masking.Tokens;
using Earshot.Masking.Writing;

namespace Earshot.Masking;

/// <summary>
/// Finds personal data, written or spoken, and replaces it by placeholders that carry type and ordinal only.
/// Thread-safe; make one and keep it.
/// </summary>
public sealed class Masker(MaskingOptions? options = null)
{
    /// <summary>Version of the rules; stored with all that was masked.</summary>
    public const string Version = "0.2";

    private readonly MaskingOptions options = options ?? new MaskingOptions();
    private readonly Recogniser[] recognisers = MaskingRules.Recognisers();
    private readonly ConcurrentBag<(TokenisedCall Call, CandidateList Found)> workspaces = [];

    /// <summary>Masks one text on its own.</summary>
    /// <param name="text">The raw text.</param>
    /// <param name="language">ISO 639-1 code, or null to find out.</param>
    public MaskingResult<MaskedText> Mask(string text, string? language = null)
    {
        var conversation = Mask(new Conversation(language, [new Turn(string.Empty, text)]));
        return conversation.IsMasked
            ? new MaskingResult<MaskedText>(conversation.Value.Turns[0].Text)
            : new MaskingResult<MaskedText>(conversation.Refusal ?? MaskingRefusal.RecogniserFailed);
    }

    /// <summary>Masks a call as a whole: what was asked a turn earlier is context, and equal values share an ordinal.</summary>
    public MaskingResult<MaskedConversation> Mask(Conversation conversation)
    {
        var workspace = workspaces.TryTake(out var kept) ? kept : (new TokenisedCall(MaskingRules.Lexicon), new CandidateList());
        try
        {
            return Mask(conversation, workspace.Item1, workspace.Item2);
        }
        finally
        {
            workspace.Item1.Wipe();
            workspace.Item2.Clear();
            workspaces.Add(workspace);
        }
    }

    private MaskingResult<MaskedConversation> Mask(Conversation conversation, TokenisedCall call, CandidateList found)
    {
        if (!Tokenise.Turns(call, conversation.Turns))
        {
            return new MaskingResult<MaskedConversation>(MaskingRefusal.InvalidText);
        }

        call.Language = conversation.Language ?? "en";
        call.Prepare(MaskingRules.Phrases);
        foreach (var recogniser in recognisers)
        {
            recogniser.Find(call, found);
        }

        KeepWanted(found);
        ResolveOverlaps.In(found);
        var writer = new WritePlaceholders();
        writer.ReserveExisting(call);
        return new MaskingResult<MaskedConversation>(
            new MaskedConversation(call.Language, Version, writer.Write(call, found.Items)));
    }

    private void KeepWanted(CandidateList found)
    {
        var kept = 0;
        foreach (var candidate in found.Items)
        {
            if (options.Types.Contains(candidate.Type))
            {
                found.Items[kept++] = candidate;
            }
        }

        found.Truncate(kept);
    }
}
