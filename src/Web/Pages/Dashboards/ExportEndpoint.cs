using Earshot.Platform.Accounts;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Scoring.Dashboards;
using Earshot.Platform.Scoring.Reports;
using Earshot.Platform.Scoring.Scorecards;
using Earshot.Web.CommandLine;
using Earshot.Web.Layout;
using Earshot.Web.Pages.Team;
using Earshot.Web.Texts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Earshot.Web.Pages.Dashboards;

/// <summary>The table of a dashboard as a file.</summary>
internal static class ExportEndpoint
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/dashboards").RequireAuthorization(Policies.ReadReports);
        group.MapGet("/export.csv", async (Export export, HttpContext http, CancellationToken ct) => TypedResults.File(WriteCsv.Run(await export.RowsAsync(http, ct)), "text/csv; charset=utf-8", "earshot.csv"));
        group.MapGet("/export.xlsx", async (Export export, HttpContext http, CancellationToken ct) => TypedResults.File(WriteXlsx.Run("Earshot", await export.RowsAsync(http, ct)), Xlsx, "earshot.xlsx"));
        group.MapGet("/export.pdf", PrintAsync);
    }

    // Without a Chromium on the server the page says so, and can be printed from the browser.
    private static async Task<Results<FileContentHttpResult, RedirectHttpResult>> PrintAsync(Print print, HttpContext http, CancellationToken ct)
    {
        var address = DashboardAddress.Read(http.Request.Query);
        return await print.RunAsync(address, http, ct) is { } pdf
            ? TypedResults.File(pdf, "application/pdf", "earshot.pdf")
            : TypedResults.LocalRedirect(address.To("/dashboards", address.Agent) + "&noprinter=1");
    }

    /// <summary>The figures on paper, one print at a time.</summary>
    internal sealed class Print(ReadReport read, OrganizationDays days, CallVisibility visibility, Viewer viewer, AuditLog audit)
    {
        private static readonly SemaphoreSlim One = new(1);

        /// <returns>Null: this server can't print.</returns>
        public async Task<byte[]?> RunAsync(DashboardAddress address, HttpContext http, CancellationToken ct)
        {
            var figures = await read.RunAsync(address.Query(await days.TodayAsync(ct), await visibility.ReadAsync(ct), null), address.Card, ct);
            var (language, site) = (viewer.Language.Code(), new Uri($"{http.Request.Scheme}://{http.Request.Host}"));
            var sheet = WriteReport.Write(figures, language, site, null);
            var whole = sheet with { Parts = [.. sheet.Parts, WriteReport.Agents(figures, language)] };
            await audit.WriteAsync("report.exported", "report", null, "quality_control", null, ct);
            await One.WaitAsync(ct);
            try
            {
                return await PrintAsync(whole.Html(), ct);
            }
            finally
            {
                One.Release();
            }
        }

        private static async Task<byte[]?> PrintAsync(string html, CancellationToken ct)
        {
            var folder = Directory.CreateTempSubdirectory("earshot-report-");
            try
            {
                var file = new FileInfo(Path.Combine(folder.FullName, "report.pdf"));
                return await PrintPdf.RunAsync(html, file, ct) ? await File.ReadAllBytesAsync(file.FullName, ct) : null;
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
    }

    /// <summary>Reads the rows; each export is an event of the audit log.</summary>
    internal sealed class Export(ReadDashboard dashboards, OrganizationDays days, ReadScorecards cards, TeamNames names, CallVisibility visibility, Viewer viewer, AuditLog audit)
    {
        public async Task<IReadOnlyList<IReadOnlyList<object?>>> RowsAsync(HttpContext http, CancellationToken ct)
        {
            var address = DashboardAddress.Read(http.Request.Query);
            var card = address.Choose(await cards.ListAsync(ct));
            var data = await dashboards.RunAsync(address.Query(await days.TodayAsync(ct), await visibility.ReadAsync(ct), card?.PublishedNo), ct);
            var team = await names.ReadAsync(ct);
            await audit.WriteAsync("report.exported", "report", null, "quality_control", null, ct);
            return [Head(viewer.Texts.Scoring), .. data.Agents.Select(agent => Row(agent, team, viewer.Texts.Scoring))];
        }

        private static object?[] Head(ScoringTexts texts) => [texts.Agent, texts.Calls, texts.Score, "± 95 %", texts.Satisfied, texts.Resolved, texts.Positive, texts.Negative, texts.Failed];

        private static object?[] Row(AgentTotals agent, TeamList team, ScoringTexts texts) =>
        [
            team.Agent(agent.AgentId) ?? texts.NoAgent, agent.Now.Calls, Round(agent.Now.Score.Average), Round(agent.Now.Score.Range),
            Round(agent.Now.Share(agent.Now.Satisfied)), Round(agent.Now.Share(agent.Now.Resolved)), Round(agent.Now.Share(agent.Now.Positive)), Round(agent.Now.Share(agent.Now.Negative)), agent.Now.Failed,
        ];

        private static double? Round(double? value) => value is { } known ? Math.Round(known, 3) : null;
    }
}
