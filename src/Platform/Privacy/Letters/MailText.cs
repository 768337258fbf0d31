using System.Globalization;
using System.Net.Mail;
using System.Text;

namespace Earshot.Platform.Privacy.Letters;

/// <summary>A letter as mail servers take it (RFC 5322, 2045, 2047): everything in ASCII, no line longer than 76 signs.</summary>
internal static class MailText
{
    private const int WordBytes = 42; // of UTF-8 in one encoded word

    public static string Write(Mail mail, string from, DateTimeOffset now)
    {
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"From: <{Address(from)}>\r\nTo: <{Address(mail.To)}>\r\nSubject: {Encode(mail.Subject)}\r\n")
            .Append(CultureInfo.InvariantCulture, $"Date: {now.UtcDateTime:ddd, dd MMM yyyy HH:mm:ss} +0000\r\nMessage-ID: <{mail.Id}@{from[(from.IndexOf('@', StringComparison.Ordinal) + 1)..]}>\r\n");
        foreach (var (name, value) in mail.Headers)
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}: {OneLine(value)}\r\n");
        }

        return text.Append("MIME-Version: 1.0\r\n").Append(Parts(mail, Encoded)).ToString();
    }

    /// <summary>One part, or text and HTML as alternatives, the better one last (RFC 2046, 5.1.4).</summary>
    /// <param name="mail">The letter.</param>
    /// <param name="part">Writes a part of a kind with its headers.</param>
    public static string Parts(Mail mail, Func<string, string, string> part)
    {
        if (mail.Html is not { } html)
        {
            return part("text/plain", mail.Body);
        }

        var border = $"=_{mail.Id:n}"; // "=_" occurs in no base64
        return $"Content-Type: multipart/alternative; boundary=\"{border}\"\r\n\r\n--{border}\r\n{part("text/plain", mail.Body)}--{border}\r\n{part("text/html", html)}--{border}--\r\n";
    }

    private static string Encoded(string kind, string body) =>
        $"Content-Type: {kind}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(Encoding.UTF8.GetBytes(body), Base64FormattingOptions.InsertLineBreaks)}\r\n";

    /// <exception cref="FormatException">Not an address: nothing may be smuggled into the envelope.</exception>
    public static string Address(string email) => MailAddress.TryCreate(email, out var parsed) && parsed.Address == email && !email.AsSpan().ContainsAny("\r\n<> ")
        ? email
        : throw new FormatException("This is not an e-mail address.");

    private static string Encode(string subject)
    {
        var (words, word) = (new List<string>(), new StringBuilder());
        foreach (var rune in OneLine(subject).EnumerateRunes())
        {
            if (Encoding.UTF8.GetByteCount(word.ToString()) + rune.Utf8SequenceLength > WordBytes)
            {
                words.Add(word.ToString());
                word.Clear();
            }

            word.Append(rune);
        }

        return string.Join("\r\n ", words.Append(word.ToString()).Select(part => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(part))}?="));
    }

    private static string OneLine(string value) => value.ReplaceLineEndings(" ");
}
