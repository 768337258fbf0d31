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
using Earshot.Platform.Kernel.Egress;
using Earshot.Platform.Kernel.Encryption;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Earshot.Platform.Accounts;

/// <summary>Organizations, people and their rights, sessions, agents, API keys.</summary>
public static class AccountsModule
{
    private const string AnyScheme = "any";

    public static IServiceCollection AddAccounts(this IServiceCollection services, AccountOptions options)
    {
        services.AddSingleton(options).AddHttpContextAccessor();
        AddSurface(services);
        AddSlices(services);
        AddSecurity(services);
        AddSignOn(services, options.SignOn);
        services.AddSingleton(options.Captcha).AddScoped<CheckCaptcha>();
        _ = options.Captcha.IsYandex ? services.AddSingleton(SmartCaptchaDestination.Of(options.Captcha)) : services;
        services.AddSingleton<ForgetAddresses>().AddHostedService(provider => provider.GetRequiredService<ForgetAddresses>());
        return services;
    }

    /// <summary>Whose address a request has; before everything else.</summary>
    public static void UseProxies(this IApplicationBuilder app)
    {
        if (app.ApplicationServices.GetRequiredService<AccountOptions>().Proxies is { Count: > 0 } proxies)
        {
            app.UseForwardedHeaders(ForwardedAddresses.Options(proxies)); // with no proxy named it would believe everybody
        }
    }

    /// <summary>Who acts, and whether they may. After routing, before anything that asks who it is.</summary>
    public static void UseAccounts(this IApplicationBuilder app)
    {
        app.UseMiddleware<SameOriginMiddleware>();
        app.UseAuthentication();
        app.UseMiddleware<ActorMiddleware>();
        app.UseAuthorization();
    }

    /// <summary>The routes of this module, for scripts of the pages and for programs; the pages call the same slices.</summary>
    public static void MapAccounts(this IEndpointRouteBuilder app)
    {
        var accounts = app.MapGroup("/api/accounts");
        AccountRoutes.MapDoor(accounts.MapGroup("/").AllowAnonymous().AddEndpointFilter(SayWhenToComeBack));
        AccountRoutes.MapMine(accounts.MapGroup("/me").RequireAuthorization(Policies.SignedIn));
        AccountRoutes.MapSecondFactor(accounts.MapGroup("/me/second-factor").RequireAuthorization(Policies.SignedIn));
        AccountRoutes.MapIdentities(accounts.MapGroup("/me/identities").RequireAuthorization(Policies.SignedIn));
        AccountRoutes.MapSignOn(accounts.MapGroup("/sign-on").RequireAuthorization(Policies.ManageOrganization));
        AccountRoutes.MapSupport(accounts.MapGroup("/support").RequireAuthorization(Policies.AcceptAgreements));
        AccountRoutes.MapOwner(accounts.MapGroup("/organization").RequireAuthorization(Policies.ManageOrganization));
        SignOnRoutes.Map(app);
        AccountRoutes.MapTeam(accounts);
        AccountRoutes.MapSettings(accounts);
        AccountRoutes.MapKeys(accounts.MapGroup("/keys").RequireAuthorization(Policies.ManageApiKeys));
    }

    // Who is sent away learns for how long; the throttle says it to the second.
    private static async ValueTask<object?> SayWhenToComeBack(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var response = context.HttpContext.Response;
        response.OnStarting(() =>
        {
            if (response.StatusCode == StatusCodes.Status429TooManyRequests && response.Headers.RetryAfter.Count == 0)
            {
                response.Headers.RetryAfter = "5";
            }

            return Task.CompletedTask;
        });
        return await next(context);
    }

    private static void AddSurface(IServiceCollection services) => services
        .AddScoped<Actor>()
        .AddScoped<OrganizationDirectory>()
        .AddScoped<PeopleDirectory>()
        .AddScoped<AgentDirectory>()
        .AddScoped<CallVisibility>()
        .AddScoped<CallIntakeGate>()
        .AddScoped<AccountAudit>();

