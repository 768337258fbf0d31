using System.Diagnostics;

namespace Earshot.Web.CommandLine;

/// <summary>Prints a page with the Chromium of this machine, with no network.</summary>
internal static class PrintPdf
{
    private static readonly string[] Browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    // A browser looks for news of its makers by itself: no name is resolved for it, and what needs none ends at a closed door.
    private static readonly string[] NoNetwork =
    [
        "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=http://127.0.0.1:9", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--disable-domain-reliability", "--disable-default-apps", "--disable-extensions", "--no-pings",
    ];

    /// <returns>False: there is no Chromium, or it failed.</returns>
    public static async Task<bool> RunAsync(string html, FileInfo target, CancellationToken ct)
    {
        if (Browsers.FirstOrDefault(File.Exists) is not { } browser)
        {
            return false;
        }

        var work = Directory.CreateTempSubdirectory("earshot-print-");
        try
        {
            var page = Path.Combine(work.FullName, "report.html");
            await File.WriteAllTextAsync(page, html, ct);
            return await PrintAsync(browser, page, target.FullName, work.FullName, ct);
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static async Task<bool> PrintAsync(string browser, string page, string target, string profile, CancellationToken ct)
    {
        string[] flags =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--no-pdf-header-footer", .. NoNetwork,
            $"--user-data-dir={profile}", $"--print-to-pdf={target}", new Uri(page).AbsoluteUri,
        ];
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        using var process = Process.Start(new ProcessStartInfo(browser, flags) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false });
        if (process is null)
        {
            return false;
        }

        await Task.WhenAll(process.StandardError.ReadToEndAsync(patience.Token), process.StandardOutput.ReadToEndAsync(patience.Token), process.WaitForExitAsync(patience.Token));
        return process.ExitCode == 0 && File.Exists(target);
    }
}
