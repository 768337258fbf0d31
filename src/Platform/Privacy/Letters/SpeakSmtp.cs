using System.Globalization;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Earshot.Platform.Privacy.Letters;

/// <summary>The other side said something that ends the conversation.</summary>
internal sealed class SmtpRefusedException(int code) : IOException(string.Create(CultureInfo.InvariantCulture, $"The mail server answered {code}."))
{
    public int Code => code;

    /// <summary>4xx: again later; 5xx: never (RFC 5321, 4.2.1).</summary>
    public bool IsForNow => code is >= 400 and < 500;
}

/// <summary>A conversation with a mail server (RFC 5321, 3207, 4954). A letter never goes over a line that is not encrypted.</summary>
internal sealed class SpeakSmtp(Stream line, SmtpSettings settings) : IAsyncDisposable
{
    private const int LongestReply = 64 * 1024;
    private Stream stream = line;
    private string offers = string.Empty;

    public async Task<int> SendAsync(string from, string to, string letter, CancellationToken ct)
    {
        await OpenAsync(ct);
        await SignInAsync(ct);
        await AskAsync($"MAIL FROM:<{from}>", 250, ct);
        await AskAsync($"RCPT TO:<{to}>", 250, ct);
        await AskAsync("DATA", 354, ct);
        var dotted = letter.Replace("\r\n.", "\r\n..", StringComparison.Ordinal);
        await AskAsync($"{dotted}.", 250, ct); // the letter ends with a line break
        await LeaveAsync(ct);
        return 250;
    }

    /// <summary>What the line is encrypted by.</summary>
    public SslProtocols Agreed => (stream as SslStream)?.SslProtocol ?? SslProtocols.None;

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    // The letter was taken: a farewell that fails must not send it again.
    private async Task LeaveAsync(CancellationToken ct)
    {
        try
        {
            await WriteAsync("QUIT", ct);
        }
        catch (IOException)
        {
            return;
        }
    }

    private async Task OpenAsync(CancellationToken ct)
    {
        if (settings.IsImplicit)
        {
            await EncryptAsync(ct);
        }

        await ExpectAsync(220, ct);
        offers = await AskAsync("EHLO earshot", 250, ct);
        if (settings.IsImplicit)
        {
            return;
        }

        await AskAsync("STARTTLS", 220, ct);
        await EncryptAsync(ct);
        offers = await AskAsync("EHLO earshot", 250, ct); // what was offered before may have been changed on the way
    }

    private async Task SignInAsync(CancellationToken ct)
    {
        if (settings.User is not { } user)
        {
            return;
        }

        if (offers.Contains("PLAIN", StringComparison.OrdinalIgnoreCase))
        {
            await AskAsync($"AUTH PLAIN {Base64($"\0{user}\0{settings.Password}")}", 235, ct);
            return;
        }

        await AskAsync("AUTH LOGIN", 334, ct);
        await AskAsync(Base64(user), 334, ct);
        await AskAsync(Base64(settings.Password ?? string.Empty), 235, ct);
    }

    private async Task EncryptAsync(CancellationToken ct)
    {
        var secure = new SslStream(stream, leaveInnerStreamOpen: false);
        stream = secure;
        await secure.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = settings.Address.IdnHost,
                EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
                CertificateChainPolicy = settings.Authority is { } file ? Own(file) : null,
            }, ct);
    }

    private static X509ChainPolicy Own(string file)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(file);
        return policy;
    }

    private async Task<string> AskAsync(string command, int expected, CancellationToken ct)
    {
        await WriteAsync(command, ct);
        return await ExpectAsync(expected, ct);
    }

    private async Task WriteAsync(string command, CancellationToken ct)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{command}\r\n"), ct);
        await stream.FlushAsync(ct);
    }

    // Byte by byte: after STARTTLS nothing that came too early may be taken for an answer.
    private async Task<string> ExpectAsync(int expected, CancellationToken ct)
    {
        var (reply, one) = (new StringBuilder(), new byte[1]);
        while (reply.Length < LongestReply)
        {
            if (await stream.ReadAsync(one, ct) == 0)
            {
                throw new EndOfStreamException("The mail server hung up.");
            }

            reply.Append((char)one[0]);
            if (one[0] == '\n' && IsLast(reply))
            {
                return Judge(reply.ToString(), expected);
            }
        }

        throw new InvalidDataException("The mail server does not stop talking.");
    }

    // "250-more follows", "250 this is the last line".
    private static bool IsLast(StringBuilder reply)
    {
        var text = reply.ToString();
        var line = text[(text.LastIndexOf('\n', text.Length - 2) + 1)..];
        return line.Length < 4 || line[3] != '-';
    }

    private static string Judge(string reply, int expected)
    {
        var last = reply[(reply.LastIndexOf('\n', reply.Length - 2) + 1)..];
        var code = last.Length >= 3 && int.TryParse(last.AsSpan(0, 3), CultureInfo.InvariantCulture, out var number) ? number : throw new InvalidDataException("This is not a mail server.");
        return code == expected ? reply : throw new SmtpRefusedException(code);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
