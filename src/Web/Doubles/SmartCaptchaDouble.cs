using System.Collections.Concurrent;

namespace Earshot.Web.Doubles;

/// <summary>Behaves like Yandex SmartCaptcha's check: a token is good once, the secret is asked for, robots and errors come with status 200.</summary>
internal sealed class SmartCaptchaDouble(string secret)
{
    private readonly ConcurrentDictionary<string, bool> spent = [];

    /// <summary>What it does instead of answering.</summary>
    public DoubleMood Mood { get; } = new();

    /// <summary>Adds the double's route. Tokens that begin with <c>robot</c> are refused.</summary>
    public SmartCaptchaDouble Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/validate", ValidateAsync).DisableAntiforgery().AddEndpointFilter(Mood.FilterAsync);
        return this;
    }

    private async Task<IResult> ValidateAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        return (form["secret"].ToString(), form["token"].ToString()) switch
        {
            ("", _) => Failed("Authentication failed. Secret has not provided."),
            var (given, _) when given != secret => Failed("Authentication failed. Invalid secret."),
            (_, "") => Failed("Token has not provided."),
            var (_, token) when !spent.TryAdd(token, true) => Failed("Invalid or expired Token."),
            var (_, token) when token.StartsWith("robot", StringComparison.Ordinal) => Failed(""),
            _ => Results.Json(new { status = "ok", message = "", host = request.Host.Value }),
        };
    }

    private static IResult Failed(string message) => Results.Json(new { status = "failed", message });
}
