using System.Globalization;
using Earshot.Bench.Accounts;
using Earshot.Bench.Analysis;
using Earshot.Bench.Calls;
using Earshot.Bench.Kernel;
using Earshot.Bench.Masking;
using Earshot.Bench.NameTagger;
using Earshot.Bench.Speech;
using Earshot.Bench.Pipeline;
using Earshot.Bench.Privacy;
using Earshot.Bench.SpokenPii;

return args switch
{
    ["spoken-pii", .. var rest] => SpokenPiiCommand.Run(rest),
    ["name-tagger", .. var rest] => NameTaggerCommand.Run(rest),
    ["masking", .. var rest] => MaskingCommand.Run(rest),
    ["analysis", .. var rest] => ScoreAnalysis.Run(rest),
    ["ending", .. var rest] => TrainEnding.Run(rest),
    ["phrases"] => MeasurePhrases.Run(),
    ["speech", .. var rest] => SpeechCommand.Run(rest),
    ["pipeline", .. var rest] => await MeasurePipeline.RunAsync(Number(rest, 0, 3000), Number(rest, 1, 800)),
    ["audit", .. var rest] => await MeasureAudit.RunAsync(Number(rest, 0, 20000), Number(rest, 1, 16)),
    ["doors", .. var rest] => await MeasureDoors.RunAsync(Number(rest, 0, 20)),
    ["retention", .. var rest] => await MeasureRetention.RunAsync(Number(rest, 0, 200_000)),
    ["person", .. var rest] => await MeasurePersonSearch.RunAsync(Number(rest, 0, 1_000_000)),
    ["browse"] => await MeasureBrowsing.RunAsync(),
    ["scoring"] => await MeasureScoring.RunAsync(),
    _ => 0,
};

static int Number(string[] given, int index, int usual) => index < given.Length ? int.Parse(given[index], CultureInfo.InvariantCulture) : usual;
