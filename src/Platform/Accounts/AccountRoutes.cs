using Earshot.Platform.Accounts.Agents;
using Earshot.Platform.Accounts.Agreements;
using Earshot.Platform.Accounts.ApiKeys;
using Earshot.Platform.Accounts.Captcha;
using Earshot.Platform.Accounts.Departments;
using Earshot.Platform.Accounts.Links;
using Earshot.Platform.Accounts.Organizations;
using Earshot.Platform.Accounts.People;
using Earshot.Platform.Accounts.SecondFactor;
using Earshot.Platform.Accounts.Sessions;
using Earshot.Platform.Accounts.SignOn;
using Earshot.Platform.Accounts.Support;
using Earshot.Platform.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Earshot.Platform.Accounts;

/// <summary>Every route of the module on one page: verb, path, slice.</summary>
internal static class AccountRoutes
{
    public static void MapDoor(RouteGroupBuilder door)
    {
        door.MapPost("/sign-in", SignInAsync);
        door.MapPost("/sign-in/code", async (SignInWithCodeRequest request, SignInWithCode slice, HttpContext http, CancellationToken ct) =>
            await EnterAsync(await slice.RunAsync(request, ct), http));
        door.MapPost("/sign-in/passkey/options", async (SignInWithPasskey slice, HttpContext http) => TypedResults.Ok(await slice.OfferAsync(http)));
        door.MapPost("/sign-in/passkey", async (SignInWithPasskeyRequest request, SignInWithPasskey slice, HttpContext http, CancellationToken ct) =>
            await EnterAsync(await slice.RunAsync(request, http, ct), http));
        door.MapPost("/join", async (AcceptLinkRequest request, AcceptLink slice, HttpContext http, CancellationToken ct) =>
            await EnterAsync(await slice.RunAsync(request, ct), http));
        door.MapGet("/captcha", (CheckCaptcha slice) => TypedResults.Ok(new { puzzle = slice.Offer(), bits = CheckCaptcha.Bits }));
        door.MapPost("/register", async (RegisterOrganizationRequest request, RegisterOrganization slice, HttpContext http, CancellationToken ct) =>
            await EnterAsync(await slice.RunAsync(request, ct), http));
        door.MapPost("/password", async (SetPasswordRequest request, SetPassword slice, CancellationToken ct) => Answer(await slice.RunAsync(request, ct)));
    }

    public static void MapMine(RouteGroupBuilder me)
    {
        me.MapGet("/", async (ReadProfile slice, CancellationToken ct) => TypedResults.Ok(await slice.RunAsync(ct)));
        me.MapPut("/", async (UpdateProfileRequest request, UpdateProfile slice, CancellationToken ct) => Answer(await slice.RunAsync(request, ct)));
        me.MapPost("/sign-out", SignOutAsync);
        me.MapPost("/password", async (ChangePasswordRequest request, ChangePassword slice, CancellationToken ct) => Answer(await slice.RunAsync(request, ct)));
        me.MapPost("/confirm", async (PasswordRequest request, ConfirmIdentity slice, CancellationToken ct) => Answer(await slice.RunAsync(request.Password, ct)));
        me.MapGet("/sessions", async (ListSessions slice, CancellationToken ct) => TypedResults.Ok(await slice.RunAsync(ct)));
        me.MapDelete("/sessions", async (EndSessions slice, CancellationToken ct) => Answer(await slice.EndMyOthersAsync(ct)));
        me.MapDelete("/sessions/{id:guid}", async (Guid id, EndSessions slice, CancellationToken ct) => Answer(await slice.EndMineAsync(id, ct)));
        me.MapGet("/sign-ins", async (ListSignIns slice, CancellationToken ct) => TypedResults.Ok(await slice.RunAsync(ct)));
    }

    public static void MapIdentities(RouteGroupBuilder identities)
    {
        identities.MapGet("/", async (KeepIdentities slice, CancellationToken ct) => TypedResults.Ok(await slice.ListAsync(ct)));
        identities.MapDelete("/{id:guid}", async (Guid id, KeepIdentities slice, CancellationToken ct) => Answer(await slice.UnlinkAsync(id, ct)));
    }

    public static void MapSignOn(RouteGroupBuilder connections)
    {
        connections.MapGet("/", async (KeepConnections slice, CancellationToken ct) => TypedResults.Ok(await slice.ListAsync(ct)));
        connections.MapPost("/", async (AddSignOnRequest request, KeepConnections slice, CancellationToken ct) => Answer(await slice.AddAsync(request, ct)));
        connections.MapDelete("/{id:guid}", async (Guid id, KeepConnections slice, CancellationToken ct) => Answer(await slice.RemoveAsync(id, ct)));
    }

