using Microsoft.AspNetCore.Diagnostics;

namespace Earshot.Web;

/// <summary>
/// The end of what nobody caught: our fault. The answer names neither the cause nor the data: a program gets a problem with a code, a
/// person the page for the status, both with the number under which the log has it.
/// </summary>
internal static class AnswerErrors
{
    public static void Use(WebApplication app) => app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = AnswerAsync });

    private static Task AnswerAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        return http.Features.Get<IExceptionHandlerPathFeature>()?.Path.StartsWith("/api/", StringComparison.Ordinal) is true
            ? TypedResults.Problem(statusCode: StatusCodes.Status500InternalServerError, extensions: [new("code", "internal_error"), new("request", http.TraceIdentifier)]).ExecuteAsync(http)
            : Task.CompletedTask;
    }
}
