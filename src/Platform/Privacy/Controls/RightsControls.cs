using System.Globalization;
using System.Security.Claims;
using Earshot.Platform.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Platform.Privacy.Controls;

/// <summary>Who may do what.</summary>
internal static class RightsControls
{
    private static readonly string[] Content = [Policies.ReadCalls, Policies.ReviewCalls, Policies.DeleteCalls, Policies.ReadReports];

    public static readonly IReadOnlyList<Control> List =
    [
        Control.Program(
            "rights-on-every-route", "A27 B30 B31", "Every route names the right that it asks for, or says that it is open; what names none is closed.",
            "Каждый путь называет нужное право или прямо открыт; что не названо, закрыто.", site => RoutesAreGuarded(site.Services.GetRequiredService<EndpointDataSource>().Endpoints)),
        Control.Program(
            "roles-without-content", "A27 A75 B31", "Auditors and integrators have no right to content, and nobody has a right from outside an organization.",
            "У аудиторов и интеграторов нет прав на содержание, и ни у кого нет прав извне организации.", _ => RolesAreNarrow(Policies.All)),
        Control.None(
            "raw-text-by-grant", "A59 A75", "Seeing unmasked text is a right apart from the role, and off unless it is given.", "Право видеть исходный текст отделено от роли и по умолчанию выключено.",
            "defaults",
            "select (select count(*) from information_schema.columns where table_schema = 'accounts' and table_name = 'users' and column_name = 'may_see_raw' and column_default is distinct from 'false')",
            "select 1"),
        Control.Trial(
            "second-factor-demanded", "A28", "A person who owes a second factor may set one up and do nothing else.", "Тот, кто обязан включить второй фактор, может только включить его.",
            (_, _) => Task.FromResult(EnrolmentComesFirst(Policies.All))),
        Control.Program(
            "second-factor-offered", "A28", "One-time codes and passkeys can be set up, with recovery codes.", "Доступны одноразовые коды, ключи доступа и коды восстановления.",
            site => HasRoutes(site.Services.GetRequiredService<EndpointDataSource>().Endpoints, "/me/second-factor/authenticator", "/me/second-factor/passkeys", "/me/second-factor/recovery-codes")),
        Control.Program(
            "own-data", "A41 C17 D05", "People read and change their own details, and see their sign-ins and sessions.", "Человек видит и меняет свои данные, видит свои входы и сеансы.",
            site => HasRoutes(site.Services.GetRequiredService<EndpointDataSource>().Endpoints, "/api/accounts/me/", "/me/sign-ins", "/me/sessions")),
        Control.Live("owners-are-few", "B31", "Every organization with people has an owner, and its access can be listed.", "У каждой организации с пользователями есть владелец, её доступы можно перечислить.", async (site, ct) => await site.NoneAsync(
            "organizations with people",
            "select count(*) from (select organization_id from accounts.users where state = 'active' group by organization_id having count(*) filter (where role = 'owner') = 0) o",
            "select count(distinct organization_id) from accounts.users where state = 'active'",
            ct)),
    ];

    internal static Finding RoutesAreGuarded(IReadOnlyList<Endpoint> endpoints)
    {
        var ours = endpoints.OfType<RouteEndpoint>().Where(route => route.RoutePattern.RawText?.StartsWith("/_framework/", StringComparison.Ordinal) != true).ToArray();
        var silent = ours.Where(route => route.Metadata.GetMetadata<IAllowAnonymous>() is null && route.Metadata.GetMetadata<IAuthorizeData>()?.Policy is null).ToArray();
        return new Finding(silent.Length == 0 && ours.Length > 0, string.Create(CultureInfo.InvariantCulture, $"{ours.Length} routes, {silent.Length} without a right"));
    }

    internal static Finding RolesAreNarrow(IReadOnlyList<Policy> policies)
    {
        var wide = policies.Where(policy => Content.Contains(policy.Name) && policy.Roles.Any(role => role is Roles.Auditor or Roles.Integrator)).Select(policy => policy.Name).ToArray();
        var foreign = policies.SelectMany(policy => policy.Roles).Except(Roles.All).ToArray();
        return new Finding(wide.Length == 0 && foreign.Length == 0, string.Create(CultureInfo.InvariantCulture, $"{policies.Count} rights, {Roles.All.Count} roles; {wide.Length} too wide, {foreign.Length} from outside"));
    }

    internal static Finding EnrolmentComesFirst(IReadOnlyList<Policy> policies)
    {
        var owes = new ClaimsPrincipal(new ClaimsIdentity([new Claim(AccountClaims.Role, Roles.Owner), new Claim(AccountClaims.MustEnrol, "true")], "trial"));
        var met = policies.Where(policy => policy.IsMetBy(owes)).Select(policy => policy.Name).ToArray();
        return new Finding(met is [Policies.SignedIn], $"an owner who owes it has: {string.Join(' ', met)}");
    }

    internal static Finding HasRoutes(IReadOnlyList<Endpoint> endpoints, params string[] parts)
    {
        var routes = endpoints.OfType<RouteEndpoint>().Select(route => route.RoutePattern.RawText ?? string.Empty).ToArray();
        var missing = parts.Where(part => !routes.Any(route => route.Contains(part, StringComparison.Ordinal))).ToArray();
        return new Finding(missing.Length == 0, missing.Length == 0 ? $"found: {string.Join(' ', parts)}" : $"missing: {string.Join(' ', missing)}");
    }
}
