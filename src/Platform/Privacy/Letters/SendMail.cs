using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;
using Earshot.Platform.Kernel.Egress;
using Microsoft.Extensions.Logging;

namespace Earshot.Platform.Privacy.Letters;

/// <summary>Hands letters to the operator's mail server, through the guard. What fails for now is tried again by the job, later and later.</summary>
internal sealed partial class SendMail(SmtpSettings settings, EgressClient egress, TimeProvider clock, ILogger<SendMail> log) : IMailCarrier
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    public async Task<MailOutcome> CarryAsync(Mail mail, CancellationToken ct)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(ct);
        time.CancelAfter(Patience);
        try
        {
            var letter = MailText.Write(mail, settings.From, clock.GetUtcNow());
            await using var line = await egress.OpenAsync(SmtpSettings.Destination, new UriBuilder("https", settings.Address.IdnHost, settings.Address.Port).Uri, letter.Length, time.Token);
            await using var server = new SpeakSmtp(line.Stream, settings);
            line.Answered(await server.SendAsync(settings.From, MailText.Address(mail.To), letter, time.Token), server.Agreed);
            return MailOutcome.Sent;
        }
        catch (FormatException)
        {
            return MailOutcome.Refused;
        }
        catch (SmtpRefusedException no)
        {
            LogRefused(log, no.Code);
            return no.IsForNow || no.Code is 530 or 534 or 535 or 538 ? MailOutcome.Later : MailOutcome.Refused; // a wrong password is mended by the operator
        }
        catch (Exception failed) when (!ct.IsCancellationRequested && failed is IOException or SocketException or AuthenticationException or HttpRequestException or InvalidDataException or OperationCanceledException)
        {
            LogFailed(log, failed.GetType().Name);
            return MailOutcome.Later;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The mail server refused a letter with {Code}")]
    private static partial void LogRefused(ILogger log, int code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The mail server could not be spoken to ({Failure})")]
    private static partial void LogFailed(ILogger log, string failure);
}
