using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Earshot.Platform.Accounts.People;
using Earshot.Platform.Accounts.Sessions;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Platform.Accounts.SecondFactor;

/// <param name="Credential">JSON of what <c>navigator.credentials.get</c> gave.</param>
public sealed record SignInWithPasskeyRequest(string Credential, string State);

/// <summary>
/// A passkey alone opens the door: it is bound to this site and checks its holder. The assertion is verified in a scope of its own, for the
/// organization that the passkey names; the request gets the tenant only after it proved good.
/// </summary>
public sealed class SignInWithPasskey(PlatformDb db, TenantContext tenant, PasskeyChallenges challenges, SignInSteps steps, IServiceScopeFactory scopes)
{
    internal const string Method = "passkey";
    private const string Purpose = "sign-in";

    public async Task<PasskeyChallenge> OfferAsync(HttpContext http)
    {
        await using var scope = scopes.CreateAsyncScope();
        var options = await scope.ServiceProvider.GetRequiredService<IPasskeyHandler<User>>().MakeRequestOptionsAsync(null, http);
        return new PasskeyChallenge(options.RequestOptionsJson, challenges.Seal(Purpose, options.AssertionState ?? ""));
    }

    public async Task<Result<SignedIn>> RunAsync(SignInWithPasskeyRequest request, HttpContext http, CancellationToken ct)
    {
        if (steps.Actor.IsSignedIn)
        {
            return AccountFailures.AlreadySignedIn;
        }

        if (OrganizationOf(request.Credential) is not { } organization
            || await challenges.SpendAsync(Purpose, request.State, ct) is not { } state
            || await VerifyAsync(organization, request.Credential, state, http, ct) is not { } person)
        {
            return AccountFailures.WrongPasskey;
        }

        tenant.Set(organization);
        var user = await db.Set<User>().SingleAsync(row => row.Id == person, ct);
        return await steps.Complete.RunAsync(user, null, Method, secondFactor: true, ct);
    }

    private async Task<Guid?> VerifyAsync(Guid organization, string credential, string state, HttpContext http, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(organization);
        var handler = scope.ServiceProvider.GetRequiredService<IPasskeyHandler<User>>();
        var asserted = await handler.PerformAssertionAsync(new() { CredentialJson = credential, AssertionState = state, HttpContext = http });
        if (!asserted.Succeeded)
        {
            return null;
        }

        await scope.ServiceProvider.GetRequiredService<IUserPasskeyStore<User>>().AddOrUpdatePasskeyAsync(asserted.User, asserted.Passkey, ct);
        await scope.ServiceProvider.GetRequiredService<PlatformDb>().SaveChangesAsync(ct);
        return asserted.User.Id;
    }

    // Where to look. A false one finds no passkey there.
    private static Guid? OrganizationOf(string credential)
    {
        try
        {
            using var json = JsonDocument.Parse(credential);
            var handle = json.RootElement.GetProperty("response").GetProperty("userHandle").GetString();
            return handle is not null && Base64Url.IsValid(handle) ? PasskeyStore.ReadHandle(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(handle)))?.Organization : null;
        }
        catch (Exception bad) when (bad is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null; // no credential at all
        }
    }
}
