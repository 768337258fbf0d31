namespace Earshot.Platform.Calls.Browse;

/// <summary>Which calls are wanted. Null: any.</summary>
public sealed record CallFilter
{
    /// <summary>What was said: words, "a phrase", -without, or.</summary>
    public string? Words { get; init; }

    /// <summary>Name of a state; <c>open</c> is every state but done.</summary>
    public string? State { get; init; }

    public Guid? AgentId { get; init; }

    public Guid? DepartmentId { get; init; }

    /// <summary>inbound or outbound.</summary>
    public string? Direction { get; init; }

    public double? ScoreFrom { get; init; }

    public double? ScoreTo { get; init; }

    /// <summary>-1, 0 or 1.</summary>
    public short? Sentiment { get; init; }

    public string? Flag { get; init; }

    public string? Topic { get; init; }

    public DateTimeOffset? From { get; init; }

    /// <summary>The first moment that is not wanted any more.</summary>
    public DateTimeOffset? To { get; init; }
}

/// <summary>Where a page begins: after the given call, towards older or newer ones.</summary>
public sealed record CallCursor(DateTimeOffset StartedAt, Guid Id, bool Newer)
{
    /// <summary>The cursor as it stands in an address.</summary>
    public override string ToString() => $"{(Newer ? 'n' : 'o')}{StartedAt.UtcTicks:x}-{Id:n}";

    /// <summary>Reads what <see cref="ToString"/> wrote; null when it is something else.</summary>
    public static CallCursor? Parse(string? text)
    {
        var dash = text?.IndexOf('-', StringComparison.Ordinal) ?? -1;
        return text is ['n' or 'o', ..] && dash > 1
            && long.TryParse(text.AsSpan(1, dash - 1), System.Globalization.NumberStyles.HexNumber, null, out var ticks)
            && ticks >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks
            && Guid.TryParseExact(text.AsSpan(dash + 1), "n", out var id)
            ? new CallCursor(new DateTimeOffset(ticks, TimeSpan.Zero), id, text[0] == 'n')
            : null;
    }
}
