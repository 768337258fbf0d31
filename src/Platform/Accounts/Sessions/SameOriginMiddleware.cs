using Microsoft.AspNetCore.Http;

namespace Earshot.Platform.Accounts.Sessions;

/// <summary>
/// Refuses what another site makes a signed-in browser send, besides the anti-forgery token of forms: browsers say where a request comes
/// from (Fetch Metadata; Origin for older ones). Programs with an API key say neither and carry no cookie.
/// </summary>
internal sealed class SameOriginMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (IsSafe(http.Request.Method) || !http.Request.Headers.ContainsKey("Cookie") || IsOwn(http.Request))
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool IsOwn(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"] is { Count: > 0 } site)
        {
            return site == "same-origin" || site == "none";
        }

        return request.Headers.Origin is not { Count: > 0 } origin
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value);
    }
}
