namespace Earshot.Platform.Privacy.Inquiries;

/// <summary>Tells people from programs before a form is taken. Whoever makes it is named beside the form (clause A60).</summary>
public interface ICaptcha
{
    /// <summary>Says that there is one and whose it is.</summary>
    Said Notice { get; }

    /// <summary>A new puzzle for a form.</summary>
    string Pose();

    /// <returns>True when it was solved, for the first time.</returns>
    Task<bool> CheckAsync(string puzzle, string answer, CancellationToken ct);
}
