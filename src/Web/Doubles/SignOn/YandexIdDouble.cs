using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Earshot.Web.Doubles.SignOn;

/// <summary>Behaves like Yandex ID: what it refuses, and how, included. Set EARSHOT_YANDEX_URL and EARSHOT_YANDEX_PROFILE_URL to it.</summary>
internal sealed class YandexIdDouble(string client, string secret, TimeProvider clock)
{
    private readonly GivenCodes codes = new(clock);

    /// <summary>The registered redirect address.</summary>
    public string Redirect { get; set; } = "";

    /// <summary>Who is signed in there.</summary>
    public DoublePerson Person { get; set; } = DoublePerson.Vera;

    /// <summary>The person says no.</summary>
    public bool Declines { get; set; }

    /// <summary>What it was asked for, last.</summary>
    public string? Scope { get; private set; }

    /// <summary>Adds the double's routes.</summary>
    public YandexIdDouble Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/authorize", Authorize);
        routes.MapPost("/token", TokenAsync).DisableAntiforgery();
        routes.MapGet("/info", Info);
        return this;
    }

    private IResult Authorize(HttpRequest request)
    {
        var query = request.Query;
        if (query["client_id"] != client || query["redirect_uri"] != Redirect || query["response_type"] != "code")
        {
            return Results.Text("400 invalid client or redirect_uri", statusCode: StatusCodes.Status400BadRequest); // a page, not a redirect
        }

        Scope = query["scope"];
        if (Declines)
        {
            return Back(("error", "access_denied"), ("error_description", "User denied access"), ("state", query["state"]));
        }

        var hashed = query["code_challenge_method"] == "S256" && query["code_challenge"].Count == 1;
        var code = codes.Give(new GivenCode(client, Redirect, hashed ? query["code_challenge"].ToString() : null, null, null, default, Person));
        return Back(("code", code), ("state", query["state"]), ("cid", "double"));
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (!IsClient(request, form))
        {
            return Error("invalid_client", "Client not found");
        }

        return form["grant_type"] != "authorization_code"
            ? Error("unsupported_grant_type", "unknown grant_type")
            : codes.Spend(form["code"], form["code_verifier"]) is not { } code
                ? Error("invalid_grant", "Code has expired")
                : Results.Json(new { token_type = "bearer", access_token = codes.Token(code.Person), expires_in = 31536000, refresh_token = "1:double", scope = Scope });
    }

    private IResult Info(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith("OAuth ", StringComparison.Ordinal) || codes.Holder(header[6..]) is not { } person)
        {
            return Results.Text("Unauthorized", statusCode: StatusCodes.Status401Unauthorized); // Bearer is not known here
        }

        return Results.Json(new
        {
            id = person.Id, login = person.Login, client_id = client, psuid = $"1.AAa.{person.Id}", default_email = person.Email, emails = new[] { person.Email },
            first_name = person.FirstName, last_name = person.LastName, display_name = person.Login, real_name = person.FullName, sex = (string?)null,
        });
    }

    private bool IsClient(HttpRequest request, IFormCollection form)
    {
        var basic = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(client)}:{Uri.EscapeDataString(secret)}"));
        return request.Headers.Authorization == basic || (form["client_id"] == client && form["client_secret"] == secret);
    }

    private IResult Back(params (string Name, string? Value)[] fields) =>
        Results.Redirect(QueryHelpers.AddQueryString(Redirect, fields.ToDictionary(field => field.Name, field => field.Value)));

    private static IResult Error(string error, string description) => Results.Json(new { error, error_description = description }, statusCode: StatusCodes.Status400BadRequest);
}
