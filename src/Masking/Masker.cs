using System.Text;

namespace Earshot.Masking;

/// <summary>
/// Finds personal data, written or spoken, and replaces it by placeholders that carry type and ordinal only.
/// Thread-safe; make one and keep it.
/// </summary>
public sealed class Masker(MaskingOptions? options = null)
{
    /// <summary>Version of the rules; stored with all that was masked.</summary>
    public const string Version = "0.1";

    private readonly MaskingOptions options = options ?? new MaskingOptions();

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
        var turns = conversation.Turns
            .Select(turn => new MaskedTurn(turn.Speaker, MaskDigits(turn.Text), turn.Start, turn.End))
            .ToArray();
        return new MaskingResult<MaskedConversation>(new MaskedConversation(conversation.Language ?? "en", Version, turns));
    }

    private MaskedText MaskDigits(string text)
    {
        if (!options.Types.Contains(PersonalDataType.Other))
        {
            return new MaskedText(text, []);
        }

        var result = new StringBuilder(text.Length);
        var spans = new List<MaskedSpan>();
        for (var i = 0; i < text.Length;)
        {
            var end = i;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            if (end - i < 4)
            {
                result.Append(text, i, Math.Max(1, end - i));
                i = Math.Max(i + 1, end);
                continue;
            }

            spans.Add(new MaskedSpan(i, end - i, PersonalDataType.Other, spans.Count + 1));
            result.Append("[OTHER_").Append(spans.Count).Append(']');
            i = end;
        }

        return new MaskedText(result.ToString(), spans);
    }
}
