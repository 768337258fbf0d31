using System.Collections.Concurrent;
using Earshot.Masking.Finding;
using Earshot.Masking.Languages;
using Earshot.Masking.Tokens;
using Earshot.Masking.Tuning;
using Earshot.Masking.Writing;

namespace Earshot.Masking;

/// <summary>
/// Finds personal data, written or spoken, and replaces it by placeholders that carry type and ordinal only.
/// Thread-safe; make one and keep it.
/// </summary>
public sealed class Masker
{
    /// <summary>Version of the rules; stored with all that was masked.</summary>
    public const string Version = "0.4";

    private const int MaximumPasses = 3;

    private readonly MaskingOptions options;
    private readonly Recogniser[] recognisers;
    private readonly AllowList allowed;
    private readonly ConcurrentBag<Workspace> workspaces = [];

    /// <summary>Makes a masker with the rules of the library and what an organization tuned.</summary>
    public Masker(MaskingOptions? options = null)
        : this(options ?? new MaskingOptions(), MaskingRules.Recognisers())
    {
    }

    internal Masker(MaskingOptions options, Recogniser[] rules)
    {
        this.options = options;
        allowed = new AllowList(options.Allow);
        recognisers = [.. rules, .. Tuned(options)];
    }

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
        var length = CutCalls.LengthOf(conversation.Turns);
        if (length > options.MaximumLength)
        {
            return new MaskingResult<MaskedConversation>(MaskingRefusal.TooLarge);
        }

        var workspace = workspaces.TryTake(out var kept) ? kept : new Workspace();
        try
        {
            return length > CutCalls.PieceLength ? MaskLong(conversation, workspace) : MaskWhole(conversation, workspace);
        }
#pragma warning disable CA1031 // Whatever fails, the text must not get through: the caller is told, and decides.
        catch (Exception exception) when (exception is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return new MaskingResult<MaskedConversation>(MaskingRefusal.RecogniserFailed);
        }
        finally
        {
            workspace.Wipe();
            workspaces.Add(workspace);
        }
    }

    private static IEnumerable<Recogniser> Tuned(MaskingOptions options)
    {
        if (options.Deny.Count > 0)
        {
            yield return new DenyList(options.Deny);
        }

        if (options.Patterns.Count > 0)
        {
            yield return new CustomPatternRecogniser(options.Patterns);
        }
    }

    private MaskingResult<MaskedConversation> MaskWhole(Conversation conversation, Workspace workspace)
    {
        if (Find(workspace, conversation.Turns, conversation.Language) is { } refusal)
        {
            return new MaskingResult<MaskedConversation>(refusal);
        }

        workspace.Writer.ReserveExisting(workspace.Call);
        var turns = workspace.Writer.Write(workspace.Call, workspace.Found.Items);
        return new MaskingResult<MaskedConversation>(new MaskedConversation(workspace.Call.Language, Version, turns));
    }

    private MaskingResult<MaskedConversation> MaskLong(Conversation conversation, Workspace workspace)
    {
        var joined = new JoinParts(conversation.Turns);
        var language = conversation.Language;
        foreach (var piece in CutCalls.Pieces(conversation.Turns))
        {
            if (Find(workspace, [.. piece.Select(part => part.Text)], language) is { } refusal)
            {
                return new MaskingResult<MaskedConversation>(refusal);
            }

            language ??= workspace.Call.Language;
            workspace.Writer.ReserveExisting(workspace.Call);
            joined.Add(piece, workspace.Writer.Write(workspace.Call, workspace.Found.Items));
        }

        return new MaskingResult<MaskedConversation>(new MaskedConversation(language ?? "en", Version, joined.Turns()));
    }

    /// <summary>Leaves settled candidates in the workspace, or says why there are none.</summary>
    private MaskingRefusal? Find(Workspace workspace, IReadOnlyList<Turn> turns, string? language)
    {
        var (call, found) = (workspace.Call, workspace.Found);
        found.Clear();
        if (!Tokenise.Turns(call, turns))
        {
            return MaskingRefusal.InvalidText;
        }

        if (FindLanguage.Of(call, language) is not { } known)
        {
            return MaskingRefusal.UnsupportedLanguage;
        }

        call.Language = known;
        FindOnce(call, found);

        // What was found stands as one token from here on, as in the masked text: so masking that text finds nothing new.
        for (var (pass, before) = (1, 0); pass < MaximumPasses && found.Count > before; pass++)
        {
            CutAtTurns.In(call, found);
            call.Collapse(found.Items);
            before = found.Count;
            FindOnce(call, found);
        }

        return null;
    }

    private void FindOnce(TokenisedCall call, CandidateList found)
    {
        call.Prepare(MaskingRules.Phrases);
        foreach (var recogniser in recognisers)
        {
            recogniser.Find(call, found);
        }

        KeepWanted(call, found);
        ResolveOverlaps.In(found);
    }

    private void KeepWanted(TokenisedCall call, CandidateList found)
    {
        var kept = 0;
        foreach (var candidate in found.Items)
        {
            if (IsWanted(call, candidate) && CutAtTurns.HasWords(call, candidate.First, candidate.Last))
            {
                found.Items[kept++] = candidate;
            }
        }

        found.Truncate(kept);
    }

    private bool IsWanted(TokenisedCall call, in Candidate candidate) =>
        (options.Types.Contains(candidate.Type) && !allowed.Lets(call, candidate)) || IsOwn(candidate.Rule);

    // What an organization itself says to mask is masked, whichever types it leaves in the text and whatever it allows.
    private bool IsOwn(string rule)
    {
        if (ReferenceEquals(rule, DenyList.Rule))
        {
            return true;
        }

        foreach (var pattern in options.Patterns)
        {
            if (ReferenceEquals(rule, pattern.Name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Buffers of one call at a time; wiped between calls.</summary>
    private sealed class Workspace
    {
        public TokenisedCall Call { get; } = new(MaskingRules.Lexicon);

        public CandidateList Found { get; } = new();

        public WritePlaceholders Writer { get; } = new();

        public void Wipe()
        {
            Call.Wipe();
            Found.Clear();
            Writer.Forget();
        }
    }
}
