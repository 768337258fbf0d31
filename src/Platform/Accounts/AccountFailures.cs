using Earshot.Platform.Kernel;

namespace Earshot.Platform.Accounts;

/// <summary>Every way in which something about accounts is refused.</summary>
public static class AccountFailures
{
    public static readonly Failure WrongCredentials = new(FailureKind.Forbidden, "wrong_credentials", "E-mail or password is wrong.");

    public static readonly Failure TooManyTries = new(FailureKind.TooMany, "too_many_tries", "Too many tries. Wait a little and try again.");

    public static readonly Failure SignInBusy = new(FailureKind.TooMany, "sign_in_busy", "Many people sign in just now. Try again in a few seconds.");

    public static readonly Failure AlreadySignedIn = new(FailureKind.Conflict, "already_signed_in", "Somebody is signed in here. Sign out first.");

    public static readonly Failure SecondFactorRequired = new(FailureKind.Unauthenticated, "mfa_required", "Enter the code of your authenticator, or a recovery code.");

    public static readonly Failure WrongCode = new(FailureKind.Forbidden, "wrong_code", "The code is wrong or was used before. Wait for the next one.");

    public static readonly Failure SecondFactorOn = new(FailureKind.Conflict, "second_factor_on", "A second factor is set up already. Remove it first.");

    public static readonly Failure ConfirmFirst = new(FailureKind.Forbidden, "confirm_first", "Give your password again, or sign in anew: this changes how you sign in.");

    public static readonly Failure SecondFactorOff = new(FailureKind.Conflict, "second_factor_off", "There is no second factor to change.");

    public static readonly Failure SecondFactorDemanded = new(FailureKind.Conflict, "second_factor_demanded", "Your organization demands a second factor, so it can't be removed.");

    public static readonly Failure WrongPasskey = new(FailureKind.Forbidden, "wrong_passkey", "This passkey was not accepted. Try again, or sign in another way.");

    public static readonly Failure PasskeyNotFound = new(FailureKind.NotFound, "passkey_not_found", "There is no such passkey.");

    public static readonly Failure SignOnUnknown = new(FailureKind.NotFound, "sign_on_unknown", "This way of signing in is not set up here.");

    public static readonly Failure SignOnExpired = new(FailureKind.Conflict, "sign_on_expired", "This took too long, or began in another browser. Start again.");

    public static readonly Failure SignOnRefused = new(FailureKind.Forbidden, "sign_on_refused", "You did not agree there, or the provider refused. Try again, or use another way.");

    public static readonly Failure SignOnFailed = new(FailureKind.Unavailable, "sign_on_failed", "The provider gave no answer that can be trusted. Try again, or use another way.");

    public static readonly Failure SignOnNotLinked = new(FailureKind.Forbidden, "sign_on_not_linked", "No account here is linked to that one. Sign in with your password and link it in Settings, Security.");

    public static readonly Failure IdentityTaken = new(FailureKind.Conflict, "identity_taken", "That account is linked to somebody already.");

    public static readonly Failure IdentityNotFound = new(FailureKind.NotFound, "identity_not_found", "There is no such linked account.");

    public static readonly Failure LastWayIn = new(FailureKind.Conflict, "last_way_in", "This is your only way to sign in. Set a password or add a passkey first.");

    public static readonly Failure NoIssuer = new(FailureKind.Invalid, "no_issuer", "No identity provider answers there. Give the issuer as its discovery document names it, with https.");

    public static readonly Failure SupportNotFound = new(FailureKind.NotFound, "support_not_found", "There is no such request of support.");

    public static readonly Failure SupportDecided = new(FailureKind.Conflict, "support_decided", "This request was decided or is over already.");

    public static readonly Failure BadSupportRequest = new(FailureKind.Invalid, "bad_support_request", "Give staff code, ticket and reason, each up to 500 characters, and 1 to 72 hours.");

    public static readonly Failure CaptchaFailed = new(FailureKind.Forbidden, "captcha_failed", "The check against robots did not work. Wait for it, or load the page again.");

    public static readonly Failure LinkSpent = new(FailureKind.NotFound, "link_spent", "This link was used or has expired. Ask whoever sent it for a new one.");

    public static readonly Failure ConsentRequired = new(FailureKind.Invalid, "consent_required", "Accept the terms and the processing of your data to go on.");

    public static readonly Failure RegistrationClosed = new(FailureKind.Forbidden, "registration_closed", "This installation takes people by invitation. Ask its owner for a link.");

