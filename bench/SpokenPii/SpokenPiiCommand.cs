using Earshot.Bench.SpokenPii.Generator;
using Earshot.Bench.SpokenPii.Scorer;

namespace Earshot.Bench.SpokenPii;

/// <summary>The benchmark of spoken personal data: <c>spoken-pii generate</c>, <c>spoken-pii table PREDICTIONS</c>, <c>spoken-pii probes</c>.</summary>
internal static class SpokenPiiCommand
{
    public static int Run(string[] args) => args switch
    {
        ["generate"] => GenerateCorpus.Run(Folder()),
        ["probes", .. var rest] => Probes.ScoreProbes.Run(Path.Combine(Folder(), "Probes"), rest, Console.Out),
        ["table", var predictions] => PrintTable.Run(Folder(), predictions, Console.Out),
        _ => Usage(),
    };

    /// <summary>bench/SpokenPii of the repository that this program was built from.</summary>
    public static string Folder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Earshot.slnx")))
            {
                return Path.Combine(at.FullName, "bench", "SpokenPii");
            }
        }

        throw new DirectoryNotFoundException("Run inside the repository: Earshot.slnx was not found above " + AppContext.BaseDirectory);
    }

    private static int Usage()
    {
        Console.Error.WriteLine("usage: spoken-pii generate | spoken-pii table PREDICTIONS | spoken-pii probes [PREFIX] [--turns] [--show]");
        return 2;
    }
}
