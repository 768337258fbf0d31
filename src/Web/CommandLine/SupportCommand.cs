using System.CommandLine;
using System.Globalization;
using Earshot.Platform;
using Earshot.Platform.Accounts;
using Earshot.Platform.Kernel.Tenancy;

namespace Earshot.Web.CommandLine;

/// <summary><c>earshot support</c>: what the operator's staff see of organizations (never content), and how they ask to be let in.</summary>
internal static class SupportCommand
{
    public static Command Create()
    {
        var list = new Command("list", "List organizations: id, region, state, owners. No names, no content.");
        list.SetAction((_, ct) => ListAsync(ct));
        var organization = new Argument<Guid>("organization") { Description = "Its id." };
        var staff = new Option<string>("--staff") { Description = "Your code.", Required = true };
        var ticket = new Option<string>("--ticket") { Description = "The ticket that it is about.", Required = true };
        var reason = new Option<string>("--reason") { Description = "Why; the organization reads it.", Required = true };
        var hours = new Option<int>("--hours") { Description = "For how long, from its yes on.", DefaultValueFactory = _ => 4 };
        var request = new Command("request", "Ask an organization for access to its masked calls.") { organization, staff, ticket, reason, hours };
        request.SetAction((parsed, ct) => RequestAsync(
            parsed.GetRequiredValue(organization), new SupportRequest(parsed.GetRequiredValue(staff), parsed.GetRequiredValue(ticket), parsed.GetRequiredValue(reason), parsed.GetValue(hours)), ct));
        return new Command("support", "Support access: by ticket, approved by the organization, over by itself.") { list, request };
    }

    private static async Task<int> ListAsync(CancellationToken ct)
    {
        await using var app = WebServer.Build(await PlatformSettings.ReadAsync(Environment.GetEnvironmentVariable, ct), "http://127.0.0.1:0");
        await using var scope = app.Services.CreateAsyncScope();
        foreach (var entry in await scope.ServiceProvider.GetRequiredService<OrganizationDirectory>().ListAsync(ct))
        {
            await Terminal.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{entry.Id}  {entry.Region}  {entry.State}  {entry.Owners} owners"));
        }

        return 0;
    }

    private static async Task<int> RequestAsync(Guid organization, SupportRequest request, CancellationToken ct)
    {
        await using var app = WebServer.Build(await PlatformSettings.ReadAsync(Environment.GetEnvironmentVariable, ct), "http://127.0.0.1:0");
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(organization);
        var token = await scope.ServiceProvider.GetRequiredService<RequestSupport>().RunAsync(request, ct);
        if (!token.IsOk)
        {
            await Terminal.Error.WriteLineAsync(token.Failure?.Message);
            return 2;
        }

        await Terminal.Out.WriteLineAsync($"{token.Value}\nThis token opens nothing until the organization approves the request in Settings, Support access. It is shown once.");
        return 0;
    }
}
