using Earshot.Masking;
using Earshot.Platform.Accounts;

namespace Earshot.Platform.Calls.Tuning;

/// <summary>Masks a text that somebody typed with lists that are not saved yet. Neither is kept, and nothing is logged.</summary>
public sealed class TryTuning(MaskingChoices choices)
{
    public const int LongestText = 4000;

    /// <summary>Lines that can't be used are left out.</summary>
    /// <param name="tuning">The lists as they stand in the form.</param>
    /// <param name="text">Some talk; what is longer than <see cref="LongestText"/> is cut off.</param>
    /// <param name="ct">Stops the work.</param>
    /// <returns>Null where there is nothing to mask.</returns>
    public async Task<MaskingResult<MaskedText>?> RunAsync(MaskingTuning tuning, string text, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var choice = await choices.ReadAsync(ct);
        return new Masker(CheckTuning.Good(tuning).Options(choice.UnmaskedTypes)).Mask(text[..Math.Min(text.Length, LongestText)]);
    }
}
