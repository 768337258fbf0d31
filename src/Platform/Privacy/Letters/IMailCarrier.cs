using System.Globalization;
using System.Text;

namespace Earshot.Platform.Privacy.Letters;

/// <summary>A letter as it leaves.</summary>
/// <param name="Id">Of the letter; sent twice after a crash, it is the same one.</param>
/// <param name="To">Recipient.</param>
/// <param name="Subject">Subject.</param>
/// <param name="Body">Plain text.</param>
/// <param name="Headers">More headers, <c>List-Unsubscribe</c> among them.</param>
/// <param name="Html">The same as the body, laid out; null: plain text alone.</param>
public sealed record Mail(Guid Id, string To, string Subject, string Body, IReadOnlyDictionary<string, string> Headers, string? Html = null);

/// <summary>What became of a letter.</summary>
public enum MailOutcome
{
    Sent,

    /// <summary>Not now: the other side is busy, or could not be reached. Again later.</summary>
    Later,

    /// <summary>Never: the address or the letter is not taken.</summary>
    Refused,
}

/// <summary>Carries mail to the outside.</summary>
public interface IMailCarrier
{
    Task<MailOutcome> CarryAsync(Mail mail, CancellationToken ct);
}

/// <summary>
/// Where no mail server is connected: letters lie as files in the data folder, readable by its owner alone, for a person or another
/// program to send on. Also the double that tests read.
/// </summary>
public sealed class KeepMail(PlatformSettings settings) : IMailCarrier
{
    public string Folder => Path.Combine(settings.DataFolder, "mail");

    public async Task<MailOutcome> CarryAsync(Mail mail, CancellationToken ct)
    {
        Directory.CreateDirectory(Folder);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"To: {mail.To}\r\nSubject: =?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(mail.Subject))}?=\r\nMessage-ID: <{mail.Id}@earshot>\r\n");
        foreach (var (name, value) in mail.Headers)
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        text.Append(MailText.Parts(mail, static (kind, body) => $"Content-Type: {kind}; charset=utf-8\r\n\r\n{body}\r\n"));
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite };
        await using var file = new FileStream(Path.Combine(Folder, $"{mail.Id}.eml"), options);
        await file.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), ct);
        return MailOutcome.Sent;
    }
}
