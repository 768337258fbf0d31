namespace Earshot.Masking;

/// <summary>What a second, independent detector still finds suspicious in masked text.</summary>
/// <param name="PossibleLeaks">Places that might hold personal data.</param>
/// <param name="Words">Words that were looked at, placeholders not counted.</param>
public sealed record ResidualRisk(int PossibleLeaks, int Words)
{
    /// <summary>Possible leaks per thousand words; an organization quarantines calls above its own threshold.</summary>
    public double PerThousandWords => Words == 0 ? 0 : PossibleLeaks * 1000.0 / Words;

    /// <summary>Looks at every turn of a masked conversation.</summary>
    public static ResidualRisk Of(MaskedConversation conversation)
    {
        var meter = new Residual.ResidualMeter();
        foreach (var turn in conversation.Turns)
        {
            meter.Read(turn.Text.Value);
        }

        return new ResidualRisk(meter.PossibleLeaks, meter.Words);
    }
}