    public static readonly Failure OtherRegion = new(FailureKind.Conflict, "other_region", "This installation serves another region. Register with the one of yours.");

    public static readonly Failure BadEmail = new(FailureKind.Invalid, "bad_email", "Give an e-mail address such as name@example.com.");

    public static readonly Failure BadName = new(FailureKind.Invalid, "bad_name", "Give a name of 1 to 200 characters.");

    public static readonly Failure BadPhone = new(FailureKind.Invalid, "bad_phone", "Give the phone with its country code, such as +7 900 000-00-00, or leave it empty.");

    public static readonly Failure EmailTaken = new(FailureKind.Conflict, "email_taken", "This e-mail can't be used here. Use another one, or sign in with it.");

    public static readonly Failure WrongPassword = new(FailureKind.Forbidden, "wrong_password", "The present password is wrong.");

    public static readonly Failure BadRole = new(FailureKind.Invalid, "bad_role", $"The role is one of {string.Join(", ", Roles.All)}.");

    public static readonly Failure RoleAboveYours = new(FailureKind.Forbidden, "role_above_yours", "Only an owner gives or takes the roles of owner.");

    public static readonly Failure LastOwner = new(FailureKind.Conflict, "last_owner", "An organization keeps at least one owner. Make somebody else owner first.");

    public static readonly Failure UserNotFound = new(FailureKind.NotFound, "user_not_found", "There is no such person here.");

    public static readonly Failure SessionNotFound = new(FailureKind.NotFound, "session_not_found", "There is no such session.");

    public static readonly Failure BadLanguage = new(FailureKind.Invalid, "bad_language", "The language of the screens is en or ru.");

    public static readonly Failure BadTimeZone = new(FailureKind.Invalid, "bad_time_zone", "Give a time zone such as Europe/Moscow.");

    public static readonly Failure BadRegion = new(FailureKind.Invalid, "bad_region", "The region is ru, eu or ae.");

    public static readonly Failure BadRetention = new(FailureKind.Invalid, "bad_retention", "Transcripts are kept between 1 and 120 months.");

    public static readonly Failure BadCallLanguage = new(FailureKind.Invalid, "bad_call_language", "Languages are two-letter codes such as ru or en.");

    public static readonly Failure BadMaskingType = new(FailureKind.Invalid, "bad_masking_type", "One of the kinds of personal data is not known.");

    public static readonly Failure BadRecordingGround = new(FailureKind.Invalid, "bad_recording_ground", "The ground of recording is consent, contract, legal_duty or legitimate_interest.");

    public static readonly Failure DepartmentNotFound = new(FailureKind.NotFound, "department_not_found", "There is no such department.");

    public static readonly Failure DepartmentExists = new(FailureKind.Conflict, "department_exists", "There is a department of this name.");

    public static readonly Failure AgentNotFound = new(FailureKind.NotFound, "agent_not_found", "There is no such agent.");

    public static readonly Failure AgentNameTaken = new(FailureKind.Conflict, "agent_name_taken", "Another agent has this id or extension.");

    public static readonly Failure UserIsAgent = new(FailureKind.Conflict, "user_is_agent", "This account belongs to another agent.");

    public static readonly Failure BadScope = new(FailureKind.Invalid, "bad_scope", $"Give at least one of the scopes {string.Join(", ", Scopes.All)}.");

    public static readonly Failure BadExpiry = new(FailureKind.Invalid, "bad_expiry", "The key must expire in the future.");

    public static readonly Failure KeyNotFound = new(FailureKind.NotFound, "key_not_found", "There is no such key.");

    public static readonly Failure StaleAgreement = new(FailureKind.Conflict, "stale_agreement", "The agreement has a newer version. Read it and accept that one.");

    public static readonly Failure OrganizationClosing = new(FailureKind.Conflict, "organization_closing", "The organization is closing and takes no more calls.");

    public static readonly Failure DpaRequired = new(FailureKind.Conflict, "dpa_required", "Accept the data processing agreement in Settings before sending calls.");

    public static readonly Failure RecordingGroundRequired = new(FailureKind.Invalid, "recording_ground_required", "Say why recording is lawful: recording_ground of the call, or the default in Settings.");

    public static readonly Failure StolenPassword = new(FailureKind.Invalid, "weak_password", "This password was stolen from another service once and is on lists of guesses. Choose another one.");

    public static Failure WeakPassword(string why) => new(FailureKind.Invalid, "weak_password", why);
}
