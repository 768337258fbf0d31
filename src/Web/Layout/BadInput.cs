using Earshot.Platform.Kernel;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Earshot.Web.Layout;

/// <summary>
/// Some input is broken below the level at which a slice could refuse it: bytes that are no text, values that a page can't read, forms
/// without their token. It is the sender's fault and gets a 400, not an error of ours; anything else goes on to be a 500.
/// </summary>
internal static class BadInput
{
    private static readonly Failure Unreadable = new(
        FailureKind.Invalid, "unreadable_input", "The request holds something that can't be read or stored, such as a NUL character. Mend it and send again.");

    public static async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Path.Value?.Contains('\0', StringComparison.Ordinal) is true || http.Request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) is true)
        {
            await RefuseAsync(http);
            return;
        }

        try
        {
            await next(http);
        }
        catch (Exception bad) when (!http.Response.HasStarted && IsOfTheSender(bad))
        {
            http.Response.Clear();
            await RefuseAsync(http);
        }
    }

    // A page of its own follows for a person.
    private static Task RefuseAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) ? Unreadable.ToProblem().ExecuteAsync(http) : Task.CompletedTask;
    }

    private static bool IsOfTheSender(Exception bad) => bad switch
    {
        AntiforgeryValidationException or InvalidDataException => true,
        BadHttpRequestException => true,
        PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter } => true,
        DbUpdateException { InnerException: { } inner } => IsOfTheSender(inner),
        System.Text.EncoderFallbackException or System.Text.DecoderFallbackException => true,
        InvalidOperationException { Source: { } source } => IsReading(source, bad.Message),
        _ => false,
    };

    // The framework has no type of its own for these.
    private static bool IsReading(string source, string message) =>
        (source.StartsWith("Microsoft.AspNetCore.Components", StringComparison.Ordinal) && message.StartsWith("Cannot parse the value", StringComparison.Ordinal))
        || (source.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) && (message.Contains("anti-forgery token", StringComparison.Ordinal)
            || message.Contains("is not a known encoding", StringComparison.Ordinal) || message.Contains("form content type", StringComparison.Ordinal)));
}
