using Earshot.Platform.Privacy.Letters;

namespace Earshot.Platform.Privacy;

/// <summary>A letter that a person of the organization asked for: text, the same as HTML, and the address where one click ends it.</summary>
public sealed record AskedLetter(string To, string Subject, string Text, string Html, string? LeaveAddress = null);

/// <summary>The way of other modules to letters: sealed, carried by a job, in the transaction of what they tell. The caller saves.</summary>
public sealed class PostLetter(WriteLetter letters)
{
    public Task<Guid> AddAsync(AskedLetter letter, CancellationToken ct) =>
        letters.AddAsync(NewLetter.Subscribed(letter.To, letter.Subject, letter.Text, letter.Html, letter.LeaveAddress), ct);
}