    public static void MapSupport(RouteGroupBuilder support)
    {
        support.MapGet("/", async (DecideSupport slice, CancellationToken ct) => TypedResults.Ok(await slice.ListAsync(ct)));
        support.MapPost("/{id:guid}/approve", async (Guid id, DecideSupport slice, CancellationToken ct) => Answer(await slice.ApproveAsync(id, ct)));
        support.MapPost("/{id:guid}/refuse", async (Guid id, DecideSupport slice, CancellationToken ct) => Answer(await slice.RefuseAsync(id, ct)));
        support.MapPost("/{id:guid}/end", async (Guid id, DecideSupport slice, CancellationToken ct) => Answer(await slice.EndAsync(id, ct)));
    }

    public static void MapOwner(RouteGroupBuilder owner)
    {
        owner.MapPost("/owner/{id:guid}", async (Guid id, HandOnOrganization slice, CancellationToken ct) => Answer(await slice.RunAsync(id, ct)));
    }

    public static void MapSecondFactor(RouteGroupBuilder factor)
    {
        factor.MapPost("/authenticator", async (SetUpAuthenticator slice, CancellationToken ct) => Answer(await slice.OfferAsync(ct)));
        factor.MapPost("/authenticator/confirm", async (CodeRequest request, SetUpAuthenticator slice, CancellationToken ct) => Answer(await slice.ConfirmAsync(request.Code, ct)));
        factor.MapPost("/authenticator/remove", async (PasswordRequest request, SetUpAuthenticator slice, CancellationToken ct) => Answer(await slice.RemoveAsync(request.Password, ct)));
        factor.MapGet("/passkeys", async (KeepPasskeys slice, CancellationToken ct) => TypedResults.Ok(await slice.ListAsync(ct)));
        factor.MapPost("/passkeys/options", async (KeepPasskeys slice, HttpContext http, CancellationToken ct) => Answer(await slice.OfferAsync(http, ct)));
        factor.MapPost("/passkeys", async (AddPasskeyRequest request, KeepPasskeys slice, HttpContext http, CancellationToken ct) => Answer(await slice.AddAsync(request, http, ct)));
        factor.MapDelete("/passkeys/{id}", async (string id, KeepPasskeys slice, CancellationToken ct) => Answer(await slice.RemoveAsync(id, ct)));
        factor.MapPost("/recovery-codes", async (PasswordRequest request, SetUpAuthenticator slice, CancellationToken ct) => Answer(await slice.RenewCodesAsync(request.Password, ct)));
    }

    public static void MapTeam(RouteGroupBuilder accounts)
    {
        var read = accounts.MapGroup("/").RequireAuthorization(Policies.ReadTeam);
        read.MapGet("/users", async (ListUsers slice, CancellationToken ct) => TypedResults.Ok(await slice.RunAsync(ct)));
        read.MapGet("/agents", async (ListAgents slice, CancellationToken ct, bool archived = false) => TypedResults.Ok(await slice.RunAsync(archived, ct)));
        read.MapGet("/departments", async (ListDepartments slice, CancellationToken ct, bool archived = false) => TypedResults.Ok(await slice.RunAsync(archived, ct)));

        var manage = accounts.MapGroup("/").RequireAuthorization(Policies.ManageTeam);
        MapPeople(manage);
        manage.MapPost("/agents", async (SaveAgentRequest request, SaveAgent slice, CancellationToken ct) => Answer(await slice.CreateAsync(request, ct)));
        manage.MapPut("/agents/{id:guid}", async (Guid id, SaveAgentRequest request, SaveAgent slice, CancellationToken ct) => Answer(await slice.ChangeAsync(id, request, ct)));
        manage.MapDelete("/agents/{id:guid}", async (Guid id, SaveAgent slice, CancellationToken ct) => Answer(await slice.ArchiveAsync(id, ct)));
        manage.MapPost("/departments", async (DepartmentName request, SaveDepartment slice, CancellationToken ct) => Answer(await slice.CreateAsync(request.Name, ct)));
        manage.MapPut("/departments/{id:guid}", async (Guid id, DepartmentName request, SaveDepartment slice, CancellationToken ct) => Answer(await slice.RenameAsync(id, request.Name, ct)));
        manage.MapDelete("/departments/{id:guid}", async (Guid id, SaveDepartment slice, CancellationToken ct) => Answer(await slice.ArchiveAsync(id, ct)));
    }