    private static void AddSlices(IServiceCollection services) => services
        .AddScoped<SignIn>().AddScoped<SignOut>().AddScoped<EndSessions>().AddScoped<ListSessions>().AddScoped<ListSignIns>()
        .AddScoped<CheckCredentials>().AddScoped<CompleteSignIn>().AddScoped<OpenSession>().AddScoped<FindSession>()
        .AddScoped<SignInThrottle>().AddScoped<DeviceCookie>()
        .AddScoped<PendingSignIn>().AddScoped<CheckCode>().AddScoped<SignInWithCode>().AddScoped<SetUpAuthenticator>().AddScoped<AuthenticatorSteps>()
        .AddScoped<ConfirmIdentity>().AddScoped<IssueRecoveryCodes>().AddScoped<ResetSecondFactor>()
        .AddScoped<PasskeyChallenges>().AddScoped<KeepPasskeys>().AddScoped<PasskeySteps>().AddScoped<SignInWithPasskey>().AddScoped<SignInSteps>()
        .AddScoped<AddPerson>().AddScoped<ReplacePassword>().AddScoped<OwnerRules>().AddScoped<ReadProfile>().AddScoped<UpdateProfile>()
        .AddScoped<ChangePassword>().AddScoped<ListUsers>().AddScoped<InviteUser>().AddScoped<ListInvitations>().AddScoped<RevokeInvitation>()
        .AddScoped<ChangeRole>().AddScoped<DeactivateUser>().AddScoped<ReactivateUser>().AddScoped<OfferPassword>()
        .AddScoped<WriteLink>().AddScoped<ReadLink>().AddScoped<AcceptLink>().AddScoped<SetPassword>().AddScoped<SetPasswordSteps>().AddScoped<JoinSteps>()
        .AddScoped<RecordAcceptance>().AddScoped<AcceptDataProcessing>().AddScoped<ReadDataProcessing>()
        .AddScoped<ReadOrganization>().AddScoped<UpdateOrganization>().AddScoped<OfferOwnerLink>().AddScoped<RegisterOrganization>()
        .AddScoped<ListDepartments>().AddScoped<SaveDepartment>()
        .AddScoped<ListAgents>().AddScoped<SaveAgent>().AddScoped<NameAgent>().AddScoped<AgentSteps>()
        .AddScoped<CreateApiKey>().AddScoped<ListApiKeys>().AddScoped<RevokeApiKey>();

    private static void AddSignOn(IServiceCollection services, SignOnSettings settings) => services
        .AddSingleton(settings).AddSingleton<IDestinationSource, SignOnDestinations>().AddSingleton<SignOnWire>().AddSingleton<OpenIdMetadata>()
        .AddSingleton<ISignOnDialect, YandexId>().AddSingleton<ISignOnDialect, VkId>().AddSingleton<ISignOnDialect, OpenIdConnect>()
        .AddSingleton<SignOnCookies>().AddSingleton<FindProvider>()
        .AddScoped<BeginSignOn>().AddScoped<FinishSignOn>().AddScoped<SignOnSteps>().AddScoped<KeepIdentities>().AddScoped<IdentitySteps>()
        .AddScoped<Support.DecideSupport>().AddScoped<RequestSupport>().AddScoped<HandOnOrganization>()
        .AddScoped<JoinFromOutside>().AddScoped<KeepConnections>();

    private static void AddSecurity(IServiceCollection services)
    {
        services.AddSingleton<Passwords>().AddSingleton<StolenPasswords>();
        services.AddSingleton<IPasswordHasher<User>>(new PasswordHasher<User>(Options.Create(new PasswordHasherOptions { IterationCount = Passwords.Iterations })));
        services.AddIdentityCore<User>();
        services.AddScoped<PasskeyStore>();
        services.AddScoped<IUserStore<User>>(provider => provider.GetRequiredService<PasskeyStore>());
        services.AddScoped<IUserPasskeyStore<User>>(provider => provider.GetRequiredService<PasskeyStore>());
        services.AddScoped<IPasskeyHandler<User>, PasskeyHandler<User>>();
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            passkeys.ResidentKeyRequirement = "required"; // the passkey names its person
            passkeys.UserVerificationRequirement = "required"; // so that it counts as both factors
            passkeys.ValidateOrigin = context => ValueTask.FromResult(IsOwnOrigin(context));
        });
        services.AddSingleton<BrowserKeys>();
        services.AddSingleton<IMasterKeyHolder>(provider => provider.GetRequiredService<BrowserKeys>());
        services.AddDataProtection().SetApplicationName("earshot");
        services.AddOptions<KeyManagementOptions>().Configure<BrowserKeys>((keys, repository) =>
        {
            keys.XmlRepository = repository;
            keys.XmlEncryptor = new NullXmlEncryptor(); // the repository seals the whole element
        });
        services.AddAuthentication(AnyScheme)
            .AddPolicyScheme(AnyScheme, null, any => any.ForwardDefaultSelector = http =>
                ApiKeyAuthentication.IsPresent(http.Request.Headers.Authorization) ? ApiKeyAuthentication.SchemeName : SessionCookie.Scheme)
            .AddCookie(SessionCookie.Scheme, SessionCookie.Configure)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.SchemeName, null);
        services.AddAuthorizationBuilder();
        services.AddOptions<Microsoft.AspNetCore.Authorization.AuthorizationOptions>().Configure(Policies.AddTo);
    }

    // HTTPS, or this machine; the port too must be ours.
    private static bool IsOwnOrigin(PasskeyOriginValidationContext context) =>
        !context.CrossOrigin && Uri.TryCreate(context.Origin, UriKind.Absolute, out var origin)
        && origin.Authority == context.HttpContext.Request.Host.Value && (origin.Scheme == Uri.UriSchemeHttps || origin.IsLoopback);
}
