using Earshot.Platform.Kernel;
using Microsoft.AspNetCore.Diagnostics;
using Npgsql;

namespace Earshot.Web;

/// <summary>
/// The end of what nobody caught. Text that the database can't hold (a NUL character) is the sender's mistake; everything else is ours. The
/// answer names neither the cause nor the data: a program gets a problem with a code, a person the page for the status.
/// </summary>
internal static class AnswerErrors
{
    private static readonly Failure UnstorableText = new(FailureKind.Invalid, "unstorable_text", "The text holds a character that can't be stored, such as NUL. Remove it and send again.");

    public static void Use(WebApplication app) => app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = AnswerAsync });

    private static Task AnswerAsync(HttpContext http)
    {
        var isTheirs = Causes(http.Features.Get<IExceptionHandlerFeature>()?.Error)
            .OfType<PostgresException>().Any(error => error.SqlState is PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter);
        http.Response.StatusCode = isTheirs ? StatusCodes.Status400BadRequest : StatusCodes.Status500InternalServerError;
        return (IsProgram(http), isTheirs) switch
        {
            (false, _) => Task.CompletedTask,
            (_, true) => UnstorableText.ToProblem().ExecuteAsync(http),
            _ => TypedResults.Problem(statusCode: StatusCodes.Status500InternalServerError, extensions: [new("code", "internal_error"), new("request", http.TraceIdentifier)]).ExecuteAsync(http),
        };
    }

    private static bool IsProgram(HttpContext http) => http.Features.Get<IExceptionHandlerPathFeature>()?.Path.StartsWith("/api/", StringComparison.Ordinal) is true;

    private static IEnumerable<Exception> Causes(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            yield return error;
        }
    }
}
