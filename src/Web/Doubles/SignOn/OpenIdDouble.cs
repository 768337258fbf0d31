using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Earshot.Web.Doubles.SignOn;

/// <summary>What an OpenID double gets wrong on purpose.</summary>
internal enum OpenIdFault
{
    None,
    OtherNonce,
    OtherAudience,
    OtherIssuer,
    Expired,
    OtherKey,
    Unsigned,
    SharedSecret,
}

/// <summary>Behaves like an OpenID Connect provider (Google, Keycloak): discovery, keys, code with PKCE, signed ID tokens.</summary>
internal sealed class OpenIdDouble(string client, string secret, TimeProvider clock) : IDisposable
{
    private static readonly string[] Code = ["code"];
    private static readonly string[] Public = ["public"];
    private static readonly string[] Algorithms = ["RS256"];
    private static readonly string[] Secrets = ["client_secret_basic", "client_secret_post"];
    private static readonly string[] Hashes = ["S256"];

    private readonly GivenCodes codes = new(clock);
    private readonly RSA key = RSA.Create(2048);
    private readonly RSA stranger = RSA.Create(2048);

    /// <summary>The registered redirect address.</summary>
    public string Redirect { get; set; } = "";

    /// <summary>Who is signed in there.</summary>
    public DoublePerson Person { get; set; } = DoublePerson.Vera;

    /// <summary>Path below which it is.</summary>
    public string Path { get; set; } = "";

    /// <summary>What it gets wrong.</summary>
    public OpenIdFault Fault { get; set; }

    /// <summary>Adds the double's routes.</summary>
    public OpenIdDouble Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/.well-known/openid-configuration", Discover);
        routes.MapGet("/keys", Keys);
        routes.MapGet("/o/authorize", Authorize);
        routes.MapPost("/o/token", TokenAsync).DisableAntiforgery();
        return this;
    }

    public void Dispose()
    {
        key.Dispose();
        stranger.Dispose();
    }

    private string Issuer(HttpRequest request) => $"{request.Scheme}://{request.Host}{Path}";

    private IResult Discover(HttpRequest request) => Results.Json(new
    {
        issuer = Issuer(request), authorization_endpoint = $"{Issuer(request)}/o/authorize", token_endpoint = $"{Issuer(request)}/o/token", jwks_uri = $"{Issuer(request)}/keys",
        response_types_supported = Code, subject_types_supported = Public, id_token_signing_alg_values_supported = Algorithms,
        token_endpoint_auth_methods_supported = Secrets, code_challenge_methods_supported = Hashes,
    });

    private IResult Keys()
    {
        var known = key.ExportParameters(includePrivateParameters: false);
        return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = "one", n = Base64Url.EncodeToString(known.Modulus), e = Base64Url.EncodeToString(known.Exponent) } } });
    }

    private IResult Authorize(HttpRequest request)
    {
        var query = request.Query;
        if (query["client_id"] != client || query["redirect_uri"] != Redirect || !query["scope"].ToString().Split(' ').Contains("openid"))
        {
            return Results.Text("Error 400: redirect_uri_mismatch", statusCode: StatusCodes.Status400BadRequest);
        }

        var challenge = query["code_challenge_method"] == "S256" ? query["code_challenge"].ToString() : null;
        var code = codes.Give(new GivenCode(client, Redirect, challenge, query["nonce"], null, default, Person));
        return Results.Redirect(QueryHelpers.AddQueryString(Redirect, new Dictionary<string, string?> { ["code"] = code, ["state"] = query["state"] }));
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var basic = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(client)}:{Uri.EscapeDataString(secret)}"));
        if (request.Headers.Authorization != basic && (form["client_id"] != client || form["client_secret"] != secret))
        {
            return Results.Json(new { error = "invalid_client" }, statusCode: StatusCodes.Status401Unauthorized);
        }

        return form["redirect_uri"] == Redirect && codes.Spend(form["code"], form["code_verifier"]) is { } code
            ? Results.Json(new { access_token = codes.Token(code.Person), token_type = "Bearer", expires_in = 3599, scope = "openid email profile", id_token = IdToken(Issuer(request), code) })
            : Results.Json(new { error = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
    }

    private string IdToken(string issuer, GivenCode code)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var age = Fault is OpenIdFault.Expired ? 4000 : 0;
        var header = new { alg = Algorithm(), kid = "one", typ = "JWT" };
        var claims = new
        {
            iss = Fault is OpenIdFault.OtherIssuer ? "https://elsewhere.example" : issuer, aud = Fault is OpenIdFault.OtherAudience ? "another" : client, sub = code.Person.Id,
            nonce = Fault is OpenIdFault.OtherNonce ? "another" : code.Nonce, iat = now - age, exp = now - age + 3600, email = code.Person.Email, email_verified = true, name = code.Person.FullName,
        };
        var text = $"{Part(header)}.{Part(claims)}";
        return $"{text}.{Base64Url.EncodeToString(Sign(Encoding.ASCII.GetBytes(text)))}";
    }

    private string Algorithm() => Fault switch
    {
        OpenIdFault.Unsigned => "none",
        OpenIdFault.SharedSecret => "HS256",
        _ => "RS256",
    };

    // A token "signed" with the public key as a shared secret is the classic trick.
    private byte[] Sign(byte[] text) => Fault switch
    {
        OpenIdFault.Unsigned => [],
        OpenIdFault.SharedSecret => HMACSHA256.HashData(key.ExportSubjectPublicKeyInfo(), text),
        OpenIdFault.OtherKey => stranger.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        _ => key.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
    };

    private static string Part<T>(T value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value));
}
