using Microsoft.AspNetCore.WebUtilities;

namespace Earshot.Web.Doubles.SignOn;

/// <summary>Behaves like VK ID: PKCE and a long state are musts, the device of the way back is a must of the exchange, errors come with status 200.</summary>
internal sealed class VkIdDouble(string client, TimeProvider clock)
{
    private readonly GivenCodes codes = new(clock);

    /// <summary>The registered redirect address.</summary>
    public string Redirect { get; set; } = "";

    /// <summary>Who is signed in there.</summary>
    public DoublePerson Person { get; set; } = DoublePerson.Vera;

    /// <summary>Adds the double's routes.</summary>
    public VkIdDouble Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/authorize", Authorize);
        routes.MapPost("/oauth2/auth", ExchangeAsync).DisableAntiforgery();
        routes.MapPost("/oauth2/user_info", UserAsync).DisableAntiforgery();
        return this;
    }

    private IResult Authorize(HttpRequest request)
    {
        var query = request.Query;
        if (query["client_id"] != client || query["redirect_uri"] != Redirect || query["response_type"] != "code")
        {
            return Results.Text("invalid_request", statusCode: StatusCodes.Status400BadRequest);
        }

        if (!string.Equals(query["code_challenge_method"], "S256", StringComparison.OrdinalIgnoreCase) || query["code_challenge"].ToString().Length != 43 || query["state"].ToString().Length < 32)
        {
            return Results.Text("code_challenge and a state of 32 characters are required", statusCode: StatusCodes.Status400BadRequest);
        }

        var device = $"device-{Guid.NewGuid():n}";
        var code = codes.Give(new GivenCode(client, Redirect, query["code_challenge"], null, device, default, Person));
        return Results.Redirect(QueryHelpers.AddQueryString(Redirect, new Dictionary<string, string?>
        {
            ["code"] = code, ["state"] = query["state"], ["device_id"] = device, ["type"] = "code_v2", ["expires_in"] = "600",
        }));
    }

    private async Task<IResult> ExchangeAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (form["client_id"] != client || form["grant_type"] != "authorization_code" || form["redirect_uri"] != Redirect)
        {
            return Error("invalid_client", "client_id or redirect_uri is wrong");
        }

        if (codes.Spend(form["code"], form["code_verifier"]) is not { } code || code.Device != form["device_id"])
        {
            return Error("invalid_grant", "code is invalid or expired");
        }

        return Results.Json(new
        {
            access_token = codes.Token(code.Person), refresh_token = "vk2.double", id_token = "double", token_type = "Bearer", expires_in = 3600,
            user_id = long.Parse(code.Person.Id, System.Globalization.CultureInfo.InvariantCulture), state = form["state"].ToString(), scope = "vkid.personal_info email",
        });
    }

    private async Task<IResult> UserAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        return form["client_id"] == client && codes.Holder(form["access_token"].ToString()) is { } person
            ? Results.Json(new { user = new { user_id = person.Id, first_name = person.FirstName, last_name = person.LastName, email = person.Email, verified = false } })
            : Error("invalid_token", "access_token is invalid");
    }

    private static IResult Error(string error, string description) => Results.Json(new { error, error_description = description });
}
