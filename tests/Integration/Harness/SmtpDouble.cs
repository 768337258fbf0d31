using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Earshot.Integration.Harness;

/// <summary>
/// A mail server on the loopback that refuses as real ones do: no letter before encryption and sign-in (530), a wrong password (535), a
/// greylisted sender (451), an unknown recipient (550), a full disk (452).
/// </summary>
internal sealed class SmtpDouble : IAsyncDisposable
{
    public const string User = "earshot";
    public const string Password = "right";
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 certificate = MakeCertificate();
    private readonly CancellationTokenSource stop = new();
    private readonly bool isImplicit;
    private readonly bool offersTls;
    private readonly Task serving;

    public SmtpDouble(bool isImplicit = false, bool offersTls = true)
    {
        this.isImplicit = isImplicit;
        this.offersTls = offersTls;
        File.WriteAllText(Authority, certificate.ExportCertificatePem());
        listener.Start();
        serving = ServeAsync();
    }

    /// <summary>PEM file of the authority that signed its certificate.</summary>
    public string Authority { get; } = Path.Combine(Path.GetTempPath(), $"smtp-{Guid.NewGuid():n}.pem");

    public Uri Address => new($"{(isImplicit ? "smtps" : "smtp")}://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    public List<string> Letters { get; } = [];

    /// <summary>Commands that came before the line was encrypted.</summary>
    public List<string> InClear { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving;
        File.Delete(Authority);
        certificate.Dispose();
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                await TalkAsync(client.GetStream());
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException)
        {
            return;
        }
    }

    private async Task TalkAsync(Stream stream)
    {
        try
        {
            var isEncrypted = isImplicit;
            var talk = isImplicit ? await EncryptAsync(stream) : stream;
            var (isSignedIn, to) = (false, string.Empty);
            await SayAsync(talk, "220 double ESMTP");
            while (await HearAsync(talk) is { } line && line != "QUIT")
            {
                if (!isEncrypted)
                {
                    InClear.Add(line);
                }

                switch (line)
                {
                    case "STARTTLS" when offersTls:
                        await SayAsync(talk, "220 go ahead");
                        (talk, isEncrypted) = (await EncryptAsync(talk), true);
                        break;
                    case var hello when hello.StartsWith("EHLO", StringComparison.Ordinal):
                        await SayAsync(talk, isEncrypted ? "250-double\r\n250 AUTH PLAIN LOGIN" : offersTls ? "250-double\r\n250 STARTTLS" : "250 double");
                        break;
                    case var auth when auth.StartsWith("AUTH PLAIN ", StringComparison.Ordinal):
                        isSignedIn = Encoding.UTF8.GetString(Convert.FromBase64String(auth[11..])) == $"\0{User}\0{Password}";
                        await SayAsync(talk, isSignedIn ? "235 welcome" : "535 5.7.8 authentication failed");
                        break;
                    case var recipient when recipient.StartsWith("RCPT TO:", StringComparison.Ordinal):
                        to = recipient;
                        await SayAsync(talk, Answer(recipient));
                        break;
                    case "DATA":
                        await SayAsync(talk, "354 go on");
                        Letters.Add($"{to}\r\n{await LetterAsync(talk)}");
                        await SayAsync(talk, "250 taken");
                        break;
                    case var from when from.StartsWith("MAIL FROM:", StringComparison.Ordinal):
                        await SayAsync(talk, isEncrypted && isSignedIn ? "250 ok" : "530 5.7.0 must issue STARTTLS and AUTH first");
                        break;
                    default:
                        await SayAsync(talk, "502 not known");
                        break;
                }
            }
        }
        catch (Exception broken) when (broken is IOException or System.Security.Authentication.AuthenticationException)
        {
            return; // the other side hung up
        }
    }

    private static string Answer(string recipient) => recipient switch
    {
        _ when recipient.Contains("nobody@", StringComparison.Ordinal) => "550-5.1.1 no such mailbox\r\n550 here",
        _ when recipient.Contains("greylisted@", StringComparison.Ordinal) => "451 4.7.1 try again later",
        _ when recipient.Contains("full@", StringComparison.Ordinal) => "452 4.2.2 mailbox full",
        _ => "250 ok",
    };

    private async Task<Stream> EncryptAsync(Stream stream)
    {
        var secure = new SslStream(stream);
        await secure.AuthenticateAsServerAsync(certificate, clientCertificateRequired: false, checkCertificateRevocation: false);
        return secure;
    }

    private static async Task<string> LetterAsync(Stream talk)
    {
        var letter = new StringBuilder();
        while (await HearAsync(talk) is { } line && line != ".")
        {
            letter.Append(line.StartsWith('.') ? line[1..] : line).Append('\n');
        }

        return letter.ToString();
    }

    private static async Task<string?> HearAsync(Stream talk)
    {
        var (line, one) = (new StringBuilder(), new byte[1]);
        while (await talk.ReadAsync(one) > 0)
        {
            if (one[0] == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append((char)one[0]);
        }

        return null;
    }

    private static async Task SayAsync(Stream talk, string text) => await talk.WriteAsync(Encoding.ASCII.GetBytes(text + "\r\n"));

    private static X509Certificate2 MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=double", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
