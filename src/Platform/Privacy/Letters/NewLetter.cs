namespace Earshot.Platform.Privacy.Letters;

/// <summary>A letter to be written.</summary>
public sealed record NewLetter
{
    private NewLetter()
    {
    }

    public required string Kind { get; init; }

    public required string To { get; init; }

    public required string Subject { get; init; }

    public required string Body { get; init; }

    public Guid? ConsentId { get; private init; }

    /// <summary>Where one click leaves the list (RFC 8058); of every marketing letter, and of letters that were subscribed to.</summary>
    public string? LeaveAddress { get; private init; }

    /// <summary>The same as the body, laid out; null: plain text alone.</summary>
    public string? Html { get; private init; }

    /// <summary>A notice that belongs to the service; no advertising (clause B19).</summary>
    public static NewLetter Service(string to, string subject, string body) => new() { Kind = "service", To = to, Subject = subject, Body = body };

    /// <summary>What a person of the organization asked for, with a way out.</summary>
    public static NewLetter Subscribed(string to, string subject, string body, string html, string? leaveAddress) =>
        new() { Kind = "service", To = to, Subject = subject, Body = body, Html = html, LeaveAddress = leaveAddress };

    /// <summary>Advertising: only with the consent that it rests on and a way out (clauses A40, A70).</summary>
    public static NewLetter Marketing(string to, string subject, string body, Guid consent, string leaveAddress) =>
        new() { Kind = "marketing", To = to, Subject = subject, Body = body, ConsentId = consent, LeaveAddress = leaveAddress };
}
