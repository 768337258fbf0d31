using Earshot.Platform.Accounts.Captcha;
using Earshot.Platform.Accounts.Links;
using Earshot.Platform.Accounts.People;
using Earshot.Platform.Accounts.Sessions;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Tenancy;

namespace Earshot.Platform.Accounts.Organizations;

/// <param name="Organization">Its name.</param>
/// <param name="Region">Fixed from now on (clause A22).</param>
/// <param name="Person">The owner; name, e-mail and password are required, the phone is not (clause C04).</param>
/// <param name="Captcha">The answer to <see cref="CheckCaptcha.Offer"/>, or the token of SmartCaptcha.</param>
public sealed record RegisterOrganizationRequest(string Organization, string Region, NewPerson Person, string? Captcha = null);

/// <summary>Public registration of an organization and its owner. Closed unless the installation opens it.</summary>
public sealed class RegisterOrganization(PlatformSettings settings, AccountOptions options, PlatformDb db, TenantContext tenant, CheckCaptcha captcha, JoinSteps steps)
{
    public async Task<Result<SignedIn>> RunAsync(RegisterOrganizationRequest request, CancellationToken ct)
    {
        if (Refuse(request) is { } refused)
        {
            return refused;
        }

        if (!options.Captcha.IsOff && !await captcha.RunAsync(request.Captcha, steps.Actor.Address, ct))
        {
            return AccountFailures.CaptchaFailed;
        }

        var organization = Organization.Founded(request.Organization.Trim(), request.Region, request.Person.TimeZone, steps.Clock.GetUtcNow());
        tenant.Set(organization.OrganizationId);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.Add(organization);
        var owner = await steps.Add.RunAsync(organization.OrganizationId, Roles.Owner, request.Person, "registration", ct);
        if (!owner.IsOk)
        {
            return owner.Failure ?? AccountFailures.RegistrationClosed;
        }

        steps.Audit.ActsAs(owner.Value.Id);
        var session = await steps.Open.RunAsync(owner.Value, "registration", secondFactor: false, ct);
        await steps.Audit.RecordAsync("organization.registered", "organization", organization.OrganizationId, owner.Value.Id, new { organization.Region }, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return session;
    }

    private Failure? Refuse(RegisterOrganizationRequest request) => request switch
    {
        _ when !options.OpenRegistration => AccountFailures.RegistrationClosed,
        _ when steps.Actor.IsSignedIn => AccountFailures.AlreadySignedIn,
        _ when !PlatformSettings.Regions.Contains(request.Region) => AccountFailures.BadRegion,
        _ when request.Region != settings.Region => AccountFailures.OtherRegion,
        _ when !ProfileRules.IsName(request.Organization) => AccountFailures.BadName,
        _ => AddPerson.Refuse(request.Person),
    };
}