    public static void MapSettings(RouteGroupBuilder accounts)
    {
        accounts.MapGet("/organization", async (ReadOrganization slice, CancellationToken ct) => TypedResults.Ok(await slice.RunAsync(ct)))
            .RequireAuthorization(Policies.ReadSettings);
        accounts.MapPut("/organization", async (UpdateOrganizationRequest request, UpdateOrganization slice, CancellationToken ct) => Answer(await slice.RunAsync(request, ct)))
            .RequireAuthorization(Policies.ManageSettings);
        accounts.MapGet("/agreement", async (ReadDataProcessing slice, CancellationToken ct, string language = "en") => TypedResults.Ok(await slice.RunAsync(language, ct)))
            .RequireAuthorization(Policies.ReadSettings);
        accounts.MapPost("/agreement", async (AcceptDataProcessingRequest request, AcceptDataProcessing slice, CancellationToken ct) => Answer(await slice.RunAsync(request, ct)))
            .RequireAuthorization(Policies.AcceptAgreements);
    }

    public static void MapKeys(RouteGroupBuilder keys)
    {
        keys.MapGet("/", async (ListApiKeys slice, CancellationToken ct) => TypedResults.Ok(await slice.RunAsync(ct)));
        keys.MapPost("/", async (CreateApiKeyRequest request, CreateApiKey slice, CancellationToken ct) => Answer(await slice.RunAsync(request, ct)));
        keys.MapDelete("/{id:guid}", async (Guid id, RevokeApiKey slice, CancellationToken ct) => Answer(await slice.RunAsync(id, ct)));
    }

    private static void MapPeople(RouteGroupBuilder manage)
    {
        manage.MapGet("/invitations", async (ListInvitations slice, CancellationToken ct) => TypedResults.Ok(await slice.RunAsync(ct)));
        manage.MapPost("/invitations", async (InviteUserRequest request, InviteUser slice, CancellationToken ct) => Answer(await slice.RunAsync(request, ct)));
        manage.MapDelete("/invitations/{id:guid}", async (Guid id, RevokeInvitation slice, CancellationToken ct) => Answer(await slice.RunAsync(id, ct)));
        manage.MapPut("/users/{id:guid}/role", async (Guid id, RoleRequest request, ChangeRole slice, CancellationToken ct) =>
            Answer(await slice.RunAsync(new ChangeRoleRequest(id, request.Role, request.Departments, request.MaySeeRaw), ct)));
        manage.MapDelete("/users/{id:guid}", async (Guid id, DeactivateUser slice, CancellationToken ct) => Answer(await slice.RunAsync(id, ct)));
        manage.MapPost("/users/{id:guid}/reactivate", async (Guid id, ReactivateUser slice, CancellationToken ct) => Answer(await slice.RunAsync(id, ct)));
        manage.MapPost("/users/{id:guid}/second-factor/reset", async (Guid id, ResetSecondFactor slice, CancellationToken ct) => Answer(await slice.RunAsync(id, ct)));
        manage.MapPost("/users/{id:guid}/password", async (Guid id, OfferPassword slice, CancellationToken ct) => Answer(await slice.RunAsync(id, ct)));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> SignInAsync(SignInRequest request, SignIn slice, HttpContext http, CancellationToken ct)
    {
        var answer = await slice.RunAsync(request, ct);
        if (answer is { IsOk: true, Value: { Pending: { } pending } })
        {
            return AccountFailures.SecondFactorRequired.ToProblem(new Dictionary<string, object?> { ["pending"] = pending });
        }

        return answer is { IsOk: true, Value: { Session: { } session } } ? await EnterAsync(session, http) : answer.ToProblem();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> EnterAsync(Result<SignedIn> entered, HttpContext http)
    {
        if (!entered.IsOk)
        {
            return entered.ToProblem();
        }

        await SessionCookie.WriteAsync(http, entered.Value);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> SignOutAsync(SignOut slice, HttpContext http, CancellationToken ct)
    {
        await slice.RunAsync(ct);
        await SessionCookie.ClearAsync(http);
        return TypedResults.NoContent();
    }

    private static Results<NoContent, ProblemHttpResult> Answer(Result<Done> result) => result.IsOk ? TypedResults.NoContent() : result.ToProblem();

    private static Results<Ok<T>, ProblemHttpResult> Answer<T>(Result<T> result) => result.IsOk ? TypedResults.Ok(result.Value) : result.ToProblem();

    /// <param name="Name">Of the department.</param>
    internal sealed record DepartmentName(string Name);

    /// <summary>See <see cref="ChangeRoleRequest"/>.</summary>
    internal sealed record RoleRequest(string Role, IReadOnlyList<Guid>? Departments = null, bool? MaySeeRaw = null);

    internal sealed record CodeRequest(string Code);

    internal sealed record PasswordRequest(string Password);
}
