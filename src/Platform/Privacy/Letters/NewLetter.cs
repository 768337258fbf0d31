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

    /// <summary>Where one click leaves the list (RFC 8058); of every marketing letter.</summary>
    public string? LeaveAddress { get; private init; }

    /// <summary>A notice that belongs to the service; no advertising (clause B19).</summary>
    public static NewLetter Service(string to, string subject, string body) => new() { Kind = "service", To = to, Subject = subject, Body = body };

    /// <summary>Advertising: only with the consent that it rests on and a way out (clauses A40, A70).</summary>
    public static NewLetter Marketing(string to, string subject, string body, Guid consent, string leaveAddress) =>
        new() { Kind = "marketing", To = to, Subject = subject, Body = body, ConsentId = consent, LeaveAddress = leaveAddress };
}
